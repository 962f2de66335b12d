import type { Language } from '@stegvis/core/kernel/text.ts'
import { createContext } from 'react'
import type { Messages } from './sv.ts'
import { type EntryTextsProps, TextsProvider, useTextsOf } from './texts.tsx'

const AppTexts = createContext<Messages | null>(null)

/** Each language is a chunk of its own; the browser loads the one it shows. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'sv' ? (await import('./sv.ts')).sv : (await import('./en.ts')).en
}

export function AppTextsProvider(props: EntryTextsProps<Messages>) {
  return <TextsProvider context={AppTexts} load={loadMessages} {...props} />
}

/** Every text of the app: `const { companies } = useTexts()`. */
export function useTexts(): Messages {
  return useTextsOf(AppTexts)
}
