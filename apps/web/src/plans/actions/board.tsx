import { isOverdue, shownTitle } from '@stegvis/core/plans/rules.ts'
import type { ActionStatus, ActionView } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES } from '@stegvis/core/plans/terms.ts'
import { type DragEvent, useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { AreaMark } from '../../ui/area-mark.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useAreas, useMove, usePlan, useSearchChange } from '../plan-context.tsx'
import styles from './board.module.css'
import { MoveMenu } from './move-menu.tsx'

const COLUMNS = ['proposed', 'planned', 'ongoing', 'done'] as const satisfies readonly ActionStatus[]
const KIND = 'application/x-stegvis-action'

/** Columns by status. A card is dragged, or moved from its menu. */
export function Board({ actions }: { actions: readonly ActionView[] }) {
  const { plans } = useTexts()
  const { integer } = useFormats()
  const dropped = actions.filter(({ status }) => status === 'dropped')
  return (
    <>
      <div className={styles.board}>
        {COLUMNS.map((status) => (
          <Column key={status} status={status} actions={actions.filter((action) => action.status === status)} />
        ))}
      </div>
      {dropped.length > 0 && (
        <Disclosure summary={plans.actions.dropped({ count: integer(dropped.length) })}>
          <Cards actions={dropped} />
        </Disclosure>
      )}
    </>
  )
}

type ColumnProps = { status: ActionStatus; actions: readonly ActionView[] }

function Column({ status, actions }: ColumnProps) {
  const { plans } = useTexts()
  const { language, integer } = useFormats()
  const { isOver, ...target } = useDropTarget(status)
  return (
    <section className={cx(styles.column, isOver && styles.over)} {...target}>
      <h3 className={styles.head}>
        {ACTION_STATUS_NAMES[status][language]}
        <span className={styles.count}>{integer(actions.length)}</span>
      </h3>
      {actions.length === 0 ? <p className={styles.empty}>{plans.actions.emptyColumn}</p> : <Cards actions={actions} />}
    </section>
  )
}

function useDropTarget(status: ActionStatus) {
  const { actions } = usePlan()
  const move = useMove()
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(KIND)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      setOver(false)
      const dragged = actions.find(({ id }) => id === event.dataTransfer.getData(KIND))
      if (dragged && dragged.status !== status) void move(dragged, status)
    },
  }
}

/** What is done grows for years; the latest of it is enough to look at. */
const SHOWN_DONE = 4

/** The next due first; of what is done, the latest. */
function Cards({ actions }: { actions: readonly ActionView[] }) {
  const { plans } = useTexts()
  const { integer } = useFormats()
  const [all, setAll] = useState(false)
  const isDone = actions[0]?.status === 'done'
  const ordered = actions.toSorted(isDone ? latestFirst : dueFirst)
  const shown = isDone && !all ? ordered.slice(0, SHOWN_DONE) : ordered
  return (
    <>
      <ul className={styles.cards}>
        {shown.map((action) => (
          <ActionCard key={action.id} action={action} />
        ))}
      </ul>
      {isDone && ordered.length > SHOWN_DONE && (
        <Button small kind="quiet" onPress={() => setAll(!all)}>
          {all ? plans.suggestions.less : plans.suggestions.more({ count: integer(ordered.length - SHOWN_DONE) })}
        </Button>
      )}
    </>
  )
}

const dueFirst = (a: ActionView, b: ActionView) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')
const latestFirst = (a: ActionView, b: ActionView) => (b.doneOn ?? '').localeCompare(a.doneOn ?? '')

function ActionCard({ action }: { action: ActionView }) {
  const { today } = usePlan()
  const { plans } = useTexts()
  const { language } = useFormats()
  const change = useSearchChange()
  const area = useAreas().find(({ id }) => id === action.focusAreaId)
  const title = shownTitle(action, language)
  const mayMove = action.mayChange !== 'nothing'
  return (
    <li
      className={styles.card}
      data-accent={area?.accent}
      draggable={mayMove}
      onDragStart={(event) => event.dataTransfer.setData(KIND, action.id)}
    >
      <button
        type="button"
        className={styles.title}
        aria-label={plans.actions.open({ title })}
        onClick={() => change({ action: action.id })}
      >
        {title}
      </button>
      <div className={styles.facts}>
        {area && (
          <span title={area.name}>
            <AreaMark accent={area.accent} />
          </span>
        )}
        <span>{action.owner ?? plans.actions.noOwner}</span>
        {action.status === 'done' && action.doneOn && <span>{plans.actions.doneOn({ day: action.doneOn })}</span>}
        {action.status !== 'done' && action.dueOn && <span>{plans.actions.dueOn({ day: action.dueOn })}</span>}
      </div>
      {action.status === 'dropped' && action.reason && <p className={styles.empty}>{action.reason}</p>}
      <div className={styles.foot}>
        {isOverdue(action, today) ? (
          <Badge tone="warning" icon="alert">
            {plans.actions.overdue}
          </Badge>
        ) : (
          <span />
        )}
        {mayMove && <MoveMenu action={action} />}
      </div>
    </li>
  )
}
