import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { LedgerGrant } from '@stegvis/core/aid/ledger/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { changeGrant } from './api.ts'
import { useAidChange } from './use-aid-change.ts'

export type Lowering = 'lowered' | 'withdrawn' | 'removed'

type Props = {
  programme: string
  company: string
  aid: CompanyAid
  grant: LedgerGrant
  deed: Lowering
  onClose: () => void
}

/** A decision that lowered a grant or took it back, or that the line was a mistake. What was stays in the history. */
export function GrantLowering({ programme, company, aid, grant, deed, onClose }: Props) {
  const { grant: texts } = useTexts().stateAid.ledger
  const { common } = useTexts()
  const [id] = useState(newId)
  const [decidedOn, setDecidedOn] = useState<PlainDate>(aid.today)
  const [left, setLeft] = useState(grant.presentMinor / 100)
  const [reason, setReason] = useState('')
  const { revision } = grant
  const save = useAidChange(
    programme,
    () => {
      const change = { id, revision, reason }
      if (deed === 'removed') return changeGrant(programme, company, grant.id, { ...change, kind: deed })
      if (deed === 'withdrawn') return changeGrant(programme, company, grant.id, { ...change, kind: deed, decidedOn })
      return changeGrant(programme, company, grant.id, {
        ...change,
        kind: deed,
        decidedOn,
        minor: Math.round(left * 100),
      })
    },
    { text: texts.saved, after: onClose },
  )
  const words = {
    lowered: [texts.lowerTitle, texts.lowerText, texts.lower],
    withdrawn: [texts.withdrawTitle, texts.withdrawText, texts.withdraw],
    removed: [texts.removeTitle, texts.removeText, texts.remove],
  } as const
  const [title, text, confirm] = words[deed]
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => save.mutate(undefined)}
        actions={
          <>
            <Button type="submit" kind={deed === 'removed' ? 'danger' : 'primary'} isPending={save.isPending}>
              {confirm}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <p>{text}</p>
        {deed === 'lowered' && (
          <NumberField
            name="minor"
            label={texts.left}
            unit={grant.currency === 'SEK' ? 'kr' : grant.currency}
            minValue={0}
            value={left}
            onChange={(amount) => setLeft(Number.isFinite(amount) ? amount : 0)}
          />
        )}
        {deed !== 'removed' && (
          <DateField
            name="decidedOn"
            label={texts.decidedOn}
            min={grant.awardedOn}
            max={aid.today}
            value={decidedOn}
            onChange={(day) => day && setDecidedOn(day)}
          />
        )}
        <TextArea
          name="reason"
          label={texts.reason}
          isRequired
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  )
}
