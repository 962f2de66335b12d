import type { CompanyAid, GateException } from '@stegvis/core/aid/gate/schema.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Row, Section } from '../../ui/layout.tsx'
import { Timeline } from '../../ui/list.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { makeException, removeException } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'

type Props = { programme: string; company: string; aid: CompanyAid }

/** Advice of single days that the programme manager let through in spite of what was missing, each with its reason. */
export function ExceptionsPart(props: Props) {
  const { aid } = props
  const { exceptions: texts } = useTexts().stateAid.ledger
  const { instant } = useFormats()
  const [isOpen, open] = useState(false)
  const mayAdd = aid.may.override && aid.gate !== null && aid.gate.answer.verdict !== 'pass'
  if (aid.exceptions.length === 0 && !mayAdd) return null
  return (
    <Section
      title={texts.title}
      intro={texts.text}
      actions={mayAdd && <Button onPress={() => open(true)}>{texts.add}</Button>}
    >
      {aid.exceptions.length > 0 && (
        <Timeline
          label={texts.title}
          entries={aid.exceptions.map((exception) => ({
            id: exception.id,
            when: instant(exception.at),
            who: exception.by ?? undefined,
            title: `${texts.day}: ${exception.forDay}`,
            children: <Given {...props} exception={exception} />,
          }))}
        />
      )}
      {isOpen && <ExceptionDialog {...props} onClose={() => open(false)} />}
    </Section>
  )
}

function Given({ programme, company, aid, exception }: Props & { exception: GateException }) {
  const { exceptions: texts } = useTexts().stateAid.ledger
  const problemText = useProblemText()
  const remove = useAidChange(programme, () => removeException(programme, company, exception.id), {
    text: texts.removed,
  })
  return (
    <>
      <p data-text="written">{exception.reason}</p>
      {aid.may.override && (
        <Row>
          <Button
            small
            kind="quiet"
            isPending={remove.isPending}
            onPress={() =>
              remove.mutate(undefined, { onError: (error) => toast(problemText(error), { tone: 'danger' }) })
            }
          >
            {texts.remove}
          </Button>
        </Row>
      )}
    </>
  )
}

function ExceptionDialog({ programme, company, aid, onClose }: Props & { onClose: () => void }) {
  const { exceptions: texts } = useTexts().stateAid.ledger
  const { common } = useTexts()
  const [id] = useState(newId)
  const [forDay, setDay] = useState(aid.today)
  const [reason, setReason] = useState('')
  const save = useAidChange(programme, () => makeException(programme, company, { id, forDay, reason }), {
    text: texts.done,
    after: onClose,
  })
  return (
    <Dialog title={texts.add} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => save.mutate(undefined)}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {texts.confirm}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <p>{texts.text}</p>
        <DateField name="forDay" label={texts.day} value={forDay} onChange={(day) => day && setDay(day)} />
        <TextArea
          name="reason"
          label={texts.reason}
          isRequired
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  )
}
