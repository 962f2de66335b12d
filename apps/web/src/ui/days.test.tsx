import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WithDays } from './days.tsx'

const written = (node: React.ReactNode) =>
  renderToStaticMarkup(<WithDays>{node}</WithDays>).replace(/ class="[^"]*"/g, '')

test('each day of a text is kept whole, with the sign that follows it', () => {
  expect(written('Från 2025-02-12 till 2025-12-26, i ett steg.')).toBe(
    'Från <span>2025-02-12</span> till <span>2025-12-26,</span> i ett steg.',
  )
  expect(written('2026-11-23 14:05')).toBe('<span>2026-11-23 14:05</span>')
})

test('a text without a day, and what is no text, stays as it is', () => {
  expect(written('559999-9991')).toBe('559999-9991')
  expect(written(<b>2026-11-23</b>)).toBe('<b>2026-11-23</b>')
  expect(written([<b key="a">Mål</b>, ' senast ', '2026-11-23'])).toBe('<b>Mål</b> senast <span>2026-11-23</span>')
})
