import { useSyncExternalStore } from 'react'

export type Appearance = 'system' | 'light' | 'dark'

const KEY = 'appearance'
const listeners = new Set<() => void>()

function current(): Appearance {
  const chosen = localStorage.getItem(KEY)
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** Puts the choice on the page; tokens.css does the rest. */
export function applyAppearance(): void {
  const choice = current()
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

export function chooseAppearance(choice: Appearance): void {
  localStorage.setItem(KEY, choice)
  applyAppearance()
  for (const listener of listeners) listener()
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, current)
}
