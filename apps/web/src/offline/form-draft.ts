import { useEffect, useState } from 'react'

const PREFIX = 'stegvis-form:'

/**
 * What is typed in a form that is sent as a whole, kept on this device until it has been sent: it survives a
 * reload and signing out. `key` names person and form. `kept` is true when the form began with something kept.
 */
export function useFormDraft<T extends object>(key: string, initial: T) {
  const [kept] = useState(() => read<T>(key))
  const [value, setValue] = useState<T>(() => ({ ...initial, ...kept }))
  const [touched, setTouched] = useState(kept !== undefined)

  useEffect(() => {
    if (touched) localStorage.setItem(PREFIX + key, JSON.stringify(value))
  }, [key, value, touched])

  function change(part: Partial<T>): void {
    setTouched(true)
    setValue((present) => ({ ...present, ...part }))
  }

  /** After it has been sent, or given up: back to the beginning. */
  function clear(): void {
    localStorage.removeItem(PREFIX + key)
    setTouched(false)
    setValue(initial)
  }

  return { value, change, clear, kept: kept !== undefined, touched }
}

function read<T>(key: string): Partial<T> | undefined {
  const text = localStorage.getItem(PREFIX + key)
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Partial<T>
  } catch {
    // Written by an older version of the form: nothing that could be shown.
    return undefined
  }
}
