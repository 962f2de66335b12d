import type { Figure, Shape } from './shapes.ts'
import type { Theme } from './theme.ts'

export type SvgAttributes = Readonly<Record<string, string | number>>

/** The element of a shape and its attributes, in the spelling of SVG. */
export function elementOf(shape: Shape, theme: Theme): { name: string; attributes: SvgAttributes; text?: string } {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = shape
      return { name: 'rect', attributes: { x, y, width, height, rx: radius, ...paint(shape, theme) } }
    }
    case 'circle':
      return { name: 'circle', attributes: { cx: shape.cx, cy: shape.cy, r: shape.r, ...paint(shape, theme) } }
    case 'path':
      return { name: 'path', attributes: { d: shape.d, ...paint(shape, theme) } }
    case 'text': {
      const attributes = {
        x: shape.x,
        y: shape.y,
        'font-size': shape.size,
        'font-weight': shape.bold ? 600 : 400,
        'text-anchor': shape.anchor ?? 'start',
        fill: theme[shape.fill],
      }
      return { name: 'text', attributes, text: shape.text }
    }
  }
}

function paint(shape: Exclude<Shape, { kind: 'text' }>, theme: Theme): SvgAttributes {
  return {
    fill: theme[shape.fill ?? 'none'],
    ...(shape.stroke && { stroke: theme[shape.stroke], 'stroke-width': shape.strokeWidth ?? 1 }),
    ...(shape.stroke && { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
    ...(shape.dash && { 'stroke-dasharray': shape.dash }),
  }
}

/** A standalone SVG document, for the PDF. */
export function toSvg(figure: Figure, theme: Theme): string {
  const body = figure.shapes.map((shape) => {
    const { name, attributes, text } = elementOf(shape, theme)
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    return text === undefined
      ? `<${name}${written.join('')}/>`
      : `<${name}${written.join('')}>${escapeXml(text)}</${name}>`
  })
  const size = `viewBox="0 0 ${figure.width} ${figure.height}" width="${figure.width}" height="${figure.height}"`
  // The name of the font ends in a digit, so it is quoted: unquoted it is no valid name, and a serif appears.
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="'Source Sans 3'"><title>${escapeXml(
    `${figure.title}. ${figure.description}`,
  )}</title>${body.join('')}</svg>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
}
