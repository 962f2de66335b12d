import { SESSION_HOW_NAMES } from '@stegvis/core/coaching/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeFacts, companyKey, companyQuery } from '../companies/api.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import type { SessionInput } from './session-form.tsx'

type Props = { programme: string; company: string; value: SessionInput }

/** A meeting that cannot be logged yet becomes the company's next step; what was typed about it stays in the form. */
export function PlannedMeeting({ programme, company, value }: Props) {
  const { session: texts } = useTexts().stateAid.gate
  const { language } = useFormats()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const { data } = useQuery(companyQuery(programme, company))
  const facts = data?.details?.facts
  const save = useMutation({
    mutationFn: async () => {
      const step = value.nextStep || texts.plannedStep({ how: SESSION_HOW_NAMES[value.how][language].toLowerCase() })
      await changeFacts(programme, company, { field: 'nextStep', from: facts?.nextStep ?? null, to: step })
      const day = value.nextStepOn
      if (day) await changeFacts(programme, company, { field: 'nextStepOn', from: facts?.nextStepOn ?? null, to: day })
    },
    onSuccess: () => toast(texts.planned),
    onError: (error) => toast(problemText(error), { tone: 'danger' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: companyKey(programme, company) }),
  })
  if (!data?.may.includes('company.status')) return null
  return (
    <Button small isPending={save.isPending} onPress={() => save.mutate()}>
      {texts.asNextStep}
    </Button>
  )
}
