import type { CompanyKeyFigure } from '@stegvis/core/indicators/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useLanguage } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'

/** The focus areas whose ladders name the key figure. */
export function Areas({ keyFigure }: { keyFigure: CompanyKeyFigure }) {
  const { language } = useLanguage()
  return keyFigure.focusAreas.map(({ id, accent, name }) => (
    <AreaName key={id} accent={accent}>
      {inLanguage(name, language)}
    </AreaName>
  ))
}
