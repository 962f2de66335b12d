import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'

/** `12,5 timmar` from minutes. */
export function useHours(): (minutes: number) => string {
  const { value } = useTexts().stateAid.support
  const { count } = useFormats()
  return (minutes) => count(minutes / 60, value.hourForms, 2)
}
