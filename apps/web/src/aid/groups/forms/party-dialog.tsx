import type { PartyRecord } from '@stegvis/core/aid/groups/picture.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemError } from '../../../app/send.ts'
import { useMe } from '../../../app/session.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormDraft } from '../../../offline/form-draft.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { Callout } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { putParty } from '../api.ts'
import { partyDraft, readParty } from '../drafts/party.ts'
import { useGroupChanged } from '../use-group.ts'
import type { Where } from './fact-dialog.tsx'
import { RefusedFacts } from './faults.tsx'
import { PartyFields, RareFields } from './party-fields.tsx'

/** Corrects who somebody is. Of a company of the programme, only what its own record does not say. */
export function PartyDialog({
  programme,
  company,
  record,
  onClose,
}: Where & { record: PartyRecord; onClose: () => void }) {
  const { groups, common } = useTexts()
  const { form } = groups
  const me = useMe()
  const { party, said } = record
  const changed = useGroupChanged(programme, company)
  const [isTried, setTried] = useState(false)
  const draft = useFormDraft(`${me.id}:party:${party.id}:${said.revision}`, partyDraft(party))
  const reading = readParty(party.id, draft.value)
  const save = useMutation({
    mutationFn: async () => {
      if (!reading.ok) throw new Error('the form is not complete')
      return putParty(programme, company, party.id, { base: said.revision, party: reading.party })
    },
    onSuccess: async ({ group }) => {
      draft.clear()
      toast(form.saved, { group: 'group-fact' })
      await changed(group)
      onClose()
    },
  })
  const isConflict = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  return (
    <Dialog title={groups.parties.edit({ name: party.name })} isOpen onClose={onClose}>
      {isConflict ? <Callout tone="warning">{groups.parties.changed}</Callout> : <RefusedFacts problem={save.error} />}
      {record.companyId !== null && <Callout>{groups.parties.ours}</Callout>}
      <Form
        onSubmit={() => (reading.ok ? save.mutate() : setTried(true))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {common.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <PartyFields
          draft={draft.value}
          change={draft.change}
          faults={isTried && !reading.ok ? reading.faults : []}
          isOurs={record.companyId !== null}
        />
        {draft.value.kind === 'enterprise' && <RareFields draft={draft.value} change={draft.change} />}
      </Form>
    </Dialog>
  )
}
