import type { Said } from '@stegvis/core/aid/groups/picture.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'

/** Whose word something is: `Anna Ek, 2026-11-23 (företaget)`. */
export function useSaid(): (said: Said) => string {
  const { said: texts } = useTexts().groups
  const { dayOf } = useFormats()
  return ({ source, by, at }) => {
    if (by === null || at === null) return texts.fromRecord
    return texts.by({ who: by, day: dayOf(at), source: texts.sources[source] })
  }
}
