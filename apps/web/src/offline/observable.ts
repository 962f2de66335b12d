/** A list of listeners to tell. */
export function createObservable<Event = void>() {
  const listeners = new Set<(event: Event) => void>()
  return {
    tell: (event: Event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe: (listener: (event: Event) => void): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
