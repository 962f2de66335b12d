import { round } from '../figures/shapes.ts'

/** The emblem as vectors: `stars` are paths, all lengths in the same unit. */
export type Emblem = { width: number; height: number; blue: string; yellow: string; stars: readonly string[] }

/**
 * The emblem of the European Union: a rectangle one and a half times as wide as high, twelve five-pointed stars
 * on a circle with a third of the height as its radius, like the hours of a clock, each star upright inside a
 * circle of an eighteenth of the height.
 *
 * Source: Interinstitutional style guide, Annex A1, "Graphics guide to the European emblem".
 */
export const EU_EMBLEM: Emblem = {
  width: 810,
  height: 540,
  blue: '#003399',
  yellow: '#FFCC00',
  stars: Array.from({ length: 12 }, (_, hour) => {
    const angle = (hour / 12) * 2 * Math.PI
    return star(405 + 180 * Math.sin(angle), 270 - 180 * Math.cos(angle), 30)
  }),
}

/** Ten corners, alternately on the circle and where the lines between every second point cross. */
function star(x: number, y: number, r: number): string {
  const inner = (r * Math.sin(Math.PI / 10)) / Math.sin((7 * Math.PI) / 10)
  const corners = Array.from({ length: 10 }, (_, at) => {
    const angle = (at / 10) * 2 * Math.PI
    const reach = at % 2 === 0 ? r : inner
    return `${round(x + reach * Math.sin(angle))} ${round(y - reach * Math.cos(angle))}`
  })
  return `M${corners.join('L')}Z`
}

export function emblemSvg({ width, height, blue, yellow, stars }: Emblem): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${blue}"/><path d="${stars.join('')}" fill="${yellow}"/></svg>`
  )
}
