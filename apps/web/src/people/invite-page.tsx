import type { Language } from '@stegvis/core/kernel/text.ts'
import type { StaffRole } from '@stegvis/core/people/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { ButtonLink } from '../app/link.tsx'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Card } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { emailText, InvitationMessage, InvitedPerson, invitedFrom } from './invited-person.tsx'
import { NO_ROLE, type ScopedRole, ScopeFields } from './scope-fields.tsx'

/** Invites somebody to work in the programme. */
export function InvitePage() {
  const { people, common } = useTexts()
  const { language } = useLanguage()
  const { programme } = useParams({ from: '/signed-in/programmes/$programme/people/invite' })
  const [scoped, setScoped] = useState<ScopedRole>(NO_ROLE)
  const [mailLanguage, setMailLanguage] = useState<Language>(language)
  const invite = useInvite(programme)
  return (
    <>
      <PageHeader
        title={people.invite.staffTitle}
        intro={people.invite.staffIntro}
        breadcrumbs={[{ label: people.staff.title, href: `/programmes/${programme}/people` }]}
      />
      <Card>
        <Form
          problem={invite.error}
          fieldTexts={{ email: emailText(invite.error, people.invite) }}
          onSubmit={(data) =>
            scoped.role && invite.mutate({ ...invitedFrom(data), ...scoped, role: scoped.role, language: mailLanguage })
          }
          actions={
            <>
              <Button kind="primary" type="submit" icon="send" isPending={invite.isPending}>
                {people.invite.send}
              </Button>
              <ButtonLink to="/programmes/$programme/people" params={{ programme }}>
                {common.cancel}
              </ButtonLink>
            </>
          }
        >
          <InvitedPerson language={mailLanguage} onLanguage={setMailLanguage} />
          <ScopeFields programme={programme} value={scoped} onChange={setScoped} />
          <TextField name="title" label={people.invite.title} optional maxLength={120} />
          <InvitationMessage />
        </Form>
      </Card>
    </>
  )
}

type Invitation = ReturnType<typeof invitedFrom> & ScopedRole & { role: StaffRole; language: Language }

function useInvite(programme: string) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  // One id for all tries, so that a repeated one sends no second mail.
  const [id] = useState(newId)
  return useMutation({
    mutationFn: (invitation: Invitation) =>
      read(
        api.POST('/api/programmes/{programme}/invitations', {
          params: { path: { programme } },
          body: { id, ...invitation },
        }),
      ),
    onSuccess: async (_, { email }) => {
      await queryClient.invalidateQueries({ queryKey: ['invitations', programme] })
      toast(people.invite.sent({ email }))
      await navigate({ to: '/programmes/$programme/people', params: { programme } })
    },
  })
}
