import type { Holding } from '@stegvis/core/aid/groups/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { usePercent } from './use-percent.ts'

/** `60 % av kapitalet och rösterna, sedan 2021-04-01`. */
export function useHoldingWords(): (fact: Holding) => string {
  const { questions } = useTexts().groups
  const percent = usePercent()
  return ({ capitalPpm, votesPpm, from, to }) => {
    const shares =
      capitalPpm === votesPpm
        ? questions.share({ percent: percent(capitalPpm) })
        : questions.shares({ capital: percent(capitalPpm), votes: percent(votesPpm) })
    const days = [...(from ? [questions.since({ day: from })] : []), ...(to ? [questions.until({ day: to })] : [])]
    return [shares, ...days].join(', ')
  }
}
