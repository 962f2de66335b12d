import type { StaffCost } from '@stegvis/core/aid/rules/rules.ts'
import type { Support } from '@stegvis/core/aid/support/schema.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { ProblemError } from '../../app/send.ts'
import { useMe } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormDraft } from '../../offline/form-draft.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Callout } from '../../ui/states.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import { changeSupport, planSupport } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'
import { worthOf } from './fit.ts'
import { type SupportDraft, SupportFields, WORK } from './support-fields.tsx'

type Props = {
  programme: string
  company: string
  currency: string
  cost: StaffCost
  /** the plan to change; left out for a new one */
  support?: Support
  /** what to begin with instead of what is stored, such as a plan that fits */
  proposal?: Support['planned'] | undefined
  onClose: () => void
}

const EMPTY: SupportDraft = { staff: [], bought: [], paidMinor: 0, share: { own: 1, of: 1 }, note: '' }

/** Plans hours and purchases, with their value as aid while they are typed. */
export function SupportDialog({ programme, company, currency, cost, support, proposal, onClose }: Props) {
  const { support: texts } = useTexts().stateAid
  const { common } = useTexts()
  const me = useMe()
  const [isTried, setTried] = useState(false)
  const begin = support ? { ...support.planned, ...proposal, note: support.note ?? '' } : EMPTY
  const draft = useFormDraft<SupportDraft & { id: string }>(
    `${me.id}:support:${support ? `${support.id}:${support.revision}${proposal ? ':fit' : ''}` : company}`,
    { ...begin, id: support?.id ?? newId() },
  )
  const { id, ...input } = draft.value
  const save = useAidChange(
    programme,
    () =>
      support
        ? changeSupport(programme, company, id, { ...sent(input), revision: support.revision })
        : planSupport(programme, company, { ...sent(input), id }),
    {
      text: texts.form.saved,
      after: () => {
        draft.clear()
        onClose()
      },
    },
  )
  const value = worthOf(sent(input), cost)
  const isEmpty = value.fullMinor === 0
  const isStale = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  return (
    <Dialog wide title={support ? texts.editTitle : texts.planTitle} isOpen onClose={onClose}>
      {isStale && <Callout tone="warning">{texts.form.changed}</Callout>}
      <Form
        problem={isStale ? null : save.error}
        onSubmit={() => (isEmpty ? setTried(true) : save.mutate(undefined))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {texts.form.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <SupportFields currency={currency} value={input} change={draft.change} />
        {isTried && isEmpty && <Callout tone="danger">{texts.form.empty}</Callout>}
        <Worth minor={value.aidMinor} currency={currency} />
      </Form>
    </Dialog>
  )
}

function Worth({ minor, currency }: { minor: number; currency: string }) {
  const { value } = useTexts().stateAid.support
  const { money } = useAmounts()
  return (
    <p aria-live="polite">
      {value.aid}: <strong>{money(minor, currency)}</strong>
    </p>
  )
}

/** Without the kinds of work that have no hours, and purchases that were never named. */
function sent({ staff, bought, ...input }: SupportDraft): SupportDraft {
  return {
    ...input,
    staff: WORK.flatMap((work) => staff.filter((one) => one.work === work && one.minutes > 0)),
    bought: bought.filter(({ what, minor }) => what.trim() !== '' || minor > 0),
  }
}
