import { type LineInput, lineChart } from '@stegvis/core/figures/line.ts'
import { useFormats } from '../locales/texts.tsx'
import { Figure } from './figure.tsx'

type LineChartProps = Omit<LineInput, 'language' | 'number' | 'width'> & { accent: number; captioned?: boolean }

/** A key figure over time, with its target. */
export function LineChart({ accent, captioned, ...input }: LineChartProps) {
  const { language, number } = useFormats()
  return (
    <Figure accent={accent} captioned={captioned} draw={(width) => lineChart({ ...input, language, number, width })} />
  )
}
