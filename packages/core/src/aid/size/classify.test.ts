import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseSmeDefinitions } from './definition.ts'
import { answerSmeQuestion } from './question.ts'
import type { SmeStatus } from './schema.ts'
import { accounts, firm, holds, question } from './test-question.ts'

const FILE = new URL('../../../../../content/aid/sme-definition.yaml', import.meta.url)
const DEFINITIONS = parseSmeDefinitions(readFileSync(FILE, 'utf8'))

function ask(input: unknown): SmeStatus {
  const answer = answerSmeQuestion(input, DEFINITIONS)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}

const codes = ({ reasons }: SmeStatus) => reasons.map(({ code }) => code)
/** In annual work units and million euro. */
function total({ present }: SmeStatus) {
  const { awu, turnoverEurCents, balanceEurCents } = present!.total
  return [awu, turnoverEurCents / 1e8, balanceEurCents / 1e8]
}

const outlined = (status: SmeStatus) => ({ verdict: status.verdict, category: status.category })

describe('an autonomous enterprise', () => {
  test.each([
    ['A-T01', [9.5, 2.0, 3.0], 'micro'],
    ['A-T02', [9.99, 2.01, 2.01], 'small'],
    ['A-T03', [49.9, 12, 10.0], 'small'],
    ['A-T04', [249.9, 60, 43.0], 'medium'],
    ['A-T05', [250.0, 10, 5], 'not_sme'],
    ['A-T06', [249, 50.01, 43.01], 'not_sme'],
  ] as const)('%s: %j is %s', (_, size, category) => {
    const status = ask(question({}, [accounts('own', size)]))
    expect(status.autonomous).toBe(true)
    expect(outlined(status)).toEqual({ verdict: category === 'not_sme' ? 'block' : 'pass', category })
  })

  test('a millionth of a person or a cent decides: nothing is rounded before a ceiling', () => {
    const cent = { ...accounts('own', [9.999999, 2, 3]), turnoverCents: 200_000_001, balanceCents: 200_000_001 }
    expect(ask(question({}, [cent])).category).toBe('small')
    expect(ask(question({}, [{ ...cent, turnoverCents: 200_000_000 }])).category).toBe('micro')
    expect(ask(question({}, [{ ...cent, turnoverCents: 200_000_000, awu: '10.0000000000' }])).category).toBe('small')
  })

  test('a large one below the ceiling of Recommendation 2025/1099 is a small mid-cap, a larger one is not', () => {
    expect(ask(question({}, [accounts('own', [749, 150, 200])])).smallMidCap).toBe(true)
    expect(ask(question({}, [accounts('own', [749, 150.01, 129.01])])).smallMidCap).toBe(false)
    expect(ask(question({}, [accounts('own', [40, 9, 8])])).smallMidCap).toBe(false)
    const before = question({}, [accounts('own', [749, 150, 200], '2023-12-31')], { on: '2024-06-01' })
    expect(ask(before).smallMidCap).toBeNull()
  })
})

