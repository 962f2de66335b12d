import { type ReactNode, useEffect, useRef, useState } from 'react'
import { SearchField } from '../ui/text-field.tsx'
import styles from './filter-line.module.css'

const PAUSE_MILLISECONDS = 250

type FilterLineProps = {
  label: string
  /** the words as the address has them */
  value: string
  onChange: (words: string) => void
  /** further filters, beside the search */
  children: ReactNode
}

/** A search that goes as one types, with filters beside it. */
export function FilterLine({ label, value, onChange, children }: FilterLineProps) {
  const [typed, setTyped] = useState(value)
  const latest = useRef({ value, onChange })
  useEffect(() => {
    latest.current = { value, onChange }
  })
  useEffect(() => {
    if (typed.trim() === latest.current.value) return
    const timer = setTimeout(() => latest.current.onChange(typed.trim()), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  // Another address, such as the way back, is shown; one's own typing is not disturbed.
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    if (typed.trim() !== value) setTyped(value)
  }
  return (
    <div className={styles.line}>
      <SearchField label={label} value={typed} onChange={setTyped} maxLength={100} />
      {children}
    </div>
  )
}
