/** The colours a figure is drawn in, by what they are for; a theme says what they are. */
export type Ink =
  | 'accent'
  | 'accentSoft'
  | 'onAccent'
  | 'ink'
  | 'inkSoft'
  | 'line'
  | 'surface'
  | 'sunken'
  | 'flag'
  | 'none'

type Paint = { fill?: Ink; stroke?: Ink; strokeWidth?: number; dash?: string }

export type Rect = Paint & { kind: 'rect'; x: number; y: number; width: number; height: number; radius?: number }
export type Circle = Paint & { kind: 'circle'; cx: number; cy: number; r: number }
export type Path = Paint & { kind: 'path'; d: string }
export type Label = {
  kind: 'text'
  x: number
  y: number
  text: string
  size: number
  fill: Ink
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
}
/** What a shape is, for tests and styles: `step`, `coach`, `target` … */
export type Shape = (Rect | Circle | Path | Label) & { role: string }

/** What the picture shows, for those who cannot see it. */
export type FigureTable = { columns: readonly string[]; rows: ReadonlyArray<readonly string[]> }

/** A drawing without colours or elements: the same on the screen, on paper and in the PDF. */
export type Figure = {
  width: number
  height: number
  title: string
  /** every value in words */
  description: string
  table: FigureTable
  shapes: readonly Shape[]
}

/** Hundredths are finer than any screen or printer. */
export const round = (value: number): number => Math.round(value * 100) / 100

type Point = readonly [x: number, y: number]

export function polyline(points: readonly Point[], closed = false): string {
  const parts = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
  return parts.join('') + (closed ? 'Z' : '')
}

/** A block that stands on the ground: only its upper corners are rounded. */
export function block(x: number, y: number, width: number, height: number, radius: number): string {
  const [right, ground] = [round(x + width), round(y + height)]
  const corner = `${radius} ${radius} 0 0 1`
  return `M${round(x)} ${ground}V${round(y + radius)}A${corner} ${round(x + radius)} ${round(y)}H${round(right - radius)}A${corner} ${right} ${round(y + radius)}V${ground}Z`
}

/** Diagonal lines inside a rectangle: a fill that is told from a plain one without colour. */
export function hatch(x: number, y: number, width: number, height: number, gap: number): string {
  let d = ''
  for (let offset = gap / 2; offset < width + height; offset += gap) {
    const from: Point = offset <= height ? [x, y + offset] : [x + offset - height, y + height]
    const to: Point = offset <= width ? [x + offset, y] : [x + width, y + offset - width]
    d += polyline([from, to])
  }
  return d
}
