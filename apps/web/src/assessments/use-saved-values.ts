import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Command } from '../offline/database.ts'
import { useCommands, useOffline, useSenderState } from '../offline/offline-context.tsx'
import type { SaveState } from '../ui/use-saved-field.ts'

export type Saved<V> = { value: V | null; revision: number }

/** Somebody else, or the same person on another device, wrote since. */
export type Conflict<V> = {
  mine: V | null
  theirs: V | null
  /** who, where the server tells */
  by: string | null
  keepMine: () => void
  takeTheirs: () => void
}

type Body<V> = { value: V | null; base: number }
type Change<V> = { key: string; from: V | null; label: string }

export type SavedValues<V> = {
  /** what stands, what waits to be sent included; nothing where it was taken back */
  values: ReadonlyMap<string, V>
  save: (key: string, value: V | null, label: string, more?: object) => void
  stateOf: (key: string) => SaveState
  /** the state of them all: the one that matters most */
  state: SaveState
  conflictOf: (key: string) => Conflict<V> | undefined
  /** takes the last change back; undefined when there is none */
  undo: (() => void) | undefined
}

type Options<V> = {
  /** the address the values are written under, one segment a key */
  url: string
  stored: ReadonlyMap<string, Saved<V>>
  /** told each value the server has taken, with its reply */
  onReply?: (key: string, saved: Saved<V>, reply: unknown) => void
}

/**
 * Values of one form that are saved one by one through the outbox: on the screen at once, kept on the device until
 * the server has them, each building on the revision it was seen at.
 */
export function useSavedValues<V>({ url, stored, onReply }: Options<V>): SavedValues<V> {
  const { outbox, sender } = useOffline()
  const { stuck, signedOut } = useSenderState()
  const [taken, setTaken] = useState<ReadonlyMap<string, Saved<V>>>(new Map())
  const [changes, setChanges] = useState<readonly Change<V>[]>([])
  const commands = useCommandsUnder(url)
  // Known the moment the reply comes: a change made before the next render already builds on it.
  const revisions = useRef(new Map<string, number>())

  const known = useMemo(() => newest(stored, taken), [stored, taken])
  const values = useMemo(() => {
    const shown = new Map<string, V>()
    for (const [key, { value }] of known) if (value !== null) shown.set(key, value)
    for (const [key, command] of commands) {
      const { value } = command.body as Body<V>
      if (value === null) shown.delete(key)
      else shown.set(key, value)
    }
    return shown
  }, [known, commands])

  useEffect(
    () =>
      outbox.onSent(({ command, reply }) => {
        const key = keyOf(url, command)
        if (key === undefined) return
        const { revision } = reply as { revision: number }
        const saved = { value: (command.body as Body<V>).value, revision }
        revisions.current.set(key, revision)
        setTaken((now) => new Map(now).set(key, saved))
        onReply?.(key, saved, reply)
      }),
    [outbox, url, onReply],
  )

  const send = useCallback(
    (key: string, value: V | null, label: string, more: object = {}) => {
      const path = `${url}/${encodeURIComponent(key)}`
      const revision = () => Math.max(known.get(key)?.revision ?? 0, revisions.current.get(key) ?? 0)
      const added = outbox.add<Body<V>>({
        stream: path,
        url: path,
        method: 'PUT',
        label,
        page: `${location.pathname}${location.search}`,
        queryKey: [],
        body: (waiting) => ({
          ...more,
          value,
          base: waiting ? waiting.body.base + (waiting.replaces ? 0 : 1) : revision(),
        }),
      })
      void added.then(sender.kick)
    },
    [outbox, sender, url, known],
  )

  const save: SavedValues<V>['save'] = (key, value, label, more) => {
    const from = values.get(key) ?? null
    if (sameValue(from, value)) return
    setChanges((now) => [...now.slice(-49), { key, from, label }])
    send(key, value, label, more)
  }
  const last = changes.at(-1)
  const undo =
    last &&
    (() => {
      setChanges((now) => now.slice(0, -1))
      send(last.key, last.from, last.label)
    })

  const stateOf = (key: string): SaveState => {
    const command = commands.get(key)
    if (!command) return taken.has(key) ? 'saved' : 'untouched'
    if (command.state === 'waiting') return signedOut ? 'signed-out' : stuck ? 'offline' : 'saving'
    return command.refusal?.status === 412 ? 'conflict' : 'refused'
  }

  const conflictOf = (key: string): Conflict<V> | undefined => {
    const command = commands.get(key)
    if (command?.state !== 'attention' || command.refusal?.status !== 412) return undefined
    const body = command.body as Body<V>
    const present = command.refusal.extra.present as (Saved<V> & { foundBy?: string | null }) | undefined
    const theirs = { value: present?.value ?? null, revision: present?.revision ?? 0 }
    return {
      mine: body.value,
      theirs: theirs.value,
      by: present?.foundBy ?? null,
      keepMine: () => void outbox.retry(command.id, { ...body, base: theirs.revision }).then(sender.kick),
      takeTheirs: () => {
        revisions.current.set(key, theirs.revision)
        setTaken((now) => new Map(now).set(key, theirs))
        void outbox.discard(command.id)
      },
    }
  }

  const states = [...commands.keys()].map(stateOf)
  const state =
    (['conflict', 'refused', 'signed-out', 'offline', 'saving'] as const).find((one) => states.includes(one)) ??
    (taken.size > 0 ? 'saved' : 'untouched')
  return { values, save, stateOf, state, conflictOf, undo }
}

/** The last command of each key that has not been taken yet. */
function useCommandsUnder(url: string): ReadonlyMap<string, Command> {
  const commands = useCommands()
  return useMemo(() => {
    const found = new Map<string, Command>()
    for (const command of commands) {
      const key = keyOf(url, command)
      if (key !== undefined) found.set(key, command)
    }
    return found
  }, [commands, url])
}

function keyOf(url: string, command: Command): string | undefined {
  if (command.method !== 'PUT' || !command.url.startsWith(`${url}/`)) return undefined
  const rest = command.url.slice(url.length + 1)
  return rest.includes('/') ? undefined : decodeURIComponent(rest)
}

/** What was read may be older than what was taken since. */
function newest<V>(stored: ReadonlyMap<string, Saved<V>>, taken: ReadonlyMap<string, Saved<V>>) {
  const known = new Map(stored)
  for (const [key, saved] of taken) {
    if (saved.revision >= (known.get(key)?.revision ?? 0)) known.set(key, saved)
  }
  return known
}
