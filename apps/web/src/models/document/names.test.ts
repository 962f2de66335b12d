import { ModelKey } from '@stegvis/core/models/schema.ts'
import { expect, test } from 'vitest'
import { freeId, idFrom } from './names.ts'

test.each([
  ['Hur långt är flödet ritat?', 'hur-langt-ar-flodet-ritat'],
  ['3 av 5 Är Klara', 'av-5-ar-klara'],
  ['¿¡', 'part'],
])('“%s” gets the id %s', (text, id) => {
  expect(idFrom(text, 'part')).toBe(id)
  expect(ModelKey.safeParse(id).success).toBe(true)
})

test('a long text is cut between words', () => {
  expect(idFrom('Vi har provat att läsa tillbaka en säkerhetskopia det senaste året', 'x')).toBe(
    'vi-har-provat-att-lasa-tillbaka-en',
  )
})

test('an id that is taken gets the first free number', () => {
  expect(freeId('part', ['part', 'part-2', 'part-4'])).toBe('part-3')
})
