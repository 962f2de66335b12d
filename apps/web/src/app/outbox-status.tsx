import type { Text } from '@stegvis/core/kernel/text.ts'
import { useState, useSyncExternalStore } from 'react'
import { useLanguage, useSharedTexts } from '../locales/texts.tsx'
import type { Refusal } from '../offline/database.ts'
import type { ShownDraft } from '../offline/drafts.ts'
import { useCommands, useOffline, useSenderState } from '../offline/offline-context.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Row, Section, Soft } from '../ui/layout.tsx'
import styles from './outbox-status.module.css'
import { signInPath } from './session.ts'

type Unsent = {
  key: string
  label: string
  page: string
  refusal?: Refusal | undefined
  discard: () => void
  retry?: () => void
}

/** What is written and not yet with the server: nothing is shown while there is none, which is nearly always. */
export function OutboxStatus() {
  const { ui } = useSharedTexts()
  const { waiting, attention } = useUnsent()
  const { stuck, signedOut } = useSenderState()
  const [isOpen, open] = useState(false)
  if (signedOut && waiting.length > 0) return <SignInToSave />
  // What is on its way right now is told by its own field.
  const shown = attention.length > 0 || (stuck && waiting.length > 0)
  return (
    <>
      <span role="status">
        {shown && (
          <button
            type="button"
            className={styles.button}
            data-tone={attention.length > 0 ? 'danger' : 'warning'}
            onClick={() => open(true)}
          >
            <Icon name={attention.length > 0 ? 'alert' : 'cloud'} />
            {attention.length > 0
              ? ui.outbox.attention({ count: attention.length })
              : ui.outbox.waiting({ count: waiting.length })}
          </button>
        )}
      </span>
      <Lists {...{ waiting, attention, isOpen }} close={() => open(false)} />
    </>
  )
}

/** The session ended while something was written: it waits on this device for the same person. */
function SignInToSave() {
  const { ui } = useSharedTexts()
  return (
    <span role="status">
      <a className={styles.button} data-tone="warning" href={signInPath(`${location.pathname}${location.search}`)}>
        <Icon name="lock" />
        {ui.outbox.signIn}
      </a>
    </span>
  )
}

type ListsProps = { waiting: Unsent[]; attention: Unsent[]; isOpen: boolean; close: () => void }

function Lists({ waiting, attention, isOpen, close }: ListsProps) {
  const { common, ui } = useSharedTexts()
  const { sender } = useOffline()
  return (
    <Dialog
      title={ui.outbox.title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{common.close}</Button>
          {waiting.length > 0 && (
            <Button kind="primary" icon="send" onPress={() => void sender.kick()}>
              {ui.outbox.sendNow}
            </Button>
          )}
        </>
      }
    >
      {waiting.length + attention.length === 0 && <p>{ui.outbox.allSent}</p>}
      {attention.length > 0 && (
        <Section
          level={3}
          title={ui.outbox.attention({ count: attention.length })}
          intro={ui.outbox.attentionExplained}
        >
          <UnsentList items={attention} close={close} />
        </Section>
      )}
      {waiting.length > 0 && (
        <Section level={3} title={ui.outbox.waiting({ count: waiting.length })} intro={ui.outbox.waitingExplained}>
          <UnsentList items={waiting} close={close} />
        </Section>
      )}
    </Dialog>
  )
}

function UnsentList({ items, close }: { items: readonly Unsent[]; close: () => void }) {
  const { common, problems, ui } = useSharedTexts()
  const [toDiscard, askToDiscard] = useState<Unsent | null>(null)
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.key}>
            <div>
              <strong>{item.label}</strong>
              {item.refusal && <div>{problems[item.refusal.slug]}</div>}
              {item.refusal && <Details extra={item.refusal.extra} />}
            </div>
            <Row gap="s">
              <Anchor href={item.page} onClick={close}>
                {ui.outbox.goThere}
              </Anchor>
              {item.retry && (
                <Button small onPress={item.retry}>
                  {common.retry}
                </Button>
              )}
              {item.refusal && (
                <Button small kind="quiet" onPress={() => askToDiscard(item)}>
                  {ui.outbox.discard}
                </Button>
              )}
            </Row>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        danger
        title={ui.outbox.discard}
        confirm={ui.outbox.discard}
        isOpen={toDiscard !== null}
        onClose={() => askToDiscard(null)}
        onConfirm={() => {
          toDiscard?.discard()
          askToDiscard(null)
        }}
      >
        <p>
          <Soft>{toDiscard?.label}</Soft>
        </p>
        <p>{ui.outbox.discardConfirm}</p>
      </ConfirmDialog>
    </>
  )
}

/** What a gate said is missing, sentence by sentence, where the refusal tells it. */
function Details({ extra }: { extra: Readonly<Record<string, unknown>> | undefined }) {
  const { language } = useLanguage()
  const missing = (extra?.gate as { missing?: { code: string; text: Text }[] } | undefined)?.missing ?? []
  if (missing.length === 0) return null
  return (
    <ul>
      {missing.map(({ code, text }) => (
        <li key={code}>{text[language]}</li>
      ))}
    </ul>
  )
}

/** Commands and fields alike; a field in conflict is settled where it is, not here. */
function useUnsent(): { waiting: Unsent[]; attention: Unsent[] } {
  const { drafts, outbox, sender } = useOffline()
  const commands = useCommands()
  const written = useSyncExternalStore(drafts.subscribe, drafts.all)
  const fromCommands = commands.map((command): Unsent & { needs: boolean } => ({
    key: command.id,
    label: command.label,
    page: command.page,
    refusal: command.refusal,
    needs: command.state === 'attention',
    discard: () => void outbox.discard(command.id).then(sender.kick),
    ...(command.state === 'attention' && { retry: () => void outbox.retry(command.id).then(sender.kick) }),
  }))
  const fromDrafts = written.filter(isUnsent).map((draft): Unsent & { needs: boolean } => ({
    key: `${draft.url} ${draft.field}`,
    label: draft.label,
    page: draft.page,
    refusal: draft.refusal,
    needs: draft.state !== 'ready',
    discard: () => void drafts.discard(draft.url, draft.field),
  }))
  const all = [...fromCommands, ...fromDrafts]
  return { waiting: all.filter(({ needs }) => !needs), attention: all.filter(({ needs }) => needs) }
}

const isUnsent = ({ state }: ShownDraft) => state === 'ready' || state === 'conflict' || state === 'refused'