describe('aggregation', () => {
  test('A-T07: a partner is added pro rata', () => {
    const status = ask(
      question({ parties: [firm('own'), firm('p')], holdings: [holds('p', 'own', 30)] }, [
        accounts('own', [40, 7, 5]),
        accounts('p', [120, 30, 20]),
      ]),
    )
    expect([total(status), status.category]).toEqual([[76, 16, 11], 'medium'])
    expect(status.present!.lines.map(({ relation, sharePpm, awu }) => [relation, sharePpm, awu])).toEqual([
      ['own', 1_000_000, 40],
      ['partner', 300_000, 36],
    ])
    expect(status.present!.lines[1]!.text).toEqual({
      sv: 'p AB har 30 % i own AB: partnerföretag, räknas med 30 %.',
      en: 'p AB has 30 % in own AB: partner, counted at 30 %.',
    })
  })

  test('A-T09: a partner of 49 % can make it large', () => {
    const status = ask(
      question({ parties: [firm('own'), firm('p')], holdings: [holds('p', 'own', 49)] }, [
        accounts('own', [40, 7, 5]),
        accounts('p', [500, 120, 90]),
      ]),
    )
    expect([total(status), status.category]).toEqual([[285, 65.8, 49.1], 'not_sme'])
  })

  test('A-T10: linked in full and partner pro rata', () => {
    const status = ask(
      question(
        { parties: [firm('own'), firm('l'), firm('p')], holdings: [holds('own', 'l', 80), holds('p', 'own', 40)] },
        [accounts('own', [30, 4, 3]), accounts('l', [15, 3, 2]), accounts('p', [100, 20, 15])],
      ),
    )
    expect([total(status), status.category]).toEqual([[85, 15, 11], 'medium'])
  })

  test('A-T13: partners of partners do not count', () => {
    const facts = {
      parties: [firm('own'), firm('p'), firm('q')],
      holdings: [holds('p', 'own', 20), holds('q', 'p', 40)],
    }
    const status = ask(question(facts, [accounts('own', [45, 9, 8])]))
    expect([total(status), status.category]).toEqual([[45, 9, 8], 'small'])
    const partner = { ...facts, holdings: [holds('p', 'own', 30), holds('q', 'p', 40)] }
    const books = [accounts('own', [45, 9, 8]), accounts('p', [10, 1, 1]), accounts('q', [900, 300, 200])]
    expect(total(ask(question(partner, books)))).toEqual([48, 9.3, 8.3])
  })

  test('A-T14: exactly 25 % makes a partner, a millionth less does not', () => {
    const parties = [firm('own'), firm('p')]
    const books = [accounts('own', [45, 9, 8]), accounts('p', [100, 30, 20])]
    const status = ask(question({ parties, holdings: [holds('p', 'own', 25)] }, books))
    expect([total(status), status.category]).toEqual([[70, 16.5, 13], 'medium'])
    const below = { owner: 'p', owned: 'own', capitalPpm: 249_999, votesPpm: 249_999 }
    expect(ask(question({ parties, holdings: [below] }, books)).category).toBe('small')
  })

  test('the higher of capital and votes counts', () => {
    const parties = [firm('own'), firm('p')]
    const holding = { owner: 'p', owned: 'own', capitalPpm: 100_000, votesPpm: 400_000 }
    const books = [accounts('own', [40, 7, 5]), accounts('p', [100, 20, 10])]
    expect(total(ask(question({ parties, holdings: [holding] }, books)))).toEqual([80, 15, 9])
  })

  test('those linked with a partner are added to it before its share is taken', () => {
    const status = ask(
      question(
        { parties: [firm('own'), firm('p'), firm('q')], holdings: [holds('p', 'own', 30), holds('p', 'q', 100)] },
        [accounts('own', [10, 1, 1]), accounts('p', [20, 2, 2]), accounts('q', [80, 8, 8])],
      ),
    )
    expect(total(status)).toEqual([40, 4, 4])
    expect(status.present!.lines.at(-1)!.relation).toBe('linked-with-partner')
  })

  test('partners of a linked enterprise count, and shares of linked owners are added together', () => {
    const holdings = [holds('own', 'l', 60), holds('p', 'l', 15), holds('q', 'l', 15), holds('p', 'q', 100)]
    const parties = ['own', 'l', 'p', 'q'].map(firm)
    const books = [
      accounts('own', [10, 1, 1]),
      accounts('l', [10, 1, 1]),
      accounts('p', [50, 5, 5]),
      accounts('q', [50, 5, 5]),
    ]
    expect(total(ask(question({ parties, holdings }, books)))).toEqual([50, 5, 5])
  })

  test('of cross-holdings the greater share counts, once', () => {
    const holdings = [holds('p', 'own', 30), holds('own', 'p', 40)]
    const books = [accounts('own', [10, 1, 1]), accounts('p', [100, 10, 10])]
    expect(total(ask(question({ parties: [firm('own'), firm('p')], holdings }, books)))).toEqual([50, 5, 5])
  })

  test('what consolidated accounts hold is not added again, but a headcount they lack is', () => {
    const group = {
      parties: [firm('own'), firm('l')],
      holdings: [holds('own', 'l', 100)],
      consolidations: [
        { parent: 'own', members: [{ enterprise: 'l', sharePpm: 1_000_000 }], headcountIncluded: false },
      ],
    }
    const books = [{ ...accounts('own', [10, 8, 8]), scope: 'consolidated' }, accounts('l', [30, 5, 5])]
    const status = ask(question(group, books))
    expect(total(status)).toEqual([40, 8, 8])
    expect(status.present!.lines[1]!.text.en).toContain('Within the consolidated accounts of own AB already.')
    const own = [...books, accounts('own', [10, 3, 3])]
    expect(total(ask(question(group, own)))).toEqual([40, 8, 8])
    expect(total(ask(question({ ...group, consolidations: [] }, [accounts('own', [10, 3, 3]), books[1]!])))).toEqual([
      40, 8, 8,
    ])
  })

  test('a turnover of a short year is taken to twelve months', () => {
    const status = ask(question({}, [{ ...accounts('own', [5, 1, 1]), months: 6 }]))
    expect(total(status)).toEqual([5, 2, 1])
  })

  test('missing accounts of somebody who counts are a case for review, unless it is too large already', () => {
    const group = { parties: [firm('own'), firm('l')], holdings: [holds('own', 'l', 100)] }
    const status = ask(question(group, [accounts('own', [10, 1, 1])]))
    expect(outlined(status)).toEqual({ verdict: 'review', category: null })
    expect(codes(status)).toEqual(['ACCOUNTS_MISSING'])
    expect(outlined(ask(question(group, [accounts('own', [300, 1, 1])])))).toEqual({
      verdict: 'block',
      category: 'not_sme',
    })
  })
})

