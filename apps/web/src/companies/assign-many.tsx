import type { CoachForManyReply, CompanyRow } from '@stegvis/core/companies/list/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Row } from '../ui/layout.tsx'
import { Callout } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { companiesKey, setCoachForMany } from './api.ts'
import { AssignDialog, type Assignment } from './assign-dialog.tsx'
import styles from './list.module.css'
import { useNames } from './names.ts'

type AssignProps = { programme: string; chosen: readonly CompanyRow[]; onDone: () => void }

/** What can be done with the chosen rows. */
export function AssignMany({ programme, chosen, onDone }: AssignProps) {
  const { companies, common } = useTexts()
  const formats = useFormats()
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.chosen}>
      <Row align="between">
        <strong aria-live="polite">{formats.count(chosen.length, companies.list.chosen)}</strong>
        <Row gap="s">
          <Button onPress={onDone}>{common.cancel}</Button>
          <Button icon="person" onPress={() => setAsking(true)}>
            {companies.coach.assign}
          </Button>
        </Row>
      </Row>
      {asking && (
        <AssignManyDialog programme={programme} chosen={chosen} onDone={onDone} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

function AssignManyDialog({ programme, chosen, onDone, onClose }: AssignProps & { onClose: () => void }) {
  const texts = useTexts().companies.coach
  const { choices } = useNames(programme)
  const formats = useFormats()
  const queryClient = useQueryClient()
  const [refused, setRefused] = useState<CoachForManyReply['refused']>([])
  const assign = useMutation({
    mutationFn: (assignment: Assignment) =>
      setCoachForMany(programme, { companyIds: chosen.map((row) => row.id), ...assignment }),
    onSuccess: async (reply) => {
      await queryClient.invalidateQueries({ queryKey: companiesKey(programme) })
      setRefused(reply.refused)
      if (reply.assigned.length > 0) toast(texts.assignedMany({ count: String(reply.assigned.length) }))
      if (reply.refused.length === 0) onDone()
    },
  })
  const refusedNames = chosen
    .filter(({ id }) => refused.some(({ companyId }) => companyId === id))
    .map((row) => row.name)
  return (
    <AssignDialog
      title={texts.assignMany({ count: String(chosen.length) })}
      confirm={texts.confirmAssign}
      candidates={choices.coaches}
      assign={assign}
      onClose={onClose}
    >
      {refusedNames.length > 0 && (
        <Callout tone="warning" title={texts.refusedMany}>
          {formats.list(refusedNames)}
        </Callout>
      )}
    </AssignDialog>
  )
}
