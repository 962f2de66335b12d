import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeError } from '../errors.ts'
import { type Expr, parseExpression, type Reference, referencesOf } from './expression.ts'
import { kindFault, type ValueKind } from './expression-kinds.ts'
import { printExpression } from './expression-print.ts'
import { evaluateExpression, type Value } from './expression-value.ts'

function parsed(source: string, names: readonly string[] = []): Expr {
  const result = parseExpression(source, names)
  if (!result.ok) throw new Error(`${source}: ${describeError(result.code, result.details).en} at ${result.at}`)
  return result.expression
}

const KNOWN: Record<string, Value> = {
  'fact(employees)': 40,
  'fact(nace)': '25',
  'fact(exports)': true,
  'fact(founded)': '2011-05-02',
  'answer(share)': 0.5,
  'answered(share)': true,
  'chosen(fuel, gas)': false,
  'value(flow)': 2.5,
  'level(flow)': 3,
  'previous(flow)': 2,
}

const read = (reference: Reference): Value => KNOWN[printExpression({ at: 0, kind: 'reading', reference })]

const value = (source: string) => evaluateExpression(parsed(source), read)

describe('the value of an expression', () => {
  test.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['12 / 2 / 3', 2],
    ['-2 * -3', 6],
    ['-value(flow)', -2.5],
    ['1 / 0', undefined],
    ['1 / (0.1 + 0.2 - 0.3)', undefined],
    ['0.1 + 0.2 = 0.3', true],
    ['value(flow) + answer(share) >= 3', true],
    ['2 < 2', false],
    ['2 != 2', false],
    ['fact(employees) >= 10 and fact(employees) < 50', true],
    ['fact(nace) in ("24", "25")', true],
    ['fact(employees) in (10, -40)', false],
    ['not fact(exports)', false],
    ['fact(founded) < "2012-01-01"', true],
    ['fact(exports) = true', true],
    ['if level(flow) > previous(flow) then 1 else 0', 1],
    ['min(3, value(flow), 7)', 2.5],
    ['max(3, value(flow))', 3],
    ['count(answered(share), chosen(fuel, gas), level(flow) = 3)', 2],
    ['100000000000000 * 1000000000000000 / 1', 1e29],
  ])('%s is %s', (source, expected) => {
    expect(value(source)).toBe(expected)
  })

  test.each<[string, Value]>([
    ['fact(none) > 1', undefined],
    ['fact(none) > 1 and fact(employees) < 10', false],
    ['fact(none) > 1 and fact(exports)', undefined],
    ['fact(none) > 1 or fact(exports)', true],
    ['fact(none) > 1 or fact(employees) < 10', undefined],
    ['not fact(none)', undefined],
    ['fact(none) in (1, 2)', undefined],
    ['if fact(none) then 1 else 2', undefined],
    ['if fact(none) then 1 else 1', 1],
    ['min(1, fact(none))', undefined],
    ['count(fact(exports), fact(none))', undefined],
    ['1 + fact(none)', undefined],
  ])('%s is %s while a fact is not known', (source, expected) => {
    expect(value(source)).toBe(expected)
  })

  test.each(['fact(nace) * 2', '"a" < 1', 'not 3', '1 and true', 'min(true, 1)', '-"a"'])(
    '%s makes no sense and is undetermined',
    (source) => {
      expect(value(source)).toBeUndefined()
    },
  )
})

