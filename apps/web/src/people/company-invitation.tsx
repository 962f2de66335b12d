import type { Language } from '@stegvis/core/kernel/text.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import { CompanyRole } from '@stegvis/core/people/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../app/api.ts'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { companyPeopleQuery } from './api.ts'
import type { CompanyRef } from './company-people.tsx'
import { emailText, InvitationMessage, InvitedPerson, invitedFrom } from './invited-person.tsx'

type DialogProps = { programme: string; company: CompanyRef; onClose: () => void }

/** Invites somebody to a company: few questions, since it is often done on a phone in the doorway. */
export function CompanyInvitationDialog({ programme, company, onClose }: DialogProps) {
  const { people, common } = useTexts()
  const { language } = useLanguage()
  const [role, setRole] = useState<CompanyRole>('company-member')
  const [mailLanguage, setMailLanguage] = useState<Language>(language)
  const invite = useInvite({ programme, company, onClose })
  return (
    <Dialog isOpen title={people.companyPeople.inviteTitle({ company: company.name })} onClose={onClose}>
      <Form
        problem={invite.error}
        fieldTexts={{ email: emailText(invite.error, people.invite) }}
        onSubmit={(data) => invite.mutate({ ...invitedFrom(data), role, language: mailLanguage })}
        actions={
          <>
            <Button kind="primary" type="submit" icon="send" isPending={invite.isPending}>
              {people.invite.send}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <InvitedPerson language={mailLanguage} onLanguage={setMailLanguage} />
        <TextField name="title" label={people.invite.title} optional maxLength={120} />
        <RadioGroup
          label={people.invite.role}
          value={role}
          onChange={(id) => setRole(CompanyRole.parse(id))}
          options={CompanyRole.options.map((id) => ({
            id,
            label: ROLES[id].name[language],
            description: ROLES[id].does[language],
          }))}
        />
        <InvitationMessage />
      </Form>
    </Dialog>
  )
}

type Invitation = ReturnType<typeof invitedFrom> & { role: CompanyRole; language: Language }

function useInvite({ programme, company, onClose }: DialogProps) {
  const { people } = useTexts()
  const queryClient = useQueryClient()
  // One id for all tries, so that a repeated one sends no second mail.
  const [id] = useState(newId)
  return useMutation({
    mutationFn: (invitation: Invitation) =>
      read(
        api.POST('/api/programmes/{programme}/companies/{company}/invitations', {
          params: { path: { programme, company: company.id } },
          body: { id, ...invitation },
        }),
      ),
    onSuccess: (_, { email }) => {
      toast(people.invite.sent({ email }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: companyPeopleQuery(programme, company.id).queryKey }),
  })
}
