import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  write(createLog('info', stream))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('an error is logged without what the database says of the row', () => {
  const error = Object.assign(new Error('duplicate key for asa@example.org'), {
    code: '23505',
    detail: 'Key (email)=(asa@example.org) already exists.',
    cause: new Error('sent to asa.oberg+x@mail.example.org'),
  })
  const [line] = logged((log) => log.error({ err: error }, 'unexpected error'))
  expect(line).toMatchObject({ level: 'error', msg: 'unexpected error', err: { code: '23505' } })
  expect(JSON.stringify(line)).not.toMatch(/asa|detail/)
  expect(JSON.stringify(line)).toContain('[address]')
})

test('what is below the level is not logged', () => {
  expect(logged((log) => log.debug('quiet'))).toEqual([])
  expect(logged((log) => log.warn('loud'))).toHaveLength(1)
})
