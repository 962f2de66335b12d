import type { Language } from '@stegvis/core/kernel/text.ts'
import { createContext } from 'react'
import type { PublicMessages } from './sv-public.ts'
import { type EntryTextsProps, TextsProvider, useTextsOf } from './texts.tsx'

const PublicTexts = createContext<PublicMessages | null>(null)

export async function loadPublicMessages(language: Language): Promise<PublicMessages> {
  return language === 'sv' ? (await import('./sv-public.ts')).svPublic : (await import('./en-public.ts')).enPublic
}

export function PublicTextsProvider(props: EntryTextsProps<PublicMessages>) {
  return <TextsProvider context={PublicTexts} load={loadPublicMessages} {...props} />
}

/** Every text of the public pages. */
export function usePublicTexts(): PublicMessages {
  return useTextsOf(PublicTexts)
}
