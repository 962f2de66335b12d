import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from './test-command.ts'

const DOCS = path.resolve(import.meta.dirname, '../../../../docs')
const example = (name: string) => path.join(DOCS, `aid-${name}-example.json`)
const text = (file: string) => readFileSync(file, 'utf8')

describe('aid', () => {
  test.each(['headroom', 'value', 'equivalent', 'gate'])('%s answers the example as the docs say', async (name) => {
    const { code, out, problem } = await runCommand(['aid', name, example(name)])
    expect([code, problem]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual(JSON.parse(text(path.join(DOCS, `aid-${name}-result-example.json`))))
  })

  test('reads standard input, and refuses with the place and a sentence', async () => {
    const input = JSON.parse(text(example('headroom')))
    input.grants[1].amount.rate.day = '2024-06-01'
    input.grants[2].amount.minor = -1
    const { code, out, problem } = await runCommand(['aid', 'headroom', '-'], { input: JSON.stringify(input) })
    expect([code, out]).toEqual([1, ''])
    expect(problem).toContain('#/grants/2/amount/minor: At least 0')
  })

  test('tells how it is used when a word is wrong', async () => {
    const { code, problem } = await runCommand(['aid', 'constructor', example('gate')])
    expect(code).toBe(1)
    expect(problem).toContain('stegvis aid headroom FILE')
  })
})
