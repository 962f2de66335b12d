import { useState } from 'react'

/**
 * What stands in a field while somebody types: spaces at its end and the like stay until it is left, though what is
 * stored is clean. When something else is stored meanwhile (undo, a merge), that is shown.
 */
export function useTyped(stored: string, clean: (typed: string) => string) {
  const [typed, setTyped] = useState<string>()
  const shown = typed !== undefined && clean(typed) === stored ? typed : stored
  return { shown, type: setTyped, left: () => setTyped(undefined) }
}

/** A text of a model is one paragraph, without spaces around it. */
export const asParagraph = (typed: string): string => typed.replaceAll(/\s*[\n\r\t]+\s*/g, ' ').trim()

/** One value a line. */
export const asLines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
