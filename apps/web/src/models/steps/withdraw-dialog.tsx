import type { AuthoredModelView } from '@stegvis/core/models/authoring/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { useStep } from './use-step.ts'

type WithdrawDialogProps = { programme: string; model: AuthoredModelView; onClose: () => void }

/** A reason is a sentence: one word explains nothing to those who measured with the model. */
const LEAST_CHARACTERS = 5

export function WithdrawDialog({ programme, model, onClose }: WithdrawDialogProps) {
  const { common, models } = useTexts()
  const { publishing: texts } = models
  const [reason, setReason] = useState('')
  const step = useStep(programme, model.id)
  const isWhole = reason.trim().length >= LEAST_CHARACTERS
  return (
    <Dialog title={texts.withdrawTitle} isOpen onClose={onClose}>
      <Form
        problem={step.error}
        onSubmit={() => isWhole && step.mutate({ step: 'withdraw', reason: reason.trim() }, { onSuccess: onClose })}
        actions={
          <>
            <Button type="submit" kind="danger" isPending={step.isPending} isDisabled={!isWhole}>
              {texts.withdraw}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <p>{texts.withdrawExplained}</p>
        <TextArea label={texts.reason} rows={3} maxLength={2000} autoFocus value={reason} onChange={setReason} />
      </Form>
    </Dialog>
  )
}
