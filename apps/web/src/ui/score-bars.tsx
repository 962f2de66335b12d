import { type BarsInput, scoreBars } from '@stegvis/core/figures/bars.ts'
import { useLanguage } from '../locales/texts.tsx'
import { Figure } from './figure.tsx'

type ScoreBarsProps = Omit<BarsInput, 'language' | 'width'> & { accent: number; captioned?: boolean }

/** A bar for each score of a model without levels. */
export function ScoreBars({ accent, captioned, ...input }: ScoreBarsProps) {
  const { language } = useLanguage()
  return <Figure {...{ accent, captioned }} most={1120} draw={(width) => scoreBars({ ...input, language, width })} />
}
