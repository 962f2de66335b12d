import { useCallback } from 'react'
import { useFormats } from '../../locales/texts.tsx'
import { percentOf } from './percent.ts'

/** A share of millionths as it is read: `33,3333 %`. */
export function usePercent(): (ppm: number) => string {
  const { number } = useFormats()
  return useCallback((ppm) => `${number(percentOf(ppm), 4)}\u00a0%`, [number])
}
