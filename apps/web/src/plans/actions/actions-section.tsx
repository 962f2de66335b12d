import { matchesFilter } from '@stegvis/core/plans/filter.ts'
import { isDeclined } from '@stegvis/core/plans/rules.ts'
import { ActionStatus } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES } from '@stegvis/core/plans/terms.ts'
import { useState } from 'react'
import { useMe } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useAreas, usePlace, usePlan, useSearchChange } from '../plan-context.tsx'
import type { PlanSearch } from '../search.ts'
import { ActionDialog } from './action-dialog.tsx'
import { ActionList } from './action-list.tsx'
import styles from './board.module.css'
import { Board } from './board.tsx'
import { NewActionDialog } from './new-action-dialog.tsx'

/** What is to be done, on a board by status or as a list to sort, with one filter for both. */
export function ActionsSection() {
  const { search } = usePlace()
  const { actions, today, mayEdit } = usePlan()
  const { plans } = useTexts()
  const [adding, setAdding] = useState(false)
  const standing = actions.filter((action) => !isDeclined(action))
  const shown = standing.filter((action) => matchesFilter(action, search, today))
  const opened = actions.find(({ id }) => id === search.action)
  const add = mayEdit && (
    <Button kind="primary" icon="add" onPress={() => setAdding(true)}>
      {plans.actions.add}
    </Button>
  )
  return (
    <Section
      title={plans.actions.title}
      id="actions"
      actions={
        standing.length > 0 && (
          <>
            <ViewChoice />
            {add}
          </>
        )
      }
    >
      {standing.length === 0 ? (
        <EmptyState title={plans.actions.empty} action={add}>
          {mayEdit ? plans.actions.emptyText : plans.actions.emptyRead}
        </EmptyState>
      ) : (
        <Stack>
          <Filters />
          {shown.length === 0 ? (
            <p>{plans.actions.nothingFound}</p>
          ) : search.view === 'list' ? (
            <ActionList actions={shown} />
          ) : (
            <Board actions={shown} />
          )}
        </Stack>
      )}
      {adding && <NewActionDialog onClose={() => setAdding(false)} />}
      {opened && <ActionDialog action={opened} />}
    </Section>
  )
}

function ViewChoice() {
  const { search } = usePlace()
  const change = useSearchChange()
  const { plans } = useTexts()
  const views = [undefined, 'list'] as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons side by side, no field of a form.
    <div role="group" aria-label={plans.actions.view} className={styles.view} data-print="hide">
      {views.map((view) => (
        <button
          key={view ?? 'board'}
          type="button"
          aria-pressed={search.view === view}
          onClick={() => change({ view })}
        >
          {view === 'list' ? plans.actions.list : plans.actions.board}
        </button>
      ))}
    </div>
  )
}

const FILTERS = ['owner', 'area', 'status', 'overdue'] as const

function Filters() {
  const { search } = usePlace()
  const { plans, common } = useTexts()
  const change = useSearchChange()
  const isInUse = FILTERS.some((key) => search[key] !== undefined)
  const none: PlanSearch = { owner: undefined, area: undefined, status: undefined, overdue: undefined }
  return (
    <div data-print="hide">
      <Disclosure summary={common.filter} open={isInUse}>
        <div className={styles.filters}>
          <FilterFields />
          <Checkbox
            isSelected={search.overdue === 'yes'}
            onChange={(isOnly) => change({ overdue: isOnly ? 'yes' : undefined })}
          >
            {plans.actions.onlyOverdue}
          </Checkbox>
          {isInUse && (
            <Button icon="close" onPress={() => change(none)}>
              {common.clearFilters}
            </Button>
          )}
        </div>
      </Disclosure>
    </div>
  )
}

function FilterFields() {
  const { search } = usePlace()
  const { owners } = usePlan()
  const me = useMe()
  const areas = useAreas()
  const { plans } = useTexts()
  const { language } = useFormats()
  const change = useSearchChange()
  const mine = (id: string, name: string) => (id === me.id ? `${name} (${plans.actions.mine.toLowerCase()})` : name)
  return (
    <>
      <Select
        label={plans.actions.filterOwner}
        none={plans.actions.everyone}
        value={search.owner ?? null}
        onChange={(owner) => change({ owner: (owner ?? undefined) as PlanSearch['owner'] })}
        options={[
          ...owners.map(({ id, name }) => ({ id: id as string, label: mine(id, name) })),
          { id: 'none', label: plans.actions.noOwner },
        ]}
      />
      <Select
        label={plans.actions.filterArea}
        none={plans.actions.allAreas}
        value={search.area ?? null}
        onChange={(area) => change({ area: (area ?? undefined) as PlanSearch['area'] })}
        options={[
          ...areas.map(({ id, name }) => ({ id: id as string, label: name })),
          { id: 'none', label: plans.actions.noArea },
        ]}
      />
      <Select
        label={plans.actions.filterStatus}
        none={plans.actions.allStatuses}
        value={search.status ?? null}
        onChange={(status) => change({ status: status ?? undefined })}
        options={ActionStatus.options.map((id) => ({ id, label: ACTION_STATUS_NAMES[id][language] }))}
      />
    </>
  )
}
