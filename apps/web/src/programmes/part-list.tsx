import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Part, PartOrder } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { IconButton } from '../ui/button.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { orderParts } from './api.ts'
import styles from './set-up.module.css'
import type { SetUp } from './steps.ts'

type PartListProps<P> = {
  setUp: SetUp
  part: Part
  parts: readonly P[]
  nameOf: (part: P) => string
  children: (part: P) => ReactNode
}

/** The parts of one kind in the order that pages, reports and logo rows follow, each movable a place up or down. */
export function PartList<P extends { id: string }>({ setUp, part, parts, nameOf, children }: PartListProps<P>) {
  const move = useMove(setUp, part, parts, nameOf)
  const { parts: texts } = useTexts().programmes
  const isMovable = setUp.mayConfigure && parts.length > 1
  return (
    <ol className={styles.parts}>
      {parts.map((each, at) => (
        <li key={each.id} className={styles.ordered}>
          {children(each)}
          {isMovable && (
            <div className={styles.moves}>
              <IconButton
                small
                icon="arrow-up"
                label={texts.moveUp({ name: nameOf(each) })}
                isDisabled={at === 0}
                onPress={({ target }) => move(at, -1, target)}
              />
              <IconButton
                small
                icon="arrow-down"
                label={texts.moveDown({ name: nameOf(each) })}
                isDisabled={at === parts.length - 1}
                onPress={({ target }) => move(at, 1, target)}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function useMove<P extends { id: string }>(
  { slug, queryKey }: SetUp,
  part: Part,
  parts: readonly P[],
  nameOf: (part: P) => string,
) {
  const { parts: texts } = useTexts().programmes
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const order = useMutation({
    mutationFn: (body: PartOrder) => orderParts(slug, part, body),
    onSuccess: (changed) => queryClient.setQueryData(queryKey, changed),
    onError: (error) => {
      void queryClient.invalidateQueries({ queryKey })
      toast(problem(error), { tone: 'danger' })
    },
  })
  return (at: number, by: 1 | -1, pressed: Element) => {
    const from = parts.map(({ id }) => id as RecordId)
    const to = from.with(at, from[at + by]!).with(at + by, from[at]!)
    const place = { name: nameOf(parts[at]!), place: String(at + by + 1), of: String(parts.length) }
    order.mutate({ from, to }, { onSuccess: () => afterMove(pressed, () => toast(texts.moved(place))) })
  }
}

/** A row that has moved has lost the focus; at the end of the list its other button takes it. */
function afterMove(pressed: Element, say: () => void): void {
  say()
  requestAnimationFrame(() => {
    const buttons = [pressed, ...(pressed.parentElement?.children ?? [])]
    const next = buttons.find((one) => one instanceof HTMLButtonElement && !one.disabled)
    if (next instanceof HTMLElement) next.focus()
  })
}
