import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { useSharedTexts } from '../locales/texts.tsx'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast.module.css'

type Message = { text: string; tone: 'good' | 'danger' | 'info'; action?: { label: string; onPress: () => void } }
type Options = Partial<Omit<Message, 'text'>> & {
  /** only the newest of a group is shown: whoever does many things in a row undoes the last */
  group?: string
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 })
const MILLISECONDS = 6000
/** Long enough to read it, reach for the button and change one's mind; pointing at it or focusing it stops the clock. */
const MILLISECONDS_WITH_ACTION = 20_000
const newest = new Map<string, string>()

/**
 * Says that something happened, once, in passing. Never for what must be acted on: that stays on the page.
 * With an action it stays longer.
 */
export function toast(text: string, { group, ...options }: Options = {}): void {
  const message = { tone: 'good' as const, ...options, text }
  if (group !== undefined) dismissToast(group)
  const key = queue.add(message, { timeout: message.action ? MILLISECONDS_WITH_ACTION : MILLISECONDS })
  if (group !== undefined) newest.set(group, key)
}

/** Takes the message of a group away: what it offers to undo is no longer what the person is at. */
export function dismissToast(group: string): void {
  const key = newest.get(group)
  if (key !== undefined) queue.close(key)
  newest.delete(group)
}

const ICONS = { good: 'check', danger: 'alert', info: 'info' } as const

/** Where toasts appear; once, in the root frame. */
export function Toasts() {
  const { ui } = useSharedTexts()
  return (
    <ToastRegion queue={queue} aria-label={ui.toast.region} className={styles.region!} data-print="hide">
      {({ toast: shown }) => (
        <AriaToast toast={shown} className={styles.toast!} data-tone={shown.content.tone}>
          <Icon name={ICONS[shown.content.tone]} />
          <ToastContent className={styles.text!}>
            <Text slot="title">{shown.content.text}</Text>
          </ToastContent>
          {shown.content.action && (
            <Button
              small
              onPress={() => {
                shown.content.action!.onPress()
                queue.close(shown.key)
              }}
            >
              {shown.content.action.label}
            </Button>
          )}
          <IconButton small icon="close" label={ui.toast.dismiss} onPress={() => queue.close(shown.key)} />
        </AriaToast>
      )}
    </ToastRegion>
  )
}
