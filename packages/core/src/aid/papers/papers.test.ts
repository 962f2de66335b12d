import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wordingIn } from '../../reports/content/wording.ts'
import { day, withLaw } from '../de-minimis/test-law.ts'
import type { DeclarationContent } from '../declaration/schema.ts'
import { consentTexts, isSigned } from '../signing/consent.ts'
import { SmeStatus } from '../size/schema.ts'
import { paperContent } from './content.ts'
import { declarationMaterial, informationMaterial } from './from-ledger.ts'
import { maskedData } from './masked.ts'
import { testPaper } from './test-papers.ts'
import { amountText, articleText, euroText } from './words.ts'

const { LAW } = withLaw((name) => readFileSync(new URL(`../../../../../content/aid/${name}`, import.meta.url), 'utf8'))
const [sv, en] = [wordingIn('sv'), wordingIn('en')]
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

const RATE = { perEuro: '11.20', source: 'InforEuro', day: day('2026-11-01') }
const CONTENT = {
  on: day('2026-11-23'),
  regulation: '2023/2831',
  memberState: 'SE',
  authority: 'Tillväxtverket',
  scheme: 'Exempelordningen',
  schemeReference: '20359999',
  support: null,
  undertaking: {
    members: [
      { party: 'mother', name: 'Moder AB', country: 'SE', because: { sv: 'Äger 60 %.', en: 'Owns 60 %.' } },
      { party: 'sole', name: 'Alm', country: 'SE', because: { sv: 'Styr.', en: 'Controls.' } },
      { party: 'abroad', name: 'Beispiel GmbH', country: 'DE', because: { sv: 'Styr.', en: 'Controls.' } },
    ],
    isComplete: true,
    missing: '',
  },
  restructurings: { known: [], isComplete: true, missing: '' },
  earlierAid: [
    {
      ...{ id: '01990000-0000-7000-8000-000000000001', grantId: null, party: null, name: 'Bolaget', memberState: 'SE' },
      ...{ authority: 'Regionen', regulation: '2023/2831', awardedOn: day('2025-09-01'), programme: null },
      amount: { currency: 'SEK', minor: 50_000_000, rate: { ...RATE, day: day('2025-09-01') } },
    },
  ],
  activities: [{ code: '25.11', supported: true }],
  accountsSeparated: null,
  conditions: {
    ...{ fixedOnPriceOrQuantity: null, passedOnToPrimaryProducers: null },
    ...{ exportRelated: false, domesticOverImported: false },
  },
  assurance: true,
} as const satisfies DeclarationContent

const SUPPORT = {
  ...{ supportId: '01990000-0000-7000-8000-000000000002', amountMinor: 10_000_000, currency: 'SEK' },
  ...{ eurCents: 892_857, rate: RATE, minutes: 7_230 },
}

describe('what a declaration tells', () => {
  const numbers = new Map([
    ['mother', '5599990008'],
    ['sole', '8112289874'],
    ['abroad', 'HRB 12345'],
  ])
  const material = declarationMaterial(LAW, CONTENT, SUPPORT, numbers)

  test('is the aid that is planned, at its own rate, and the ceiling of its regulation', () => {
    expect(material.support.amount).toMatchObject({ minor: 10_000_000, decimals: 2, eurCents: 892_857, rate: RATE })
    expect(material.support.description.sv).toContain('120,5 timmars')
    expect(material.ceilingEurCents).toBe(30_000_000)
    expect(material.since).toBe('2023-11-23')
  })

  test('is who counts together, a person’s own number masked', () => {
    expect(material.members.map(({ number }) => number)).toEqual(['559999-0008', '811228-****', 'HRB 12345'])
  })

  test('is earlier aid in euro at the rate of its own day (B-T12)', () => {
    expect(material.earlierAid[0]?.amount.eurCents).toBe(4_464_286)
  })

  test('is without a scheme where none is named', () => {
    expect(declarationMaterial(LAW, { ...CONTENT, scheme: '', schemeReference: '' }, SUPPORT, numbers).scheme).toBe(
      null,
    )
  })
})

