import type { Language } from '@stegvis/core/kernel/text.ts'
import {
  type Context,
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { FORMATS, type Formats } from './format.ts'
import { rememberLanguage } from './language.ts'
import type { SharedMessages } from './shared.ts'

type LanguageChoice = { language: Language; chooseLanguage: (language: Language) => void; shared: SharedMessages }

const LanguageContext = createContext<LanguageChoice | null>(null)

function useChoice(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (!choice) throw new Error('a TextsProvider is missing above this component')
  return choice
}

export function useLanguage(): Pick<LanguageChoice, 'language' | 'chooseLanguage'> {
  return useChoice()
}

/** Texts that both entries load: for components in `ui/`, which know no feature. */
export function useSharedTexts(): SharedMessages {
  return useChoice().shared
}

export function useFormats(): Formats {
  return FORMATS[useChoice().language]
}

type First<M> = { language: Language; texts: M }

type TextsProviderProps<M> = {
  /** the catalogue of one entry: app-texts.tsx, public-texts.tsx */
  context: Context<M | null>
  load: (language: Language) => Promise<M>
  first: First<M>
  children: ReactNode
}

/** Holds the language and its texts; another language is loaded when it is chosen. */
export function TextsProvider<M extends SharedMessages>(props: TextsProviderProps<M>) {
  const { context: TextsContext, load, first, children } = props
  const [shown, show] = useState(first)
  useEffect(() => {
    document.documentElement.lang = shown.language
  }, [shown.language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language: shown.language,
      shared: shown.texts,
      chooseLanguage: (language) => {
        rememberLanguage(language)
        void load(language).then((texts) => startTransition(() => show({ language, texts })))
      },
    }),
    [shown, load],
  )
  return (
    <LanguageContext value={choice}>
      <TextsContext value={shown.texts}>{children}</TextsContext>
    </LanguageContext>
  )
}

export type EntryTextsProps<M> = Pick<TextsProviderProps<M>, 'first' | 'children'>

export function useTextsOf<M>(context: Context<M | null>): M {
  const texts = useContext(context)
  if (!texts) throw new Error('a TextsProvider is missing above this component')
  return texts
}
