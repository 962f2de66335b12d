import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCommand } from './test-command.ts'

const DOCS = path.resolve(import.meta.dirname, '../../../../docs')
const folder = mkdtempSync(path.join(os.tmpdir(), 'stegvis-sme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('sme classify answers in JSON, with the rates of files beside those of the input', async () => {
  const { code, out } = await runCommand(['sme', 'classify', path.join(DOCS, 'sme-example.json')])
  expect([code, JSON.parse(out)]).toMatchObject([0, { verdict: 'pass', category: 'small' }])

  const rates = path.join(folder, 'eurofxref-hist.csv')
  writeFileSync(rates, 'Date,SEK,\n2025-12-31,11.20,\n')
  const question = {
    format: 'stegvis-sme/1',
    enterprise: 'a',
    on: '2026-11-23',
    group: { parties: [{ id: 'a', name: 'A', country: 'SE', kind: 'enterprise' }] },
    accounts: [
      {
        basis: 'closed',
        enterprise: 'a',
        closedOn: '2025-12-31',
        awu: 5,
        currency: 'SEK',
        turnoverCents: 1e9,
        balanceCents: 1e9,
      },
    ],
  }
  const input = JSON.stringify(question)
  const missing = await runCommand(['sme', 'classify', '-'], { input })
  expect([missing.code, missing.out, missing.problem.trim()]).toEqual([
    1,
    '',
    '#/accounts/0/currency: There is no rate for SEK on 2025-12-31. Add the rate; it is never guessed.',
  ])
  const found = await runCommand(['sme', 'classify', '-', '--rates', rates], { input })
  expect([found.code, JSON.parse(found.out).category]).toEqual([0, 'micro'])
})

test('id check ends with 1 where a number is wrong, and says which', async () => {
  const good = await runCommand(['id', 'check', path.join(DOCS, 'id-example.json')])
  expect([good.code, JSON.parse(good.out).valid]).toEqual([0, true])
  const input = JSON.stringify({ format: 'stegvis-id/1', numbers: [{ scheme: 'no-orgnr', value: '999999019' }] })
  const wrong = await runCommand(['id', 'check', '-'], { input })
  expect([wrong.code, JSON.parse(wrong.out).valid, wrong.problem.trim()]).toEqual([
    1,
    false,
    '#/numbers/0: Norwegian organisation number: the check digit does not fit.',
  ])
})

test('rates finds the rate of a day in a file as it is published, or says which one is missing', async () => {
  const list = path.join(folder, 'monthly.json')
  writeFileSync(list, JSON.stringify([{ isoA3Code: 'SEK', value: 11.2045 }]))
  const words = ['rates', list, '--month', '2026-03', '--currency', 'SEK', '--policy', 'month-of', '--on']
  const found = await runCommand([...words, '2026-03-15'])
  expect(JSON.parse(found.out)).toMatchObject({ currency: 'SEK', perEuro: '11.2045', every: 'month' })
  const missing = await runCommand([...words, '2026-04-15'])
  expect([missing.code, missing.problem]).toEqual([1, expect.stringContaining('no monthly rate for SEK for 2026-04')])
  const unnamed = await runCommand(['rates', list])
  expect(unnamed.problem).toContain('name the month')
})
