import { newId } from '../app/new-id.ts'
import { ProblemError } from '../app/send.ts'
import type { Command, OfflineDatabase } from './database.ts'
import { createObservable } from './observable.ts'
import { isPassing } from './send-drafts.ts'
import type { Outcome } from './sender.ts'

export type NewCommand<Body> = Pick<Command, 'stream' | 'url' | 'method' | 'page' | 'label' | 'queryKey'> & {
  /**
   * What to send. A function is given the last command of the stream that still waits: `replaces` tells whether
   * this one takes its place (it was never sent), or comes after it (the server may have it by then).
   */
  body: Body | ((waiting: { body: Body; replaces: boolean } | undefined) => Body)
}

export type Sent = { command: Command; reply: unknown }

export type Outbox = ReturnType<typeof createOutbox>

/** Writes that are not lost: kept in IndexedDB until the server has answered, sent in order within a stream. */
export function createOutbox(database: OfflineDatabase) {
  const changed = createObservable()
  const sent = createObservable<Sent>()
  let commands: readonly Command[] = []

  /** Another tab may have added or sent commands meanwhile. */
  async function refresh(): Promise<void> {
    commands = await database.commands.orderBy('order').toArray()
    changed.tell()
  }

  async function add<Body>(command: NewCommand<Body>): Promise<void> {
    await database.transaction('rw', database.commands, async () => {
      const earlier = await database.commands.where('stream').equals(command.stream).toArray()
      const last = earlier.filter(({ state }) => state === 'waiting').at(-1)
      const replaces =
        last !== undefined && last.attempts === 0 && last.url === command.url && last.method === command.method
      const body = bodyOf(command, last && { body: last.body as Body, replaces })
      if (last && replaces) await database.commands.update(last.order, { body })
      else await database.commands.add({ ...command, body, id: newId(), state: 'waiting', attempts: 0 })
    })
    await refresh()
  }

  /** After a refusal: send again, with another body if given. */
  async function retry(id: string, body?: unknown): Promise<void> {
    await database.commands
      .where('id')
      .equals(id)
      .modify((command) => {
        command.state = 'waiting'
        delete command.refusal
        if (body !== undefined) command.body = body
      })
    await refresh()
  }

  async function discard(id: string): Promise<void> {
    await database.commands.where('id').equals(id).delete()
    await refresh()
  }

  return {
    refresh,
    add,
    retry,
    discard,
    all: () => commands,
    subscribe: changed.subscribe,
    /** told after each command the server has taken, with its reply */
    onSent: sent.subscribe,
    tellSent: sent.tell,
  }
}

function bodyOf<Body>(command: NewCommand<Body>, waiting: { body: Body; replaces: boolean } | undefined): Body {
  const { body } = command
  return typeof body === 'function' ? (body as (waiting: unknown) => Body)(waiting) : body
}

type Parts = {
  database: OfflineDatabase
  outbox: Outbox
  send: (url: string, init: RequestInit) => Promise<Response>
  onSaved: (queryKey: readonly unknown[]) => void
}

/** Sends what waits. A command that is refused or fails holds back its own stream, never the others. */
export async function sendCommands(parts: Parts): Promise<Outcome> {
  const held = new Set<string>()
  let outcome: Outcome = 'sent'
  for (const { order, stream, state } of await parts.database.commands.orderBy('order').toArray()) {
    if (state === 'attention') held.add(stream)
    if (held.has(stream)) continue
    const command = await take(parts.database, order)
    const verdict = command ? await sendCommand(parts, command) : 'sent'
    if (verdict === 'signed-out' || verdict === 'no-network') return verdict === 'no-network' ? 'later' : verdict
    if (verdict !== 'sent') held.add(stream)
    if (verdict === 'later') outcome = 'later'
  }
  return outcome
}

/** From here on the server may have it: a later change of the same thing must not take its place. */
async function take(database: OfflineDatabase, order: number): Promise<Command | undefined> {
  return database.transaction('rw', database.commands, async () => {
    await database.commands
      .where('order')
      .equals(order)
      .modify((command) => {
        command.attempts += 1
      })
    return database.commands.get(order)
  })
}

async function sendCommand(parts: Parts, command: Command): Promise<Outcome | 'refused' | 'no-network'> {
  const { database, outbox } = parts
  try {
    const response = await parts.send(command.url, requestOf(command))
    const reply: unknown = response.status === 204 ? null : await response.json().catch(() => null)
    await database.commands.delete(command.order)
    outbox.tellSent({ command, reply })
    await outbox.refresh()
    parts.onSaved(command.queryKey)
    return 'sent'
  } catch (error) {
    if (isPassing(error)) return error instanceof ProblemError ? 'later' : 'no-network'
    if (!(error instanceof ProblemError)) throw error
    if (error.status === 401) return 'signed-out'
    const refusal = { slug: error.slug, status: error.status, extra: error.extra }
    await database.commands.update(command.order, { state: 'attention', refusal })
    await outbox.refresh()
    return 'refused'
  }
}

function requestOf({ id, method, body }: Command): RequestInit {
  const headers = { 'idempotency-key': id }
  if (body === undefined || body === null) return { method, headers }
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
