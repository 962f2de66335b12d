import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '../ui/error-state.tsx'
import { Framed } from './framed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { ProblemError } from './send.ts'

/** Trying again would not help: it is not there, or not this person's. */
const NO_SUCH_PAGE: ReadonlySet<string> = new Set(['not-found', 'not-allowed'])

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  if (error instanceof ProblemError && NO_SUCH_PAGE.has(error.slug)) return <NotFoundPage />
  const retry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return (
    <Framed>
      <ErrorState error={error} onRetry={retry} />
    </Framed>
  )
}
