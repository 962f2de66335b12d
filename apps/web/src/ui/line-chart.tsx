import { type LineInput, lineChart } from '@stegvis/core/figures/line.ts'
import type { ReactNode } from 'react'
import { useFormats } from '../locales/texts.tsx'
import { Figure } from './figure.tsx'

type LineChartProps = Omit<LineInput, 'language' | 'number' | 'width'> & {
  accent: number
  captioned?: boolean
  legend?: ReactNode
}

/** A key figure over time, with its target. */
export function LineChart({ accent, captioned, legend, ...input }: LineChartProps) {
  const { language, number } = useFormats()
  return (
    <Figure {...{ accent, captioned, legend }} draw={(width) => lineChart({ ...input, language, number, width })} />
  )
}