describe('owners with rules of their own', () => {
  const angel = (id: string) => ({ id, name: id, kind: 'business-angel' })
  const university = { id: 'u', name: 'U', country: 'SE', kind: 'university' }

  test('A-T16: a university of 30 % is no partner', () => {
    const status = ask(
      question({ parties: [firm('own'), university], holdings: [holds('u', 'own', 30)] }, [
        accounts('own', [45, 9, 8]),
      ]),
    )
    expect(outlined(status)).toEqual({ verdict: 'pass', category: 'small' })
    expect(codes(status)).toEqual(['EXCEPTED_INVESTOR'])
  })

  test('a university with the majority is linked, and whether it is public decides', () => {
    const group = (more: object) => ({
      parties: [firm('own'), { ...university, ...more }],
      holdings: [holds('u', 'own', 60)],
    })
    const books = [accounts('own', [5, 1, 1]), accounts('u', [5, 1, 1])]
    expect(codes(ask(question(group({}), books)))).toEqual(['PUBLIC_OWNER_UNKNOWN'])
    expect(codes(ask(question(group({ public: true }), books)))).toEqual(['PUBLIC_25'])
    expect(outlined(ask(question(group({ public: false }), books)))).toEqual({ verdict: 'pass', category: 'small' })
  })

  const municipality = {
    id: 'm',
    name: 'Kommunen',
    country: 'SE',
    kind: 'local-authority',
    annualBudgetEurCents: 9e11,
    inhabitants: 120_000,
  }

  test('A-T18: a municipality of 26 % leaves no SME', () => {
    const status = ask(
      question({ parties: [firm('own'), municipality], holdings: [holds('m', 'own', 26)] }, [
        accounts('own', [20, 2, 2]),
      ]),
    )
    expect(outlined(status)).toEqual({ verdict: 'block', category: 'not_sme' })
    expect(status.reasons).toEqual([
      {
        code: 'PUBLIC_25',
        effect: 'block',
        source: 'Recommendation 2003/361/EC, Annex, Art. 3(4); case C-516/19',
        text: {
          sv: 'Offentliga organ kontrollerar 26 % (Kommunen). Från 25 % är företaget inte litet eller medelstort, hur litet det än är.',
          en: 'Public bodies control 26 % (Kommunen). From 25 % an enterprise is no SME, however small it is.',
        },
      },
    ])
  })

  test('public shares add up, and reach through an enterprise that a public body controls', () => {
    const state = { id: 's', name: 'Staten', country: 'SE', kind: 'public-body' }
    const books = [accounts('own', [20, 2, 2])]
    const parties = [firm('own'), firm('h'), municipality, state]
    const jointly = [holds('m', 'own', 13), holds('s', 'own', 12)]
    expect(codes(ask(question({ parties, holdings: jointly }, books)))).toContain('PUBLIC_25')
    const through = [holds('m', 'h', 51), holds('h', 'own', 25)]
    expect(codes(ask(question({ parties, holdings: through }, [...books, accounts('h', [1, 1, 1])])))).toContain(
      'PUBLIC_25',
    )
    const apart = [holds('m', 'h', 50), holds('h', 'own', 60)]
    expect(codes(ask(question({ parties, holdings: apart }, [...books, accounts('h', [1, 1, 1])])))).toEqual([
      'PUBLIC_INDIRECT',
    ])
    expect(codes(ask(question({ parties, holdings: [holds('m', 'own', 24.9)] }, books)))).toEqual([])
  })

  test('a Swedish municipality said to be small enough to be excepted is a case for review', () => {
    const small = { ...municipality, annualBudgetEurCents: 5e8, inhabitants: 3000 }
    const facts = { parties: [firm('own'), small], holdings: [holds('m', 'own', 30)] }
    expect(codes(ask(question(facts, [accounts('own', [20, 2, 2])])))).toEqual([
      'LOCAL_AUTHORITY_CHECK',
      'EXCEPTED_INVESTOR',
    ])
  })

  test('A-T19: business angels are excepted below EUR 1 250 000 in all, and not from there', () => {
    const invested = (first: number) => ({
      parties: [firm('own'), angel('a'), angel('b')],
      holdings: [
        { ...holds('a', 'own', 28), investedEurCents: first },
        { ...holds('b', 'own', 2), investedEurCents: 25_000_000 },
      ],
    })
    const relations = (cents: number) => ask(question(invested(cents), [accounts('own', [20, 2, 2])]))
    expect(codes(relations(99_999_999))).toEqual(['EXCEPTED_INVESTOR'])
    expect(relations(99_999_999).autonomous).toBe(true)
    expect(codes(relations(100_000_000))).toEqual([])
    expect(relations(100_000_000).autonomous).toBe(false)
  })

  test('an investor by contract is linked only where it takes part in the management', () => {
    const fund = { id: 'v', name: 'V', country: 'SE', kind: 'venture-capital' }
    const control = (more: object) => ({
      parties: [firm('own'), fund],
      controls: [{ controller: 'v', controlled: 'own', means: 'contract', ...more }],
    })
    const books = [accounts('own', [5, 1, 1]), accounts('v', [5, 1, 1])]
    expect(ask(question(control({}), books)).autonomous).toBe(true)
    expect(total(ask(question(control({ takesPartInManagement: true }), books)))).toEqual([10, 2, 2])
  })

  test('two excepted investors that are linked and exceed half of the votes together are linked', () => {
    const fund = (id: string) => ({ id, name: id, country: 'SE', kind: 'venture-capital' })
    const holdings = [holds('v', 'own', 30), holds('w', 'own', 30), holds('v', 'w', 60)]
    const books = [accounts('own', [5, 1, 1]), accounts('v', [5, 1, 1]), accounts('w', [5, 1, 1])]
    expect(total(ask(question({ parties: [firm('own'), fund('v'), fund('w')], holdings }, books)))).toEqual([15, 3, 3])
    const apart = ask(question({ parties: [firm('own'), fund('v'), fund('w')], holdings: holdings.slice(0, 2) }, books))
    expect(apart.autonomous).toBe(true)
  })
})

