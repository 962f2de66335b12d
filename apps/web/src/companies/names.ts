import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../locales/texts.tsx'
import { companyChoicesQuery } from './api.ts'

/** The words behind codes and ids of a programme. */
export function useNames(programme: string) {
  const { data } = useSuspenseQuery(companyChoicesQuery(programme))
  const { language } = useLanguage()
  const municipalities = new Map(data.municipalities.map(({ code, name }) => [code, name]))
  return {
    choices: data,
    /** a code of another country is its own name */
    municipality: (code: string | null) => (code === null ? null : (municipalities.get(code) ?? code)),
    focusAreas: data.focusAreas.map((area) => ({ ...area, name: inLanguage(area.name, language) })),
  }
}
