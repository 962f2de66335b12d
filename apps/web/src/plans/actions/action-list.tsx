import { type ActionSort, sortActions } from '@stegvis/core/plans/filter.ts'
import { isOverdue, shownTitle } from '@stegvis/core/plans/rules.ts'
import type { ActionView } from '@stegvis/core/plans/schema.ts'
import { ACTION_FIELD_NAMES as FIELDS } from '@stegvis/core/plans/terms.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { AreaName } from '../../ui/area-mark.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Row } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { useAreas, usePlace, usePlan, useSearchChange } from '../plan-context.tsx'
import { ActionStatusBadge } from './action-status.tsx'
import styles from './board.module.css'
import { MoveMenu } from './move-menu.tsx'

/** The actions as rows, sorted as the address says. */
export function ActionList({ actions }: { actions: readonly ActionView[] }) {
  const { search } = usePlace()
  const { goals, today } = usePlan()
  const { plans } = useTexts()
  const { language, money } = useFormats()
  const change = useSearchChange()
  const areas = useAreas()
  const by = search.sort ?? 'due'
  const descending = search.descending === 'yes'
  const compareTexts = new Intl.Collator(language).compare
  const rows = sortActions(actions, by, descending, { compareTexts, areaOrder: areas.map(({ id }) => id) })
  return (
    <Table<ActionView, ActionSort>
      label={plans.actions.title}
      rows={rows}
      rowKey={({ id }) => id}
      sort={{ by, descending }}
      onSort={(sort) => change({ sort: sort.by, descending: sort.descending ? 'yes' : undefined })}
      columns={[
        {
          id: 'title',
          label: FIELDS.title[language],
          sort: 'title',
          main: true,
          cell: (action) => (
            <button type="button" className={styles.title} onClick={() => change({ action: action.id })}>
              {shownTitle(action, language)}
            </button>
          ),
        },
        {
          id: 'area',
          label: FIELDS.focusAreaId[language],
          sort: 'area',
          cell: ({ focusAreaId }) => {
            const area = areas.find(({ id }) => id === focusAreaId)
            return area && <AreaName accent={area.accent}>{area.name}</AreaName>
          },
        },
        {
          id: 'status',
          label: FIELDS.status[language],
          sort: 'status',
          cell: ({ status }) => <ActionStatusBadge status={status} />,
        },
        {
          id: 'owner',
          label: FIELDS.ownerId[language],
          sort: 'owner',
          cell: ({ owner }) => owner ?? plans.actions.noOwner,
        },
        {
          id: 'due',
          label: FIELDS.dueOn[language],
          sort: 'due',
          cell: (action) => (
            <Row gap="s">
              <span className={styles.day}>{action.dueOn}</span>
              {isOverdue(action, today) && (
                <Badge tone="warning" icon="alert">
                  {plans.actions.overdue}
                </Badge>
              )}
            </Row>
          ),
        },
        {
          id: 'goal',
          label: FIELDS.goalId[language],
          cell: ({ goalId }) => goals.find(({ id }) => id === goalId)?.title,
        },
        {
          id: 'cost',
          label: FIELDS.costCents[language],
          numeric: true,
          cell: ({ costCents }) => costCents !== null && money(costCents),
        },
        {
          id: 'move',
          label: plans.actions.move,
          cell: (action) => action.mayChange !== 'nothing' && <MoveMenu action={action} />,
        },
      ]}
    />
  )
}
