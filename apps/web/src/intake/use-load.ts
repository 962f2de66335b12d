import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown; retry: () => void }
  | { state: 'ready'; data: T }

/** Reads once when the page opens, and again when somebody asks for it. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const start = useCallback(() => {
    let isLeft = false
    setLoaded({ state: 'loading' })
    load().then(
      (data) => isLeft || setLoaded({ state: 'ready', data }),
      (error: unknown) => isLeft || setLoaded({ state: 'failed', error, retry: start }),
    )
    return () => {
      isLeft = true
    }
  }, [load])
  useEffect(start, [start])
  return loaded
}
