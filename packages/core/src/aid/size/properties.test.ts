import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlainDate } from '../../kernel/day.ts'
import { classifySme } from './classify.ts'
import { definitionOn, parseSmeDefinitions } from './definition.ts'
import { SmeQuestion } from './schema.ts'
import { accounts, firm, holds, question } from './test-question.ts'

const FILE = new URL('../../../../../content/aid/sme-definition.yaml', import.meta.url)
const IN_FORCE = definitionOn(parseSmeDefinitions(readFileSync(FILE, 'utf8')), PlainDate.parse('2026-11-23'))!

const FIRMS = ['own', 'b', 'c', 'd', 'e', 'f']
const PEOPLE = ['Anna', 'Bo']
const PARTIES = [...FIRMS.map(firm), ...PEOPLE.map((id) => ({ id, name: id, kind: 'person' }))]

const figures = fc.tuple(fc.nat(200), fc.nat(40), fc.nat(40))
const books = fc.tuple(...FIRMS.map(() => figures)).map((all) => FIRMS.map((id, n) => accounts(id, all[n]!)))
/** Not limited to 100 %: the rules end with a sum of holdings that cannot be, as with one that can. */
const holding = fc
  .tuple(fc.constantFrom(...FIRMS, ...PEOPLE), fc.constantFrom(...FIRMS), fc.integer({ min: 1, max: 100 }))
  .filter(([owner, owned]) => owner !== owned)
const holdings = fc.array(holding, { maxLength: 12 }).map((list) => list.map(([a, b, percent]) => holds(a, b, percent)))
const markets = fc
  .constantFrom('same', 'neither')
  .map((answer) => FIRMS.flatMap((a, n) => FIRMS.slice(n + 1).map((b) => ({ enterprises: [a, b], answer }))))

function classify(held: object[], kept: object[], asked: object[] = [], parties: object[] = PARTIES) {
  const input = question({ parties, holdings: held, markets: asked }, kept)
  return classifySme(SmeQuestion.parse(input), IN_FORCE)
}
const totalOf = (status: ReturnType<typeof classify>) => Object.values(status.present!.total)

test('one holding more never lowers a sum, whatever circles of owners there are', () => {
  fc.assert(
    fc.property(holdings, holding, books, markets, (held, [owner, owned, percent], kept, asked) => {
      const before = totalOf(classify(held, kept, asked))
      const after = totalOf(classify([...held, holds(owner, owned, percent)], kept, asked))
      after.forEach((value, n) => {
        expect(value).toBeGreaterThanOrEqual(before[n]!)
      })
    }),
  )
})

test('higher figures of anybody never make a smaller class', () => {
  const order = ['micro', 'small', 'medium', 'not_sme']
  fc.assert(
    fc.property(holdings, books, fc.nat(FIRMS.length - 1), fc.nat(500), (held, kept, at, more) => {
      const raised = kept.map((row, n) => (n === at ? { ...row, awu: row.awu + more } : row))
      const [before, after] = [classify(held, kept), classify(held, raised)].map(({ present }) => present!.category)
      expect(order.indexOf(after!)).toBeGreaterThanOrEqual(order.indexOf(before!))
    }),
  )
})

test('the order in which things are written is irrelevant', () => {
  fc.assert(
    fc.property(
      holdings,
      books,
      markets,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (held, kept, asked, chance) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, at: chance.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const [one, other] = [
          classify(held, kept, asked),
          classify(shuffled(held), shuffled(kept), shuffled(asked), shuffled(PARTIES)),
        ]
        expect(totalOf(other)).toEqual(totalOf(one))
        expect([other.verdict, other.category]).toEqual([one.verdict, one.category])
      },
    ),
  )
})

test('a holding through an empty shell counts as if it were direct', () => {
  const shell = { ...accounts('shell', [0, 0, 0]) }
  fc.assert(
    fc.property(holdings, fc.nat(11), books, (held, at, kept) => {
      const split = held[at % Math.max(1, held.length)]
      fc.pre(split !== undefined && FIRMS.includes(split.owner))
      const through = [
        ...held.filter((one) => one !== split),
        holds(split!.owner, 'shell', 100),
        { ...split!, owner: 'shell' },
      ]
      const after = classify(through, [...kept, shell], [], [...PARTIES, firm('shell')])
      expect(totalOf(after)).toEqual(totalOf(classify(held, kept)))
    }),
  )
})
