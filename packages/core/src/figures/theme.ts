import type { Ink } from './shapes.ts'

export type Theme = Record<Ink, string>

/** The colour of each focus area's accent, on light and on dark ground. The tokens of the screen are the same. */
export const ACCENTS = [
  { light: '#0f6b6b', dark: '#5fc7c0' },
  { light: '#4a6a14', dark: '#a9c965' },
  { light: '#8a5800', dark: '#e3b05a' },
  { light: '#77408a', dark: '#cf9fe0' },
  { light: '#a3412f', dark: '#f09b88' },
  { light: '#3f55a8', dark: '#9fb2f2' },
  { light: '#9c2f63', dark: '#f094bd' },
  { light: '#4c5d68', dark: '#a9bcc8' },
] as const

/** For paper. `accent` counts from 1 and starts over after the last. */
export function printTheme(accent: number): Theme {
  const { light } = ACCENTS[(accent - 1) % ACCENTS.length]!
  return {
    accent: light,
    accentSoft: mixWithWhite(light, 0.16),
    onAccent: '#ffffff',
    ink: '#1d2529',
    inkSoft: '#55626a',
    line: '#b9bdbc',
    surface: '#ffffff',
    sunken: '#f1efe9',
    flag: '#f2c14e',
    none: 'none',
  }
}

/** `share` of the colour, the rest white. */
function mixWithWhite(colour: string, share: number): string {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(channel(at) * share + 255 * (1 - share)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