describe('reading an expression', () => {
  test('ids may be words of the language', () => {
    expect(referencesOf(parsed('chosen(if, not) and answer(value) > 0'))).toEqual([
      { read: 'chosen', id: 'if', option: 'not', at: 0 },
      { read: 'answer', id: 'value', at: 20 },
    ])
  })

  test('bare names are read where they are allowed', () => {
    expect(referencesOf(parsed('gap * 2 - cost', ['gap', 'cost']))).toEqual([
      { read: 'name', id: 'gap', at: 0 },
      { read: 'name', id: 'cost', at: 10 },
    ])
    expect(parseExpression('gap * 2')).toMatchObject({ ok: false, at: 0, code: 'expression-unknown-word' })
  })

  test.each<[string, number, string]>([
    ['', 0, 'expression-ends-early'],
    ['1 +', 3, 'expression-ends-early'],
    ['(1', 2, 'expression-ends-early'],
    ['1 2', 2, 'expression-unexpected'],
    ['fact()', 5, 'expression-unexpected'],
    ['chosen(a)', 8, 'expression-unexpected'],
    ['fact(a) in 1', 11, 'expression-unexpected'],
    ['fact(a) in (fact(b))', 12, 'expression-unexpected'],
    ['sin(1)', 0, 'expression-unknown-word'],
    ['a < 1', 0, 'expression-unknown-word'],
    ['1 < 2 < 3', 6, 'expression-chained-comparison'],
    ['1 = 2 = 3', 6, 'expression-chained-comparison'],
    ['"open', 0, 'expression-open-code'],
    ['1 & 2', 2, 'expression-character'],
    ['1;2', 1, 'expression-character'],
    ['1.', 0, 'expression-number'],
    ['1e5', 0, 'expression-number'],
    ['9999999999999999', 0, 'expression-number'],
    ['if true then 1', 14, 'expression-ends-early'],
    ['1 + if true then 1 else 2', 4, 'expression-unknown-word'],
  ])('refuses %s at %i: %s', (source, at, code) => {
    const result = parseExpression(source)
    expect(result).toMatchObject({ ok: false, at, code })
    if (!result.ok) expect(describeError(result.code, result.details).sv).not.toMatch(/\{\w+\}/)
  })

  test('refuses what is too long, too wide or too deep', () => {
    expect(parseExpression(`1${' '.repeat(2000)}`)).toMatchObject({ ok: false, code: 'expression-too-long' })
    expect(parseExpression(Array(150).fill('1').join('+'))).toMatchObject({ code: 'expression-too-many-terms' })
    expect(parseExpression(`1 in (${Array(250).fill('1').join()})`)).toMatchObject({
      code: 'expression-too-many-terms',
    })
    for (const [open, close] of [
      ['(', ')'],
      ['-', ''],
      ['not ', ''],
      ['min(', ')'],
      ['if 1=1 then ', ' else 1'],
    ] as const) {
      expect(parseExpression(`${open.repeat(60)}true${close.repeat(60)}`)).toMatchObject({
        ok: false,
        code: 'expression-too-deep',
      })
    }
  })

  test('anything is read or refused, and what is read prints to the same', () => {
    const part = fc.constantFrom(
      ...['fact(a)', 'chosen(a, b)', 'level(x-1)', '"k"', '0.0000001', '2', 'true', '(', ')', ',', '-', '+', '*', '/'],
      ...['=', '<=', 'in', '(1, "a")', 'and', 'or', 'not', 'if', 'then', 'else', 'min(', 'count(', ' ', 'ö'],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const result = parseExpression(parts.join(' '))
        if (!result.ok) return
        const printed = printExpression(result.expression)
        expect(printExpression(parsed(printed))).toBe(printed)
        expect(evaluateExpression(parsed(printed), read)).toEqual(evaluateExpression(result.expression, read))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    'a - (b - c)',
    '(a - b) - c',
    '-(a + b) * c',
    'not (a < 1 or b < 2) and c < 3',
    '(if a < 1 then 2 else 3) + 1',
    '(a < 1) = (b < 1)',
  ])('%s keeps its meaning when printed', (source) => {
    const names = ['a', 'b', 'c']
    const again = parsed(printExpression(parsed(source, names)), names)
    for (const [a, b, c] of [
      [0, 1, 5],
      [2, 3, 1],
      [-4, 0.5, 2],
    ] as const) {
      const readName = (reference: Reference) => ({ a, b, c })[reference.id]
      expect(evaluateExpression(again, readName)).toBe(evaluateExpression(parsed(source, names), readName))
    }
  })
})

describe('kinds that do not fit', () => {
  const kinds: Record<string, ValueKind> = { employees: 'number', nace: 'code', exports: 'truth' }
  const fault = (source: string, wanted?: ValueKind) => kindFault(parsed(source), wanted, ({ id }) => kinds[id])

  test.each<[string, ValueKind | undefined, number]>([
    ['fact(employees)', 'truth', 0],
    ['fact(nace) * 2', undefined, 0],
    ['1 + true', 'number', 4],
    ['fact(nace) in (1, 2)', 'truth', 0],
    ['fact(employees) < "10"', 'truth', 18],
    ['not fact(nace)', 'truth', 4],
    ['if fact(employees) then 1 else 2', 'number', 3],
    ['if fact(exports) then 1 else "a"', undefined, 29],
  ])('%s as %s is refused at %i', (source, wanted, at) => {
    expect(fault(source, wanted)).toMatchObject({ at, code: 'expression-wrong-kind' })
  })

  test('what fits or cannot be told is let through', () => {
    expect(fault('fact(exports) and fact(employees) >= 10', 'truth')).toBeUndefined()
    expect(fault('fact(someday) < "2026-01-01"', 'truth')).toBeUndefined()
    expect(fault('if fact(exports) then level(a) else 0', 'number')).toBeUndefined()
  })
})

test.each([
  ['answer(a) == 1', 10, '=='],
  ['answer(a) > 1 && answered(b)', 14, '&&'],
  ['not answered(a) || answered(b)', 16, '||'],
  ['!answered(a)', 0, '!'],
  ["fact(sector) = 'metal'", 15, "'"],
  ['answer(a) <> 1', 10, '<>'],
])('%s tells how the sign of another language is written here', (source, at, found) => {
  expect(parseExpression(source)).toMatchObject({ ok: false, at, code: 'expression-foreign', details: { found } })
})
