import { GroupFacts } from '@stegvis/core/aid/groups/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { expect, test } from 'vitest'
import { groups as sv } from '../../../locales/sv/groups.ts'
import { groupPicture } from './drawing.ts'

const ON = PlainDate.parse('2026-11-23')
const words = {
  ...sv.picture,
  language: 'sv' as const,
  list: (names: readonly string[]) => names.join(' och '),
  percent: (ppm: number) => `${ppm / 10_000} %`,
}
const company = (id: string, more: object = {}) => ({
  id,
  name: `${id} AB`,
  kind: 'enterprise',
  country: 'SE',
  ...more,
})
const draw = (facts: object, focus = 'own') => groupPicture(GroupFacts.parse(facts), focus, ON, words)
const texts = (picture: ReturnType<typeof draw>) =>
  picture.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

const OWNED = {
  parties: [
    company('own'),
    company('mother', { country: 'NO' }),
    { id: 'anna', name: 'Anna Ek', kind: 'person' },
    { id: 'bo', name: 'Bo Ek', kind: 'person' },
    { id: 'town', name: 'Exempelstad', kind: 'public-body', country: 'SE' },
  ],
  holdings: [
    { owner: 'mother', owned: 'own', capitalPpm: 600_000, votesPpm: 510_000 },
    { owner: 'anna', owned: 'mother', capitalPpm: 500_000, votesPpm: 500_000 },
    { owner: 'bo', owned: 'mother', capitalPpm: 500_000, votesPpm: 500_000 },
  ],
  controls: [{ controller: 'town', controlled: 'own', means: 'contract' }],
  actingJointly: [{ persons: ['anna', 'bo'] }],
}

test('tells kinds of owners apart by form and word, and marks the company in focus', () => {
  const picture = draw(OWNED)
  const roles = picture.shapes.map(({ role }) => role)
  expect(roles.filter((role) => role === 'focus')).toHaveLength(1)
  expect(roles.filter((role) => role === 'person')).toHaveLength(2)
  expect(roles).toEqual(expect.arrayContaining(['company', 'public', 'roof']))
  expect(texts(picture)).toEqual(expect.arrayContaining(['Företag (NO)', 'Person']))
})

test('writes votes on the lines, and capital where it is another share', () => {
  expect(texts(draw(OWNED))).toEqual(
    expect.arrayContaining(['51 % av rösterna', '60 % av kapitalet', '50 % av rösterna']),
  )
})

test('draws influence without ownership as a line of its own kind', () => {
  const control = draw(OWNED).shapes.find(({ role }) => role === 'control')
  expect(control).toMatchObject({ kind: 'path', dash: expect.any(String) })
})

test('says in words and in a table what it shows', () => {
  const { description, table } = draw(OWNED)
  expect(description).toContain('mother AB över own AB: 51 % av rösterna, 60 % av kapitalet.')
  expect(description).toContain('Anna Ek och Bo Ek agerar som en ägare.')
  expect(table.rows).toHaveLength(4)
  expect(table.rows[0]).toEqual(['mother AB', 'Företag (NO)', 'own AB', '51 %', '60 %', ''])
})

test('draws the sixty nearest of a large group, and keeps everybody in the table', () => {
  const daughters = Array.from({ length: 80 }, (_, at) => `d${at}`)
  const picture = draw({
    parties: [company('own'), ...daughters.map((id) => company(id))],
    holdings: daughters.map((owned) => ({ owner: 'own', owned, capitalPpm: 1_000_000, votesPpm: 1_000_000 })),
  })
  expect(picture.shapes.filter(({ role }) => role === 'company')).toHaveLength(59)
  expect(picture.left).toBe(21)
  expect(picture.table.rows).toHaveLength(80)
})

test('a company that nobody is known to own stands alone', () => {
  const picture = draw({ parties: [company('own')] })
  expect(picture.description).toBe('Inga ägare och inga ägda företag är angivna.')
  expect(picture.shapes.some(({ role }) => role === 'focus')).toBe(true)
})
