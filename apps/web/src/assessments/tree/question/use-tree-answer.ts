import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import { answerFault } from '@stegvis/core/models/tree/answer-faults.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledScale } from '@stegvis/core/models/tree/program.ts'
import { useEffect, useRef, useState } from 'react'
import { useOwnFormDraft } from '../../own-form-draft.ts'

const PAUSE_MILLISECONDS = 700

export type TreeAnswerState = {
  /** what the screen shows as answered, from the tap on */
  shown: TreeAnswer | undefined
  /** what is shown is not saved yet, since something is missing in it */
  isUnfinished: boolean
  /** a tap: saved at once, or kept on the device until it is whole */
  give: (answer: TreeAnswer | null) => void
  /** typing: saved after a pause, or on leaving the field */
  write: (answer: TreeAnswer | null) => void
  left: () => void
}

type Options = {
  /** names the answer on the device */
  key: string
  scale: CompiledScale
  saved: TreeAnswer | undefined
  save: (answer: TreeAnswer | null) => void
  /** adds what stays with the question when its answer changes, such as a coach's reason */
  keep?: ((answer: TreeAnswer) => TreeAnswer) | undefined
}

type Draft = { answer: TreeAnswer | null; isKept: boolean }

/**
 * One answer to a question of a tree. It is saved when it fits its scale and not before: a split that does not reach
 * 100 yet, or "not applicable" without its reason, is kept on the device meanwhile.
 */
export function useTreeAnswer({ key, scale, saved, save, keep = (answer) => answer }: Options): TreeAnswerState {
  const draft = useOwnFormDraft<Draft>(`tree-answer:${key}`, { answer: null, isKept: false })
  // Sent, and on its way into what is saved.
  const [sent, setSent] = useState<{ answer: TreeAnswer | null; before: TreeAnswer | undefined }>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const underWay = sent && sent.before === saved ? sent : undefined
  const shown = draft.value.isKept ? draft.value.answer : underWay ? underWay.answer : (saved ?? null)

  const send = (answer: TreeAnswer | null) => {
    clearTimeout(timer.current)
    const whole = answer && keep(answer)
    if (whole && answerFault(scale, whole) !== undefined) {
      draft.change({ answer, isKept: true })
      return
    }
    if (draft.touched) draft.clear()
    if (sameValue(whole, saved ?? null)) return
    setSent({ answer: whole, before: saved })
    save(whole)
  }
  const flush = useRef(() => {})
  useEffect(() => {
    flush.current = () => {
      if (draft.value.isKept) send(draft.value.answer)
    }
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      flush.current()
    },
    [],
  )
  return {
    shown: shown ?? undefined,
    isUnfinished: draft.value.isKept && draft.value.answer !== null && !fits(scale, keep(draft.value.answer)),
    give: send,
    write: (answer) => {
      draft.change({ answer, isKept: true })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => flush.current(), PAUSE_MILLISECONDS)
    },
    left: () => flush.current(),
  }
}

const fits = (scale: CompiledScale, answer: TreeAnswer) => answerFault(scale, answer) === undefined
