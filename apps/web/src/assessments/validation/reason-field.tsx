import { useEffect, useRef } from 'react'
import { SaveState } from '../../ui/save-state.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { SaveState as State } from '../../ui/use-saved-field.ts'
import { useOwnFormDraft } from '../own-form-draft.ts'

const PAUSE_MILLISECONDS = 700

type ReasonFieldProps = {
  label: string
  hint?: string | undefined
  optional?: boolean
  /** names this reason on the device */
  draftKey: string
  stored: string
  state: State
  save: (reason: string) => void
}

/** A reason that saves by itself. Each key stroke is kept on the device until the server has it. */
export function ReasonField({ label, hint, optional, draftKey, stored, state, save }: ReasonFieldProps) {
  const { value, change, clear, touched } = useOwnFormDraft(`reason:${draftKey}`, { text: stored })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const text = touched ? value.text : stored
  const isSaved = touched && value.text.trim() === stored
  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => {
      clearTimeout(timer.current)
      if (touched && text.trim() !== stored) save(text)
    }
    if (isSaved && state === 'saved') clear()
  })
  useEffect(() => () => latest.current(), [])
  return (
    <TextArea
      label={label}
      hint={hint}
      optional={optional ?? false}
      rows={2}
      value={text}
      status={touched && !isSaved ? <SaveState state="typing" /> : undefined}
      onChange={(typed) => {
        change({ text: typed })
        clearTimeout(timer.current)
        timer.current = setTimeout(() => latest.current(), PAUSE_MILLISECONDS)
      }}
      onBlur={() => latest.current()}
    />
  )
}
