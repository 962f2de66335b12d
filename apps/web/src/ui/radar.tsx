import { type RadarInput, radar } from '@stegvis/core/figures/radar.ts'
import { useLanguage } from '../locales/texts.tsx'
import { Figure } from './figure.tsx'

type RadarProps = Omit<RadarInput, 'language' | 'width'> & { accent: number; captioned?: boolean }

/** The shape of a company across the dimensions of a ladder; at least three of them. */
export function Radar({ accent, captioned, ...input }: RadarProps) {
  const { language } = useLanguage()
  return <Figure accent={accent} captioned={captioned} draw={(width) => radar({ ...input, language, width })} />
}
