import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useSharedTexts } from '../locales/texts.tsx'
import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import styles from './dialog.module.css'

type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** buttons, the one that does it last */
  actions?: ReactNode
  wide?: boolean
  role?: 'dialog' | 'alertdialog'
}

/** A short task that must be finished or left. Longer work gets a page. Focus returns to where it came from. */
export function Dialog({ title, isOpen, onClose, children, actions, wide, role = 'dialog' }: DialogProps) {
  const { ui } = useSharedTexts()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={role === 'dialog'}
      className={styles.overlay!}
    >
      <Modal className={cx(styles.modal, wide && styles.wide)}>
        <AriaDialog role={role} className={styles.dialog!}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title!}>
              {title}
            </Heading>
            <IconButton icon="close" label={ui.dialog.close} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type ConfirmProps = {
  title: string
  /** what happens, and whether it can be undone */
  children: ReactNode
  /** the deed in words: "Ta bort målet", never "OK" */
  confirm: string
  isOpen: boolean
  isPending?: boolean
  danger?: boolean
  onConfirm: () => void
  onClose: () => void
}

export function ConfirmDialog({
  title,
  children,
  confirm,
  isOpen,
  isPending,
  danger,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const { common } = useSharedTexts()
  return (
    <Dialog
      role="alertdialog"
      {...{ title, isOpen, onClose }}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind={danger ? 'danger' : 'primary'} isPending={isPending ?? false} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
