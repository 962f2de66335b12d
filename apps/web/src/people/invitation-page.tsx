import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ROLES, type RoleScope } from '@stegvis/core/people/roles.ts'
import type { InvitationOffer } from '@stegvis/core/people/schema.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
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
import { useLinkToken } from './use-link-token.ts'

/** Who invites to what, before anything happens. */
export function InvitationPage() {
  const { people } = useTexts()
  const token = useLinkToken()
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
  const { invitedBy: inviter } = offer
  const { name, does, scope } = ROLES[offer.role]
  const where = placeOf(scope, offer.within, people.invitation)
  const role = name[language].toLowerCase()
  return (
    <>
      <PageHeader
        title={people.invitation.title({ programme: inLanguage(offer.programme, language) })}
        intro={inviter ? people.invitation.by({ inviter, role, where }) : people.invitation.bySystem({ role, where })}
      />
      <Stack>
        {accept.error && <ErrorState error={accept.error} />}
        {present && present.email !== offer.email && (
          <Callout tone="warning">{people.invitation.otherPerson({ name: present.name })}</Callout>
        )}
        <Card>
          <Stack>
            {offer.message && (
              <figure className={styles.message}>
                {inviter && <figcaption>{people.invitation.writes({ inviter })}</figcaption>}
                <blockquote>{offer.message}</blockquote>
              </figure>
            )}
            <DefinitionList
              items={[
                { term: people.invitation.role, value: `${name[language]}. ${does[language]}.` },
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
          </Stack>
        </Card>
      </Stack>
    </>
  )
}

type PlaceTexts = { at: (p: { place: string }) => string; for: (p: { subProject: string }) => string }

/** Where the role is held, as the end of a sentence; empty in the whole programme. */
function placeOf(scope: RoleScope, within: string, texts: PlaceTexts): string {
  if (within === '' || scope === 'programme') return ''
  return scope === 'sub-project' ? texts.for({ subProject: within }) : texts.at({ place: within })
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
