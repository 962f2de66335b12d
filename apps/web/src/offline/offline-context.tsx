import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Command } from './database.ts'
import type { ShownDraft } from './drafts.ts'
import type { Offline } from './offline.ts'

export const OfflineContext = createContext<Offline | null>(null)

/** Drafts, outbox and sender of the signed-in person. Only for pages behind sign-in. */
export function useOffline(): Offline {
  const offline = useContext(OfflineContext)
  if (!offline) throw new Error('fields that save as you type belong behind sign-in')
  return offline
}

export function useDraft(url: string, field: string): ShownDraft | undefined {
  const { drafts } = useOffline()
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(url, field))
}

/** Every command that waits or needs the person, oldest first. */
export function useCommands(): readonly Command[] {
  const { outbox } = useOffline()
  return useSyncExternalStore(outbox.subscribe, outbox.all)
}

/** `stuck`: the last try got no answer. `signedOut`: sign-in comes first. */
export type SenderState = { stuck: boolean; signedOut: boolean }

export function useSenderState(): SenderState {
  const { sender } = useOffline()
  return useSyncExternalStore(sender.subscribe, sender.state)
}
