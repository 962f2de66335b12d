import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROGRAMME_FIELDS } from './field-rules.ts'
import { readFields, writeField } from './fields.ts'
import {
  changeProgrammeStatus,
  programmeGaps,
  slugFrom,
  subProjectFor,
  sumOfBudgets,
  takenMunicipalities,
  targetSum,
} from './rules.ts'
import { Programme, ProgrammeSlug } from './schema.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const both = (sv: string) => ({ sv, en: sv })

function programme(changes: Partial<Record<keyof Programme, unknown>> = {}): Programme {
  return Programme.parse({
    ...{ id: id(1), slug: 'prov', name: both('Prov'), status: 'draft', demonstration: false },
    ...{ country: 'SE', timeZone: 'Europe/Stockholm', startsOn: '2026-01-01', endsOn: '2028-12-31', logoId: null },
    texts: { summary: both('Stöd'), contact: both('Hör av er'), visibility: both('Medfinansieras') },
    settings: {},
    funders: [
      { id: id(2), name: 'EU', kind: 'eu', amountCents: 300, acknowledgement: both('Medfinansieras'), logoId: null },
    ],
    partners: [
      {
        ...{ id: id(3), name: 'Ägaren', organisationNumber: null, kind: 'owner', budgetCents: 300 },
        targetCompanies: { micro: 1, small: 2, medium: null },
      },
    ],
    subProjects: [
      {
        ...{ id: id(4), name: 'Norr', partnerId: id(3), municipalities: ['1490', '1463'] },
        ...{ leads: [{ personId: id(9), name: 'Lo' }], invited: [] },
      },
    ],
    focusAreas: [
      {
        ...{ id: id(5), slug: 'energi', name: both('Energi'), summary: both(''), model: 'energi@1.0.0' },
        ...{ accent: 1, inUse: false, modelKind: 'ladder' as const },
      },
    ],
    ...changes,
  })
}

const kinds = (changes: Parameters<typeof programme>[0]) => programmeGaps(programme(changes)).map(({ kind }) => kind)

describe('what is missing', () => {
  test('is nothing when everything is filled in', () => {
    expect(programmeGaps(programme())).toEqual([])
  })

  test('is told for each part, required or good to have', () => {
    expect(kinds({ startsOn: null })).toEqual(['period-missing'])
    expect(kinds({ focusAreas: [] })).toEqual(['focus-area-missing'])
    expect(kinds({ texts: {} })).toEqual(['summary-missing', 'contact-missing', 'visibility-missing'])
    const [partner] = programme().partners
    expect(kinds({ partners: [{ ...partner, kind: 'partner' }] })).toEqual(['owner-missing'])
    expect(kinds({ partners: [partner, { ...partner, id: id(6) }] })).toContain('several-owners')
    expect(kinds({ partners: [{ ...partner, budgetCents: 299 }] })).toEqual(['budget-differs'])
  })

  test('names the sub-project without a territory or a lead', () => {
    const [norr] = programme().subProjects
    const gaps = programmeGaps(programme({ subProjects: [{ ...norr, municipalities: [], leads: [] }] }))
    expect(gaps).toEqual([
      { kind: 'territory-missing', step: 'sub-projects', required: true, of: 'Norr' },
      { kind: 'lead-missing', step: 'sub-projects', required: false, of: 'Norr' },
    ])
  })

  test('counts an invited lead as a lead', () => {
    const [norr] = programme().subProjects
    expect(kinds({ subProjects: [{ ...norr, leads: [], invited: ['Kim'] }] })).toEqual([])
  })
})

describe('the status', () => {
  test('opens a complete draft, closes and reopens it, and never goes back to draft', () => {
    expect(changeProgrammeStatus(programme(), 'open')).toEqual({ ok: true, value: 'open' })
    expect(changeProgrammeStatus(programme({ status: 'open' }), 'closed').ok).toBe(true)
    expect(changeProgrammeStatus(programme({ status: 'closed' }), 'open').ok).toBe(true)
    expect(changeProgrammeStatus(programme({ status: 'open' }), 'draft')).toMatchObject({
      problem: 'status-path-not-allowed',
    })
  })

  test('does not open while something required is missing, and does not mind the rest', () => {
    expect(changeProgrammeStatus(programme({ funders: [] }), 'open')).toMatchObject({
      problem: 'programme-incomplete',
      detail: 'funder-missing',
    })
    expect(changeProgrammeStatus(programme({ texts: { ...programme().texts, visibility: both('') } }), 'open').ok).toBe(
      true,
    )
  })
})

test('budgets are summed in whole öre, and what is left can be less than nothing', () => {
  expect(sumOfBudgets([{ amountCents: 3_630_678_500 }, { amountCents: null }], [{ budgetCents: 100 }])).toEqual({
    funded: 3_630_678_500,
    planned: 100,
    left: 3_630_678_400,
    complete: false,
  })
  expect(sumOfBudgets([{ amountCents: 5 }], [{ budgetCents: 7 }])).toMatchObject({ left: -2, complete: true })
  expect(targetSum([{ micro: 1, small: null, medium: 4 }])).toBe(5)
})

describe('a municipality', () => {
  const [norr] = programme().subProjects
  test('finds the sub-project that has it', () => {
    expect(subProjectFor([norr!], '1463')?.name).toBe('Norr')
    expect(subProjectFor([norr!], '1380')).toBeUndefined()
  })
  test('is taken when another sub-project has it, not when one has it oneself', () => {
    expect(takenMunicipalities([norr!], id(7) as never, ['1463', '1380'])).toEqual([
      { municipality: '1463', subProject: 'Norr' },
    ])
    expect(takenMunicipalities([norr!], norr!.id, ['1463'])).toEqual([])
  })
})

describe('fields', () => {
  test('read what the record holds, an empty text as null', () => {
    const fields = readFields(programme({ name: { sv: 'Prov', en: '' } }), PROGRAMME_FIELDS)
    expect(fields).toMatchObject({ 'name.sv': 'Prov', 'name.en': null, 'settings.comparisonThreshold': 10 })
  })
  test('write one place and leave the others', () => {
    const before = programme()
    const after = writeField(before, 'texts.about.en', 'About')
    expect(after.texts.about).toEqual({ sv: '', en: 'About' })
    expect(writeField(after, 'texts.about.en', null)).toEqual(before)
  })
})

test('an address made from any name is one the programme can have, or empty', () => {
  expect(slugFrom('Industri i väst: år 2')).toBe('industri-i-vast-ar-2')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = slugFrom(name)
      expect(slug.length < 3 || ProgrammeSlug.safeParse(slug).success).toBe(true)
    }),
  )
})
