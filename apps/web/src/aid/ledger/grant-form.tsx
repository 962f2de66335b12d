import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { GrantCorrection, type LedgerGrant, NewGrant } from '@stegvis/core/aid/ledger/schema.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { addGrant, correctGrant } from './api.ts'
import { type AwardDraft, AwardFields } from './award-fields.tsx'
import { useAidChange } from './use-aid-change.ts'

type Props = {
  programme: string
  company: string
  aid: CompanyAid
  /** the line to correct; left out for a new one */
  grant?: LedgerGrant
  onClose: () => void
}

type Draft = AwardDraft & { scheme: string; reference: string; reason: string }

/** Enters aid from elsewhere, or corrects what was entered; the earlier wording stays in the history. */
export function GrantForm({ programme, company, aid, grant, onClose }: Props) {
  const { grant: texts } = useTexts().stateAid.ledger
  const { common } = useTexts()
  const [id] = useState(() => grant?.id ?? newId())
  const [draft, setDraft] = useState<Draft>(() => firstDraft(aid, grant))
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useAidChange(
    programme,
    () => {
      const { party, reason, minor, currency, rate, ...facts } = draft
      const written = {
        ...facts,
        instrument: grant?.instrument ?? '',
        industryCode: grant?.industryCode ?? '',
        amount: { currency, minor: minor ?? 0, ...(rate && currency !== 'EUR' ? { rate } : {}) },
      }
      return grant
        ? correctGrant(programme, company, id, GrantCorrection.parse({ ...written, reason, revision: grant.revision }))
        : addGrant(programme, company, NewGrant.parse({ ...written, id, party }))
    },
    { text: texts.saved, after: onClose },
  )
  return (
    <Dialog title={grant ? texts.editTitle : texts.newTitle} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => save.mutate(undefined)}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {texts.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <AwardFields
          value={draft}
          change={change}
          members={grant ? [] : (aid.headroom?.undertaking ?? []).slice(1)}
          today={aid.today}
        />
        <TextField
          name="scheme"
          label={texts.scheme}
          optional
          maxLength={120}
          value={draft.scheme}
          onChange={(scheme) => change({ scheme })}
        />
        <TextField
          name="reference"
          label={texts.reference}
          optional
          maxLength={120}
          value={draft.reference}
          onChange={(reference) => change({ reference })}
        />
        {grant && (
          <TextArea
            name="reason"
            label={texts.reason}
            isRequired
            rows={2}
            maxLength={1000}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
          />
        )}
      </Form>
    </Dialog>
  )
}

function firstDraft({ rules, today }: CompanyAid, grant: LedgerGrant | undefined): Draft {
  if (!grant) {
    return {
      ...{ party: null, memberState: rules.memberState, regulation: rules.regulation, awardedOn: today },
      ...{ authority: '', scheme: '', reference: '', reason: '', minor: null, currency: rules.currency },
    }
  }
  const { party, memberState, regulation, awardedOn, authority, scheme, reference, minor, currency, rate } = grant
  return {
    ...{ party, memberState, regulation, awardedOn, authority, scheme, reference, minor, currency, reason: '' },
    ...(rate && { rate }),
  }
}
