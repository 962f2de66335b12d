import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import type { InvitationOffer } from '@stegvis/core/people/schema.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { ButtonLink } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Card, Row, Soft, Stack } from '../ui/layout.tsx'
import { DefinitionList } from '../ui/list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Callout, EmptyState, Skeleton } from '../ui/states.tsx'
import { openAfterSignIn } from './after-sign-in.ts'
import { invitationOfferQuery, presentPersonQuery } from './api.ts'
import styles from './invitation-page.module.css'
import { isSpent } from './link-page.tsx'

/** Who invites to what, before anything happens. */
export function InvitationPage() {
  const { people } = useTexts()
  const [token] = useState(() => location.hash.slice(1))
  const { data: offer, error, refetch } = useQuery(invitationOfferQuery(token))
  if (isSpent(error)) return <SpentInvitation />
  if (offer) return <Offer offer={offer} token={token} />
  return (
    <>
      <PageHeader title={people.invitation.title({ programme: 'Stegvis' })} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </>
  )
}

function Offer({ offer, token }: { offer: InvitationOffer; token: string }) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const { dayOf } = useFormats()
  const { data: present } = useQuery(presentPersonQuery)
  const accept = useMutation({
    mutationFn: () => read(api.POST('/api/public/invitation/accept', { body: { token } })),
    onSuccess: () => openAfterSignIn(undefined),
  })
  if (isSpent(accept.error)) return <SpentInvitation />
  const { invitedBy: inviter, within } = offer
  const role = ROLES[offer.role].name[language].toLowerCase()
  return (
    <>
      <PageHeader
        title={people.invitation.title({ programme: inLanguage(offer.programme, language) })}
        intro={inviter ? people.invitation.by({ inviter, role, within }) : people.invitation.bySystem({ role, within })}
      />
      <Stack>
        {accept.error && <ErrorState error={accept.error} />}
        {present && present.email !== offer.email && (
          <Callout tone="warning">{people.invitation.otherPerson({ name: present.name })}</Callout>
        )}
        <Card>
          {offer.message && (
            <figure className={styles.message}>
              {inviter && <figcaption>{people.invitation.writes({ inviter })}</figcaption>}
              <blockquote>{offer.message}</blockquote>
            </figure>
          )}
          <DefinitionList
            items={[
              { term: people.invitation.does, value: ROLES[offer.role].does[language] },
              { term: people.invitation.as, value: `${offer.name}, ${offer.email}` },
              { term: people.invitation.until, value: dayOf(offer.expiresAt) },
            ]}
          />
          <Row>
            <Button kind="primary" isPending={accept.isPending || accept.isSuccess} onPress={() => accept.mutate()}>
              {people.invitation.accept}
            </Button>
          </Row>
          <Soft>{people.invitation.privacy}</Soft>
        </Card>
      </Stack>
    </>
  )
}

function SpentInvitation() {
  const { people } = useTexts()
  return (
    <>
      <PageHeader title={people.invitation.expired} />
      <EmptyState
        title={people.invitation.expired}
        action={<ButtonLink to="/sign-in">{people.signIn.title}</ButtonLink>}
      >
        {people.invitation.expiredText}
      </EmptyState>
    </>
  )
}
