import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Card, Row, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Callout, Skeleton } from '../ui/states.tsx'
import { openAfterSignIn } from './after-sign-in.ts'
import { linkQuery, presentPersonQuery } from './api.ts'
import { LinkForm } from './link-form.tsx'
import { SentMail } from './sent-mail.tsx'
import { useLinkToken } from './use-link-token.ts'

/**
 * Where a mailed link leads. It asks for one press, since programmes that check mails open every link in them,
 * and a link works once.
 */
export function LinkPage() {
  const { to } = useSearch({ from: '/guest/sign-in/link' })
  const { people } = useTexts()
  const token = useLinkToken()
  const [sentTo, setSentTo] = useState<string>()
  const { data: owner, error, refetch } = useQuery(linkQuery(token))
  const use = useMutation({
    mutationFn: () => read(api.POST('/api/public/sign-in/link/use', { body: { token } })),
    onSuccess: () => openAfterSignIn(to),
  })
  const failure = use.error ?? error
  if (sentTo !== undefined) return <SentMail kind="link" email={sentTo} onOther={() => setSentTo(undefined)} />
  if (isSpent(failure)) return <SpentLink to={to} onSent={setSentTo} />
  return (
    <>
      <PageHeader title={people.link.title} />
      {failure && <ErrorState error={failure} onRetry={() => void refetch()} />}
      {!owner && !failure && <Skeleton lines={2} />}
      {owner && (
        <Card>
          <p>{people.link.as(owner)}</p>
          <Row>
            <Button kind="primary" autoFocus isPending={use.isPending || use.isSuccess} onPress={() => use.mutate()}>
              {people.link.submit}
            </Button>
          </Row>
        </Card>
      )}
    </>
  )
}

/** Used, too old, or cut short on its way: to whoever holds it, the same. */
export function isSpent(error: unknown): boolean {
  return error instanceof ProblemError && SPENT.has(error.slug)
}

const SPENT: ReadonlySet<string> = new Set(['link-expired', 'invitation-expired', 'invalid-input'])

function SpentLink({ to, onSent }: { to: string | undefined; onSent: (email: string) => void }) {
  const { people } = useTexts()
  const { data: person } = useQuery(presentPersonQuery)
  return (
    <>
      <PageHeader title={people.link.expired} intro={people.link.expiredText} />
      <Stack>
        {person && (
          <Callout
            actions={
              <Button small onPress={() => void openAfterSignIn(to)}>
                {people.signIn.goOn}
              </Button>
            }
          >
            {people.signIn.already({ name: person.name })}
          </Callout>
        )}
        <Card>
          <LinkForm returnTo={to} onSent={onSent} />
        </Card>
      </Stack>
    </>
  )
}
