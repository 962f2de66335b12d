import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { NetworkError, ProblemError } from './send.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** keep the answer on this device, so that the page opens without a network */
      offline?: boolean
    }
  }
}

const RETRIES = 2

/** A refusal stays a refusal; only silence and faults of the server are worth another try. */
export function worthRetrying(failures: number, error: unknown): boolean {
  if (failures >= RETRIES) return false
  return error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500)
}

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ProblemError && error.status === 401) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: worthRetrying,
        // A tablet on a shop floor is often wrong about being online: try, and tell what happened.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
