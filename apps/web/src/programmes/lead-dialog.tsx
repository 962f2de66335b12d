import type { SubProject } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { ComboBox } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { colleaguesQuery, giveLead, inviteLead } from './api.ts'
import type { SetUp } from './steps.ts'

type LeadProps = { setUp: SetUp; subProject: SubProject; onClose: () => void }

/** Appoints somebody who is in the programme, or invites somebody new. */
export function LeadDialog({ setUp, subProject, onClose }: LeadProps) {
  const { common, programmes } = useTexts()
  const { subProjects: texts } = programmes
  const { language } = useLanguage()
  const { data: colleagues = [] } = useQuery(colleaguesQuery(setUp.slug))
  const [id] = useState(newId)
  const [who, setWho] = useState<'known' | 'new'>('known')
  const [person, setPerson] = useState<string | null>(null)
  const queryClient = useQueryClient()
  const appoint = useMutation({
    mutationFn: async (data: FormData): Promise<string> => {
      const lead = { id, subProjectId: subProject.id }
      if (who === 'known' && person !== null) {
        await giveLead(setUp.slug, person, lead)
        return texts.leadGiven({ name: colleagues.find(({ personId }) => personId === person)?.name ?? '' })
      }
      const [name, email] = [String(data.get('name') ?? ''), String(data.get('email') ?? '')]
      await inviteLead(setUp.slug, { ...lead, name, email: email as never, language })
      return texts.leadInvited({ name })
    },
    onSuccess: async (said) => {
      await queryClient.invalidateQueries({ queryKey: setUp.queryKey })
      toast(said)
      onClose()
    },
  })
  return (
    <Dialog title={texts.leadTitle({ name: subProject.name })} isOpen onClose={onClose}>
      <Form
        onSubmit={(data) => (who === 'new' || person !== null) && appoint.mutate(data)}
        problem={appoint.error}
        fieldTexts={{ name: programmes.parts.nameNeeded, email: texts.leadEmailWrong }}
        actions={
          <>
            <Button
              type="submit"
              kind="primary"
              isPending={appoint.isPending}
              isDisabled={who === 'known' && person === null}
            >
              {who === 'known' ? texts.give : texts.invite}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <RadioGroup
          label={texts.leadWho}
          value={who}
          onChange={(next) => setWho(next as typeof who)}
          options={[
            { id: 'known', label: texts.leadKnown },
            { id: 'new', label: texts.leadNew },
          ]}
        />
        {who === 'known' ? (
          <ComboBox
            label={texts.leadPerson}
            options={colleagues.map(({ personId, name, email }) => ({ id: personId, label: name, description: email }))}
            value={person}
            onChange={setPerson}
          />
        ) : (
          <>
            <TextField name="name" label={texts.leadName} isRequired autoComplete="off" />
            <TextField name="email" type="email" label={texts.leadEmail} isRequired autoComplete="off" />
          </>
        )}
      </Form>
    </Dialog>
  )
}
