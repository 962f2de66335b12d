import { FEWEST_GOALS, MOST_GOALS } from '@stegvis/core/plans/rules.ts'
import type { Goal } from '@stegvis/core/plans/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card, Columns, Section, Soft, Stack } from '../../ui/layout.tsx'
import { ProgressBar } from '../../ui/progress.tsx'
import { Callout, EmptyState } from '../../ui/states.tsx'
import { usePlan } from '../plan-context.tsx'
import { EditGoal } from './edit-goal.tsx'
import styles from './goals.module.css'
import { NewGoalDialog } from './new-goal-dialog.tsx'

/** The three to five goals that the actions serve. */
export function GoalsSection() {
  const { goals, mayEdit } = usePlan()
  const { plans } = useTexts()
  const { count } = useFormats()
  const [adding, setAdding] = useState(false)
  const isFull = goals.length >= MOST_GOALS
  const add = mayEdit && !isFull && (
    <Button icon="add" onPress={() => setAdding(true)}>
      {plans.goals.add}
    </Button>
  )
  return (
    <Section title={plans.goals.title} intro={plans.goals.intro} actions={goals.length > 0 && add}>
      {goals.length === 0 ? (
        <EmptyState title={plans.goals.empty} action={add}>
          {mayEdit ? plans.goals.emptyText : null}
        </EmptyState>
      ) : (
        <Stack>
          <Columns>
            {goals.map((goal) => (
              <GoalCard key={goal.id} goal={goal} />
            ))}
          </Columns>
          {mayEdit && goals.length < FEWEST_GOALS && (
            <Callout>{plans.goals.few({ count: count(goals.length, plans.goals.counted) })}</Callout>
          )}
          {mayEdit && isFull && <Soft>{plans.goals.full}</Soft>}
        </Stack>
      )}
      {adding && <NewGoalDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

function GoalCard({ goal }: { goal: Goal }) {
  const { actions, mayEdit } = usePlan()
  const { plans } = useTexts()
  const { count, integer } = useFormats()
  const [editing, setEditing] = useState(false)
  const own = actions.filter(({ goalId, status }) => goalId === goal.id && status !== 'dropped')
  const done = own.filter(({ status }) => status === 'done').length
  return (
    <Card>
      <div className={styles.head}>
        <h3>{goal.title}</h3>
        {mayEdit && (
          <IconButton small icon="edit" label={`${plans.goals.edit}: ${goal.title}`} onPress={() => setEditing(true)} />
        )}
      </div>
      {goal.measure && <p>{goal.measure}</p>}
      {own.length > 0 ? (
        <ProgressBar
          label={goal.title}
          hideLabel
          share={done / own.length}
          text={plans.goals.done({ done: integer(done), all: integer(own.length) })}
        />
      ) : (
        <Soft>{count(0, plans.goals.actions)}</Soft>
      )}
      {goal.dueOn && <Soft>{plans.goals.by({ day: goal.dueOn })}</Soft>}
      {editing && <EditGoal goal={goal} onClose={() => setEditing(false)} />}
    </Card>
  )
}