describe('persons', () => {
  const person = (id: string) => ({ id, name: id, kind: 'person' })
  const group = (answer?: string) => ({
    parties: [firm('own'), firm('other'), person('Anna'), person('Bo')],
    holdings: [holds('Anna', 'own', 60), holds('Anna', 'other', 40), holds('Bo', 'other', 20)],
    actingJointly: [{ persons: ['Anna', 'Bo'] }],
    markets: answer ? [{ enterprises: ['other', 'own'], answer }] : [],
  })
  const books = [accounts('own', [40, 7, 5]), accounts('other', [30, 6, 6])]

  test('link enterprises on the same or an adjacent market, and nowhere else', () => {
    expect(total(ask(question(group('same'), books)))).toEqual([70, 13, 11])
    expect(ask(question(group('adjacent'), books)).present!.lines[1]!.text.en).toBe(
      'Anna and Bo decide over both own AB and other AB, on adjacent markets: linked, counted in full.',
    )
    expect(outlined(ask(question(group('neither'), books)))).toEqual({ verdict: 'pass', category: 'small' })
  })

  test('a market that nobody has judged is a case for review only where it decides', () => {
    const status = ask(question(group(), books))
    expect(outlined(status)).toEqual({ verdict: 'review', category: null })
    expect(codes(status)).toEqual(['MARKET_UNKNOWN'])
    const small = ask(question(group('unknown'), [books[0]!, accounts('other', [5, 1, 1])]))
    expect(outlined(small)).toEqual({ verdict: 'pass', category: 'small' })
    expect(codes(small)).toEqual(['MARKET_UNKNOWN_NO_MATTER'])
  })

  test('who do not act jointly do not link', () => {
    const apart = { ...group('same'), actingJointly: [] }
    expect(ask(question(apart, books)).autonomous).toBe(true)
  })
})

