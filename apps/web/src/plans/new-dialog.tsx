import type { ReactNode } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'

type NewDialogProps = {
  title: string
  /** what the button that saves says */
  confirm: string
  save: { mutate: () => void; isPending: boolean; error: Error | null }
  onClose: () => void
  children: ReactNode
}

/** The form that something new in the plan begins with. */
export function NewDialog({ title, confirm, save, onClose, children }: NewDialogProps) {
  const { common } = useTexts()
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => save.mutate()}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {confirm}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  )
}
