import { expect, test } from 'vitest'
import { isUnreachable, isWorthRetrying, retrying } from './retry.ts'

const failure = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

test.each(['40001', '40P01', '25006', '53300', '57P01', '57P02', '57P03', '08006', '08P01', 'ECONNREFUSED', 'ENOENT'])(
  '%s is worth another try',
  (code) => {
    expect(isWorthRetrying(failure(code))).toBe(true)
  },
)

test.each(['23505', '42501', '57014', '22P02'])('%s is not', (code) => {
  expect(isWorthRetrying(failure(code))).toBe(false)
})

test('a write refused as read-only met a standby, unless the transaction asked for it', () => {
  expect(isWorthRetrying(failure('25006'), true)).toBe(false)
})

test('conflicts are no reason to look after the server', () => {
  expect(isUnreachable(failure('40001'))).toBe(false)
  expect(isUnreachable(new Error('Connection terminated unexpectedly'))).toBe(true)
})

test('gives up when the time is over, with the last failure', async () => {
  let tries = 0
  const failing = retrying(
    async () => {
      tries++
      throw failure('40001', `try ${tries}`)
    },
    { limitMs: 150 },
  )
  await expect(failing).rejects.toThrow(/^try \d+$/)
  expect(tries).toBeGreaterThan(1)
})

test('a failure that another try cannot help is thrown at once', async () => {
  let tries = 0
  const failing = retrying(
    async () => {
      tries++
      throw failure('23505')
    },
    { limitMs: 10_000 },
  )
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(tries).toBe(1)
})
