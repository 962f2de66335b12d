import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { LOCALE } from '../locales/language.ts'
import { useLanguage } from '../locales/texts.tsx'

/** Dates, numbers and spoken texts of the components in the language of the page. */
export function AriaLocale({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return <I18nProvider locale={LOCALE[language]}>{children}</I18nProvider>
}
