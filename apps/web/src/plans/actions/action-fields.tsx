import { ACTION_FACTS } from '@stegvis/core/plans/facts.ts'
import type { ActionView } from '@stegvis/core/plans/schema.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Columns, Section } from '../../ui/layout.tsx'
import {
  SavedDateField,
  SavedNumberField,
  SavedRecord,
  SavedSelect,
  SavedTextArea,
  SavedTextField,
} from '../../ui/saved-field.tsx'
import { actionUrl, planKey } from '../api.ts'
import { useAreas, usePlace, usePlan } from '../plan-context.tsx'

type Props = { action: ActionView }
type Who = 'owner' | 'editor'

/** Everything about an action. Its owner changes the part that is theirs; the rest can be read. */
export function ActionFields({ action }: Props) {
  const { plans } = useTexts()
  return (
    <>
      <Section level={3} title={plans.action.general}>
        <Fields action={action} who="editor">
          <SavedTextField field="title" label={plans.action.title} />
        </Fields>
        <Fields action={action} who="owner">
          <SavedTextArea field="description" label={plans.action.description} optional rows={4} />
        </Fields>
        <Fields action={action} who="editor">
          <Belonging action={action} />
        </Fields>
      </Section>
      <Section level={3} title={plans.action.plan}>
        <Fields action={action} who="editor">
          <Owner action={action} />
        </Fields>
        <Fields action={action} who="owner">
          <Columns of="fields" least="s">
            <SavedDateField field="dueOn" label={plans.action.dueOn} optional />
            <SavedNumberField
              field="effortHours"
              label={plans.action.effortHours}
              unit={plans.action.hoursUnit}
              minValue={0}
              formatOptions={{ maximumFractionDigits: 0 }}
              optional
            />
          </Columns>
        </Fields>
        <Fields action={action} who="editor">
          <SavedNumberField field="costCents" label={plans.action.cost} unit="kr" stored={100} minValue={0} optional />
        </Fields>
      </Section>
      <Section level={3} title={plans.action.effect}>
        <Fields action={action} who="editor">
          <Effect action={action} />
        </Fields>
      </Section>
    </>
  )
}

/** Fields of the same record that the same people may change. */
function Fields({ action, who, children }: Props & { who: Who; children: ReactNode }) {
  const { programme, company } = usePlace()
  const values = Object.fromEntries(
    Object.keys(ACTION_FACTS).map((field) => [field, action[field as keyof typeof ACTION_FACTS]]),
  )
  const may = action.mayChange === 'all' || (who === 'owner' && action.mayChange === 'own')
  return (
    <SavedRecord
      url={actionUrl(programme, action.id)}
      queryKey={planKey(programme, company)}
      values={values}
      isReadOnly={!may}
    >
      {children}
    </SavedRecord>
  )
}

function Belonging({ action }: Props) {
  const { goals, ladders } = usePlan()
  const areas = useAreas()
  const { plans } = useTexts()
  const { language } = useFormats()
  const ladder = ladders.find(({ focusArea }) => focusArea.id === action.focusAreaId)
  return (
    <Columns of="fields" least="s">
      <SavedSelect
        field="goalId"
        label={plans.action.goal}
        none={plans.action.noGoal}
        options={goals.map(({ id, title }) => ({ id, label: title }))}
      />
      <SavedSelect
        field="focusAreaId"
        label={plans.action.area}
        none={plans.action.noArea}
        options={areas.map(({ id, name }) => ({ id, label: name }))}
      />
      {ladder && (
        <SavedSelect
          field="dimensionId"
          label={plans.action.dimension}
          none={plans.action.noDimension}
          options={ladder.dimensions.map(({ id, name }) => ({ id, label: name[language] }))}
        />
      )}
    </Columns>
  )
}

function Owner({ action }: Props) {
  const { owners } = usePlan()
  const { plans } = useTexts()
  const known = owners.some(({ id }) => id === action.ownerId)
  const past = action.ownerId && !known ? [{ id: action.ownerId as string, label: action.owner ?? '' }] : []
  return (
    <Columns of="fields" least="s">
      <SavedSelect
        field="ownerId"
        label={plans.action.owner}
        hint={plans.action.ownerHint}
        none={plans.action.nobody}
        options={[
          ...owners.map(({ id, name, isCoach }) => ({
            id: id as string,
            label: isCoach ? `${name} (${plans.action.coach})` : name,
          })),
          ...past,
        ]}
      />
      {action.ownerId === null && (
        <SavedTextField field="ownerName" label={plans.action.ownerName} hint={plans.action.ownerNameHint} optional />
      )}
    </Columns>
  )
}

function Effect({ action }: Props) {
  const { keyFigures } = usePlan()
  const { plans } = useTexts()
  const { language } = useFormats()
  const chosen = keyFigures.find(({ id }) => id === action.effectKeyFigureId)
  return (
    <>
      <SavedTextArea field="effectText" label={plans.action.effectText} optional rows={3} />
      <Columns of="fields">
        <SavedSelect
          field="effectKeyFigureId"
          label={plans.action.keyFigure}
          none={plans.action.noKeyFigure}
          options={keyFigures.map(({ id, name }) => ({ id, label: name[language] }))}
        />
        {chosen && (
          <SavedNumberField
            field="effectAmount"
            label={plans.action.effectAmount}
            hint={plans.action.effectAmountHint}
            unit={chosen.unit[language]}
            formatOptions={{ maximumFractionDigits: Math.max(chosen.decimals, 3) }}
            optional
          />
        )}
      </Columns>
    </>
  )
}
