import { readFileSync } from 'node:fs'
import { ACCENTS } from '@stegvis/core/figures/theme.ts'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const MODES = ['light', 'dark'] as const
type Mode = (typeof MODES)[number]

function token(name: string, mode: Mode): string {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)
  if (!found) throw new Error(`there is no token --${name} with a light and a dark colour`)
  return found[mode === 'light' ? 1 : 2]!
}

/** Source: WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Source: WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

const ACCENT_NAMES = ACCENTS.map((_, at) => `accent-${at + 1}`)
const GROUNDS = ['ground', 'surface', 'sunken']

describe.each(MODES)('in %s mode', (mode) => {
  test.each([
    ...['ink', 'ink-soft', 'link', 'brand', 'good', 'warning', 'danger', ...ACCENT_NAMES].flatMap((text) =>
      GROUNDS.map((ground) => [text, ground] as const),
    ),
    ['on-brand', 'brand'] as const,
    ['on-brand', 'brand-hover'] as const,
    ['on-danger', 'danger'] as const,
    ['ink', 'hover'] as const,
    ...['brand', 'good', 'warning', 'danger'].map((tone) => [tone, `${tone}-soft`] as const),
    ...['brand', 'good', 'warning', 'danger'].map((tone) => ['ink', `${tone}-soft`] as const),
  ])('%s is readable on %s', (text, ground) => {
    expect(contrast(token(text, mode), token(ground, mode))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(GROUNDS)('borders of fields and the ring of focus are seen on %s', (ground) => {
    expect(contrast(token('line-strong', mode), token(ground, mode))).toBeGreaterThanOrEqual(3)
    expect(contrast(token('focus', mode), token(ground, mode))).toBeGreaterThanOrEqual(3)
  })

  test.each(ACCENT_NAMES)('the figures of core and the tokens of the screen agree on %s', (name) => {
    expect(token(name, mode)).toBe(ACCENTS[Number(name.at(-1)) - 1]![mode])
  })
})
