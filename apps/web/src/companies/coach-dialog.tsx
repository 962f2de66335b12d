import type { Company } from '@stegvis/core/companies/schema.ts'
import { handOver } from '@stegvis/core/companies/standing/hand-over.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { toast } from '../ui/toast.tsx'
import { companiesKey, setCoach } from './api.ts'
import { AssignDialog, type Assignment } from './assign-dialog.tsx'
import { useNames } from './names.ts'

/** Makes somebody the coach, or hands over from one to the next, with a note for who takes over. */
export function CoachDialog({
  programme,
  company,
  onClose,
}: {
  programme: string
  company: Company
  onClose: () => void
}) {
  const texts = useTexts().companies.coach
  const { choices } = useNames(programme)
  const queryClient = useQueryClient()
  const standing = { partnerId: company.partner?.id ?? null, coachId: company.coach?.id ?? null }
  const candidates = choices.coaches.filter(
    (coach) => coach.id !== company.coach?.id && handOver(standing, { ...coach, personId: coach.id }).ok,
  )
  const assign = useMutation({
    mutationFn: (assignment: Assignment) => setCoach(programme, company.id, { id: newId(), ...assignment }),
    onSuccess: async (changed) => {
      await queryClient.invalidateQueries({ queryKey: companiesKey(programme) })
      toast(texts.assigned({ name: changed.coach?.name ?? '' }))
      onClose()
    },
  })
  return (
    <AssignDialog
      title={company.coach ? texts.handOver : texts.assign}
      confirm={company.coach ? texts.confirmHandOver : texts.confirmAssign}
      candidates={candidates}
      assign={assign}
      onClose={onClose}
    >
      {company.coach && <p>{texts.now({ name: company.coach.name })}</p>}
    </AssignDialog>
  )
}