describe('financial years', () => {
  const SIZES = { small: [40, 7, 5], medium: [100, 20, 20], not_sme: [300, 60, 60] } as const
  const history = (...raw: (keyof typeof SIZES)[]) =>
    raw.map((name, n) => accounts('own', SIZES[name], `${2026 - raw.length + n}-12-31`))

  test.each([
    ['A-T21', ['medium', 'not_sme', 'medium'], 'medium'],
    ['A-T22', ['medium', 'medium', 'not_sme'], 'medium'],
    ['A-T23', ['medium', 'not_sme', 'not_sme'], 'not_sme'],
    ['A-T25', ['not_sme', 'medium', 'medium'], 'medium'],
  ] as const)('%s: %j gives %s', (_, raw, category) => {
    expect(ask(question({}, history(...raw))).category).toBe(category)
  })

  test('each ceiling has a memory of its own', () => {
    expect(ask(question({}, history('small', 'medium', 'not_sme'))).category).toBe('medium')
  })

  test('A-T28: a new enterprise is classified by its estimate, to be judged again', () => {
    const { closedOn: _, ...size } = accounts('own', [6, 0.4, 0.3])
    const estimate = { ...size, basis: 'estimate', madeOn: '2026-03-01' }
    const status = ask(question({}, [estimate]))
    expect([outlined(status), status.basis, codes(status)]).toEqual([
      { verdict: 'pass', category: 'micro' },
      'estimate',
      ['ESTIMATE'],
    ])
    const closed = ask(question({}, [estimate, accounts('own', [20, 3, 3])], { on: '2026-11-23' }))
    expect([closed.category, closed.basis]).toEqual(['small', 'closed'])
  })

  const parties = [firm('own'), firm('g')]
  const bought = { parties, holdings: [holds('g', 'own', 100, { from: '2026-10-23' })] }
  const large = accounts('g', [5000, 900, 900])

  test('A-T29: bought by a large group last month, the readings differ and a person decides', () => {
    const status = ask(question(bought, [...history('medium', 'medium', 'medium'), large]))
    expect(outlined(status)).toEqual({ verdict: 'review', category: null })
    expect(status.answers).toEqual([
      { reading: 'two-periods', markets: 'apart', category: 'medium' },
      { reading: 'change-at-once', markets: 'apart', category: 'not_sme' },
    ])
    expect(codes(status)).toEqual(['OWNERSHIP_CHANGE'])
  })

  test('two financial years after the purchase the readings agree', () => {
    const earlier = { parties, holdings: [holds('g', 'own', 100, { from: '2024-06-01' })] }
    const books = [...history('medium', 'medium', 'medium'), { ...large, closedOn: '2024-12-31' }, large]
    expect(outlined(ask(question(earlier, books)))).toEqual({ verdict: 'block', category: 'not_sme' })
  })

  test('a sale of a holding to another owner on the next day leaves no gap and no overlap', () => {
    const holdings = [holds('g', 'own', 100, { to: '2025-06-30' }), holds('h', 'own', 100, { from: '2025-07-01' })]
    const status = ask(
      question({ parties: [...parties, firm('h')], holdings }, [...history('small'), accounts('h', [1, 1, 1])]),
    )
    expect(status.present!.lines.map(({ enterprise }) => enterprise)).toEqual(['own', 'h'])
  })

  test('accounts that are not approved on the day do not count', () => {
    const books = [
      accounts('own', [40, 7, 5], '2024-12-31'),
      { ...accounts('own', [300, 60, 60]), approvedOn: '2026-12-01' },
    ]
    expect(ask(question({}, books)).years).toHaveLength(1)
  })

  test('a missing year and accounts that are too old are cases for review', () => {
    const books = [accounts('own', [40, 7, 5], '2021-12-31'), accounts('own', [40, 7, 5], '2024-12-31')]
    expect(codes(ask(question({}, books)))).toEqual(['ACCOUNTS_OLD', 'YEAR_MISSING'])
  })
})

describe('currencies', () => {
  const krona = {
    ...accounts('own', [40, 0, 0]),
    currency: 'SEK',
    turnoverCents: 10_600_000_000,
    balanceCents: 20_000_000_000,
  }
  const rate = { currency: 'SEK', on: '2025-12-31', perEuro: '11.20', source: 'European Central Bank' }

  test('amounts are converted at the rate of the closing day, and one near a ceiling is pointed out', () => {
    const status = ask(question({}, [krona], { rates: [rate] }))
    expect(status.category).toBe('small')
    expect(status.present!.total.turnoverEurCents).toBe(946_428_571)
    expect(codes(status)).toEqual(['NEAR_CEILING'])
    expect(status.present!.lines[0]!.accounts!.rate).toMatchObject({
      perEuro: '11.20',
      source: 'European Central Bank',
    })
  })

  test('a missing rate is told, never guessed', () => {
    const answer = answerSmeQuestion(question({}, [krona], { rates: [{ ...rate, on: '2025-11-28' }] }), DEFINITIONS)
    expect(answer).toEqual({
      ok: false,
      faults: [
        {
          pointer: '#/accounts/0/currency',
          message: {
            sv: 'Det finns ingen kurs för SEK den 2025-12-31. Lägg till kursen; den gissas aldrig.',
            en: 'There is no rate for SEK on 2025-12-31. Add the rate; it is never guessed.',
          },
        },
      ],
    })
  })
})
