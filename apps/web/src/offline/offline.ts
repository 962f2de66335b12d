import type { QueryClient } from '@tanstack/react-query'
import { actFor, send } from '../app/send.ts'
import { openDatabase } from './database.ts'
import { createDrafts } from './drafts.ts'
import { keepQueries, restoreQueries } from './kept-queries.ts'
import { createOutbox, sendCommands } from './outbox.ts'
import { sendDrafts } from './send-drafts.ts'
import { createSender, kickWhenBack, type Outcome } from './sender.ts'

export type Offline = Awaited<ReturnType<typeof open>>

/** Who worked here last: their kept pages open before the server has said who is signed in. */
const LAST_PERSON = 'person'

let current: { person: string; offline: Promise<Offline> } | undefined

/** What this person has on this device: drafts, outbox and kept pages. Opened once a person. */
export function openOffline(person: string, queryClient: QueryClient): Promise<Offline> {
  if (current?.person !== person) {
    void current?.offline.then((earlier) => earlier.close())
    localStorage.setItem(LAST_PERSON, person)
    actFor(person)
    current = { person, offline: open(person, queryClient) }
  }
  return current.offline
}

/** Before the first page: what the last person kept here. */
export async function restoreLastPerson(queryClient: QueryClient): Promise<void> {
  const person = localStorage.getItem(LAST_PERSON)
  if (person) await openOffline(person, queryClient)
}

/** At sign-out: forgets what was read. What was written and not sent waits for the person to come back. */
export async function forgetWhatWasRead(): Promise<void> {
  localStorage.removeItem(LAST_PERSON)
  actFor(undefined)
  const offline = await current?.offline
  await offline?.database.queries.clear()
}

async function open(person: string, queryClient: QueryClient) {
  const database = openDatabase(person)
  const drafts = createDrafts(database)
  const outbox = createOutbox(database)
  const onSaved = (queryKey: readonly unknown[]) => {
    if (queryKey.length > 0) void queryClient.invalidateQueries({ queryKey })
  }
  const sender = createSender({
    lock: `stegvis-send-${person}`,
    work: async (): Promise<Outcome> => {
      const first = await sendDrafts({ database, drafts, send, onSaved })
      return first === 'sent' ? sendCommands({ database, outbox, send, onSaved }) : first
    },
  })
  await restoreQueries(database, queryClient)
  await drafts.load()
  await outbox.refresh()
  const stopKeeping = keepQueries(database, queryClient)
  const stopKicking = kickWhenBack(async () => {
    await Promise.all([drafts.refresh(), outbox.refresh()])
    await sender.kick()
  })
  void sender.kick()
  // Asks the browser not to clear this when space runs short. It may decline; nothing changes then.
  if (navigator.storage?.persist) void navigator.storage.persist()
  const close = () => {
    stopKeeping()
    stopKicking()
    sender.stop()
    database.close()
  }
  return { database, drafts, outbox, sender, close }
}
