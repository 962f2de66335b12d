import type { SessionView } from '@stegvis/core/people/sign-in/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { signOut } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Row, Section, Soft } from '../ui/layout.tsx'
import { toast } from '../ui/toast.tsx'
import styles from './account-devices.module.css'
import { mySignInQuery } from './api.ts'

/** Where this person is signed in, and signing out of one place or all. */
export function Devices({ sessions }: { sessions: readonly SessionView[] }) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const end = useMutation({
    mutationFn: (id: string) => read(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => toast(people.account.signedOutDevice),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mySignInQuery.queryKey }),
  })
  return (
    <Section title={people.account.devices} intro={people.account.devicesText} actions={<SignOutEverywhere />}>
      {end.error && <ErrorState error={end.error} />}
      <ul className={styles.devices}>
        {sessions.map((session) => (
          <Device key={session.id} session={session} isPending={end.isPending} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
    </Section>
  )
}

function Device({ session, isPending, onEnd }: { session: SessionView; isPending: boolean; onEnd: () => void }) {
  const { people } = useTexts()
  const { instant } = useFormats()
  return (
    <li className={styles.device}>
      <div>
        <div>{people.account.device(session)}</div>
        <Soft>{people.account.lastUsed({ when: instant(session.lastUsedAt) })}</Soft>
      </div>
      <Row>
        {session.present ? (
          <Badge tone="good">{people.account.thisDevice}</Badge>
        ) : (
          <Button small isDisabled={isPending} onPress={onEnd}>
            {people.account.signOutDevice}
          </Button>
        )}
      </Row>
    </li>
  )
}

function SignOutEverywhere() {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const [asking, ask] = useState(false)
  const everywhere = useMutation({
    mutationFn: () => read(api.POST('/api/me/sign-out-everywhere')),
    onSuccess: () => signOut(queryClient),
  })
  return (
    <>
      <Button onPress={() => ask(true)}>{people.account.signOutEverywhere}</Button>
      <ConfirmDialog
        title={people.account.signOutEverywhereTitle}
        confirm={people.account.signOutEverywhere}
        isOpen={asking}
        isPending={everywhere.isPending || everywhere.isSuccess}
        onConfirm={() => everywhere.mutate()}
        onClose={() => ask(false)}
      >
        <p>{people.account.signOutEverywhereText}</p>
        {everywhere.error && <ErrorState error={everywhere.error} />}
      </ConfirmDialog>
    </>
  )
}
