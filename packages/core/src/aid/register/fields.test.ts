import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REGISTER_FIELDS } from './fields.ts'
import { headingRow, understandColumns } from './import/columns.ts'

const DOCUMENT = readFileSync(new URL('../../../../../docs/aid-register.md', import.meta.url), 'utf8')

test.each(Object.entries(REGISTER_FIELDS))('docs/aid-register.md says what %s is', (key, { heading, meaning }) => {
  expect(DOCUMENT).toContain(`| \`${key}\` | ${heading.sv} | ${heading.en} | ${meaning.en} |`)
})

const fieldsOf = (headings: string[]) => understandColumns(headings).map(({ field }) => field)

test('headings are known by other names, in either language, however they are written', () => {
  expect(fieldsOf(['ORG-NR', 'Company name', 'Date of granting', 'Belopp (kr)', 'Stödgivare', 'Anmärkning'])).toEqual([
    ...['beneficiaryNumber', 'beneficiaryName', 'awardedOn', 'amountSek', 'authority', null],
  ])
})

test('of two columns for the same the first counts', () => {
  expect(fieldsOf(['Datum', 'Beslutsdatum'])).toEqual(['awardedOn', null])
})

test('the headings are the row that most is known of, or the first', () => {
  expect(headingRow([['Utdrag'], [''], ['Orgnr', 'Datum', 'Belopp'], ['1', '2', '3']])).toBe(2)
  expect(
    headingRow([
      ['A', 'B'],
      ['1', '2'],
    ]),
  ).toBe(0)
})
