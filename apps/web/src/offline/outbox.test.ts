import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type OfflineDatabase, openDatabase } from './database.ts'
import { createOutbox, type Outbox, sendCommands } from './outbox.ts'
import { noNetwork, refused, taken, testServer } from './test-server.ts'

type Answer = { value: string; base: number }

let person = 0
let database: OfflineDatabase
let outbox: Outbox

beforeEach(async () => {
  person += 1
  await reopen()
})

async function reopen() {
  database?.close()
  database = openDatabase(`outbox-${person}`)
  outbox = createOutbox(database)
  await outbox.refresh()
}

/** One answer of a questionnaire: its base is the revision it builds on. */
const answer = (question: string, value: string) =>
  outbox.add<Answer>({
    stream: `answer ${question}`,
    url: `/api/answers/${question}`,
    method: 'PUT',
    label: question,
    page: '/assessment',
    queryKey: ['assessment'],
    body: (waiting) => {
      if (!waiting) return { value, base: 0 }
      return { value, base: waiting.replaces ? waiting.body.base : waiting.body.base + 1 }
    },
  })

const sendWith = (server: ReturnType<typeof testServer>) =>
  sendCommands({ database, outbox, send: server.send, onSaved: () => {} })

const bodies = (server: ReturnType<typeof testServer>) => server.calls.map(({ body }) => body)

describe('the outbox', () => {
  test('sends in the order it was filled, each command under its own key', async () => {
    await answer('q1', 'a')
    await answer('q2', 'b')
    const server = testServer(taken)
    expect(await sendWith(server)).toBe('sent')
    expect(server.calls.map(({ url }) => url)).toEqual(['/api/answers/q1', '/api/answers/q2'])
    const keys = server.calls.map(({ headers }) => headers['idempotency-key'])
    expect(new Set(keys).size).toBe(2)
    expect(outbox.all()).toEqual([])
  })

  test('survives a reload, and sends again under the same key what got no answer', async () => {
    await answer('q1', 'a')
    const server = testServer(noNetwork)
    expect(await sendWith(server)).toBe('later')
    await reopen()
    expect(outbox.all()).toHaveLength(1)
    server.next(taken)
    expect(await sendWith(server)).toBe('sent')
    expect(server.calls[0]!.headers['idempotency-key']).toBe(server.calls[1]!.headers['idempotency-key'])
  })

  test('sends only the last of two changes of the same thing when neither was sent', async () => {
    await answer('q1', 'a')
    await answer('q1', 'b')
    const server = testServer(taken)
    await sendWith(server)
    expect(bodies(server)).toEqual([{ value: 'b', base: 0 }])
  })

  test('builds on a change that may have arrived although its answer was lost', async () => {
    await answer('q1', 'a')
    const server = testServer(noNetwork)
    await sendWith(server)
    await answer('q1', 'b')
    server.next(taken)
    await sendWith(server)
    expect(bodies(server).slice(1)).toEqual([
      { value: 'a', base: 0 },
      { value: 'b', base: 1 },
    ])
  })

  test('tries again later after a fault of the server, without holding up the others', async () => {
    await answer('q1', 'a')
    await answer('q2', 'b')
    const server = testServer(refused(500, 'internal'), taken)
    expect(await sendWith(server)).toBe('later')
    expect(outbox.all().map(({ label }) => label)).toEqual(['q1'])
    expect(outbox.all()[0]!.state).toBe('waiting')
  })

  test('shows what was refused and never drops it', async () => {
    await answer('q1', 'a')
    await sendWith(testServer(refused(409, 'assessment-closed')))
    await reopen()
    expect(outbox.all()).toMatchObject([{ state: 'attention', refusal: { slug: 'assessment-closed' } }])
    const server = testServer(taken)
    await sendWith(server)
    expect(server.calls).toEqual([])
  })

  test('holds back what builds on a refused command until the person has decided', async () => {
    await answer('q1', 'a')
    await sendWith(testServer(refused(412, 'changed-meanwhile')))
    await answer('q1', 'b')
    await answer('q2', 'c')
    const server = testServer(taken)
    await sendWith(server)
    expect(bodies(server)).toEqual([{ value: 'c', base: 0 }])
    await outbox.discard(outbox.all()[0]!.id)
    await sendWith(server)
    expect(bodies(server).at(-1)).toMatchObject({ value: 'b' })
  })

  test('stops at a lost session and keeps all', async () => {
    await answer('q1', 'a')
    await answer('q2', 'b')
    const server = testServer(refused(401, 'not-signed-in'))
    expect(await sendWith(server)).toBe('signed-out')
    expect(server.calls).toHaveLength(1)
    expect(outbox.all()).toHaveLength(2)
  })

  test('tells the reply to those who show the record', async () => {
    const heard: unknown[] = []
    outbox.onSent(({ command, reply }) => heard.push([command.stream, reply]))
    await answer('q1', 'a')
    await sendWith(testServer(() => Response.json({ revision: 1 })))
    expect(heard).toEqual([['answer q1', { revision: 1 }]])
  })
})
