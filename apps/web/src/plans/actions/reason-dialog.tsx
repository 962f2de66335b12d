import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  title: string
  text: string
  label: string
  /** reasons that are common, to press instead of typing */
  choices?: readonly string[]
  confirm: string
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks why, before something is declined or dropped. */
export function ReasonDialog({ title, text, label, choices = [], confirm, onConfirm, onClose }: Props) {
  const { common, problems } = useTexts()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = () => (reason.trim() === '' ? setMissing(true) : onConfirm(reason.trim()))
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" onPress={send}>
            {confirm}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{text}</p>
        {choices.length > 0 && (
          <Row gap="s">
            {choices.map((choice) => (
              <Button key={choice} small onPress={() => setReason(choice)}>
                {choice}
              </Button>
            ))}
          </Row>
        )}
        <TextField
          label={label}
          value={reason}
          maxLength={500}
          onChange={setReason}
          error={isMissing && reason.trim() === '' ? problems['reason-required'] : undefined}
        />
      </Stack>
    </Dialog>
  )
}
