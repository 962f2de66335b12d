import { useState } from 'react'

/** What can be seen beside the outline where two fit. */
export const BESIDE = ['part', 'preview'] as const
/** What can be seen alone where one fits, as on a phone. */
export const ALONE = ['outline', ...BESIDE] as const

type Beside = (typeof BESIDE)[number]
export type Pane = (typeof ALONE)[number]

/** Which panes of the editor are seen where there is no room for all three. How many there is room for, the style says. */
export function usePanes() {
  const [isOutline, setOutline] = useState(true)
  const [beside, setBeside] = useState<Beside>('part')
  const alone: Pane = isOutline ? 'outline' : beside
  return {
    alone,
    beside,
    show: (pane: Pane) => {
      setOutline(pane === 'outline')
      if (pane !== 'outline') setBeside(pane)
    },
    /** Chosen in the outline: where it is seen alone, what was chosen is next. */
    leaveOutline: () => setOutline(false),
  }
}