describe('what a company is told of an award', () => {
  const grant = {
    ...{ memberState: 'SE', regulation: '2023/2831', awardedOn: day('2026-12-10'), authority: 'Tillväxtverket' },
    ...{ scheme: 'Exempelordningen', reference: '', currency: 'SEK', minor: 8_000_000, rate: RATE, eurCents: 714_286 },
  }
  const support = {
    currency: 'SEK',
    planned: { staff: [{ work: 'direct' as const, minutes: 600 }], bought: [], paidMinor: 0, share: { own: 1, of: 1 } },
    value: {
      ...{ staffMinor: 15_000_000, boughtMinor: 5_000_000, fullMinor: 20_000_000, costMinor: 10_000_000 },
      ...{ paidMinor: 2_000_000, aidMinor: 8_000_000 },
    },
  }

  test('is how the value was worked out, in steps that add up', () => {
    const { value } = informationMaterial(LAW, { support, grant, headroomAfterEurCents: 1 })
    expect(value.map(({ amount }) => spaced(amount.sv))).toEqual([
      '150 000 kr',
      '50 000 kr',
      '−100 000 kr',
      '−20 000 kr',
      '80 000 kr',
    ])
  })

  test('is no sum where less was granted than planned', () => {
    const less = { ...grant, minor: 7_000_000 }
    expect(informationMaterial(LAW, { support, grant: less, headroomAfterEurCents: null }).value).toEqual([])
  })

  test('is by when it must stand in the register (B-T16)', () => {
    const { register } = informationMaterial(LAW, { support, grant, headroomAfterEurCents: null })
    expect(register).toEqual({ by: '2027-01-12', article: 'Regulation (EU) 2023/2831, Art. 6(1)' })
  })
})

test('amounts are written as each language writes them', () => {
  const sek = { currency: 'SEK', minor: 4_464_286, decimals: 2 }
  expect([amountText(sek, sv), amountText(sek, en)].map(spaced)).toEqual(['44 642,86 kr', 'SEK 44,642.86'])
  expect(spaced(amountText({ currency: 'ISK', minor: 5000, decimals: 0 }, sv))).toBe('5 000 ISK')
  expect([euroText(100_000, sv), euroText(-5, en)].map(spaced)).toEqual(['1 000 euro', 'EUR −0.05'])
})

test.each([
  ['Regulation (EU) 2023/2831, Art. 6(1)', 'artikel 6.1 i förordning (EU) 2023/2831'],
  ['Regulation (EU) No 1408/2013, Art. 6', 'artikel 6 i förordning (EU) nr 1408/2013'],
  ['Something else', 'Something else'],
])('the article %s is %s in Swedish', (article, swedish) => {
  expect(articleText(article, sv)).toBe(swedish)
  expect(articleText(article, en)).toBe(article)
})

describe('a personal number', () => {
  const status = SmeStatus.parse({
    ...{ format: 'stegvis-sme-status/1', enterprise: 'own', on: '2026-11-23', anchor: 'grant' },
    definition: { id: 'sme-2003', act: 'the Recommendation', address: 'http://data.europa.eu/eli/reco/2003/361/oj' },
    ...{ verdict: 'pass', category: 'micro', smallMidCap: false, basis: 'estimate', autonomous: true },
    ...{ answers: [], reasons: [], years: [], present: null },
  })
  const written = testPaper('sme-declaration', status, 'short')

  test('stands nowhere in a paper, whoever wrote it where', () => {
    const data = maskedData({
      ...written,
      company: { ...written.company, name: 'Alm 19811228-9874' },
      material: {
        ...{ kind: 'sme-declaration', status },
        review: { verdict: 'pass', reason: 'Enligt 8112289874', by: null, on: day('2026-11-23') },
      },
    })
    expect(data.company.name).toBe('Alm 19811228-****')
    expect(JSON.stringify([data, paperContent(data, 'sv')])).not.toContain('9874')
  })

  test('is not seen in hashes and ids', () => {
    const data = testPaper('signature-record', status)
    expect(maskedData(data)).toEqual(data)
  })
})

test.each([
  [[], false],
  [['alone'], true],
  [['power-of-attorney'], true],
  [['jointly'], false],
  [['jointly', 'jointly'], true],
] as const)('signed with %j is enough: %s', (stated, answer) => expect(isSigned(stated)).toBe(answer))

test('what is agreed to names paper, company and authority', () => {
  const { jointly } = consentTexts('declaration', 'Exempel AB')
  expect(jointly.sv).toMatch(/”Försäkran om försumbart stöd” för Exempel AB.*tillsammans med någon annan/)
  expect(jointly.en).toMatch(/“Declaration of de minimis aid” for Exempel AB.*together with somebody else/)
})
