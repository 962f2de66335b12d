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
  const isSignedOut = (error: unknown) => error instanceof ProblemError && error.status === 401
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // The first question who is there may well be answered "nobody": the router leads to sign-in then.
        const isFirstLook = query.queryKey[0] === 'me' && query.state.data === undefined
        if (isSignedOut(error) && !isFirstLook) onSignedOut()
      },
    }),
    mutationCache: new MutationCache({ onError: (error) => isSignedOut(error) && onSignedOut() }),
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
