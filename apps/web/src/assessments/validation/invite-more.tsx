import type { AssessmentView, Invitee } from '@stegvis/core/assessments/schema.ts'
import { PersonId } from '@stegvis/core/kernel/ids.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { inviteRespondents, planningQuery } from '../api.ts'
import { NewPeople, type NewPerson } from '../planning/new-people.tsx'

/** Asks more people to answer while the assessment is open. */
export function InviteMore({ view, programme }: { view: AssessmentView; programme: string }) {
  const { assessments } = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button small icon="add" onPress={() => setOpen(true)}>
        {assessments.inviteMore}
      </Button>
      {isOpen && <InviteDialog {...{ view, programme }} close={() => setOpen(false)} />}
    </div>
  )
}

function InviteDialog({ view, programme, close }: { view: AssessmentView; programme: string; close: () => void }) {
  const { assessments, common } = useTexts()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const options = useQuery(planningQuery(programme, view.assessment.company.id))
  const [chosen, choose] = useState<string[]>([])
  const [added, setAdded] = useState<NewPerson[]>([])
  const asked = new Set<string>(view.respondents.map(({ personId }) => personId))
  const people = (options.data?.people ?? []).filter(({ personId }) => personId === null || !asked.has(personId))
  const invite = useMutation({
    mutationFn: () => {
      const invitees = people
        .filter(({ email }) => chosen.includes(email))
        .map(
          ({ personId, name, email, title }): Invitee =>
            personId ? { personId: PersonId.parse(personId) } : { name, email, ...(title && { title }) },
        )
      return inviteRespondents(programme, view.assessment.id, [...invitees, ...added])
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['assessments', programme, view.assessment.id] })
      close()
    },
  })
  return (
    <Dialog
      title={assessments.inviteMore}
      isOpen
      onClose={close}
      wide
      actions={
        <>
          <Button onPress={close}>{common.cancel}</Button>
          <Button
            kind="primary"
            isPending={invite.isPending}
            isDisabled={chosen.length + added.length === 0}
            onPress={() => invite.mutate()}
          >
            {assessments.sendInvitations}
          </Button>
        </>
      }
    >
      <Stack>
        {invite.error !== null && <Callout tone="danger">{problemText(invite.error)}</Callout>}
        {people.length > 0 && (
          <CheckboxGroup
            label={assessments.whoAnswers}
            value={chosen}
            onChange={choose}
            options={people.map(({ email, name, title }) => ({
              id: email,
              label: name,
              description: [title, email].filter(Boolean).join(' · '),
            }))}
          />
        )}
        <NewPeople people={added} onChange={setAdded} />
      </Stack>
    </Dialog>
  )
}
