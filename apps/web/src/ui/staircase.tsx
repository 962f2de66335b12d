import { type StaircaseInput, staircase } from '@stegvis/core/figures/staircase.ts'
import { type StripInput, staircaseStrip } from '@stegvis/core/figures/strip.ts'
import { useLanguage } from '../locales/texts.tsx'
import { Figure } from './figure.tsx'

/** As wide as a page: steps want room for their names, and rows for what was found. */
const MOST = 1120

type Look = { accent: number; captioned?: boolean }

/** Where a company stands on one ladder: the signature picture. */
export function Staircase({ accent, captioned, ...input }: Omit<StaircaseInput, 'language' | 'width'> & Look) {
  const { language } = useLanguage()
  return <Figure {...{ accent, captioned }} most={MOST} draw={(width) => staircase({ ...input, language, width })} />
}

/** A small staircase for each dimension of a ladder. */
export function StaircaseStrip({ accent, captioned, ...input }: Omit<StripInput, 'language' | 'width'> & Look) {
  const { language } = useLanguage()
  return (
    <Figure {...{ accent, captioned }} most={MOST} draw={(width) => staircaseStrip({ ...input, language, width })} />
  )
}
