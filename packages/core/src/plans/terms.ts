import type { Text } from '../kernel/text.ts'
import type { ActionStatus, PlanMood } from './schema.ts'

export const ACTION_STATUS_NAMES: Record<ActionStatus, Text> = {
  proposed: { sv: 'Förslag', en: 'Proposed' },
  planned: { sv: 'Planerad', en: 'Planned' },
  ongoing: { sv: 'Pågår', en: 'Ongoing' },
  done: { sv: 'Klar', en: 'Done' },
  dropped: { sv: 'Struken', en: 'Dropped' },
}

export const PLAN_MOOD_NAMES: Record<PlanMood, Text> = {
  'on-track': { sv: 'Det går som planerat', en: 'On track' },
  slow: { sv: 'Det går trögt', en: 'Slow going' },
  stuck: { sv: 'Vi sitter fast', en: 'Stuck' },
}

/** What the fields of an action are called, on the screen, in the history and in spreadsheets. */
export const ACTION_FIELD_NAMES = {
  title: { sv: 'Åtgärd', en: 'Action' },
  description: { sv: 'Så går det till', en: 'How' },
  status: { sv: 'Status', en: 'Status' },
  reason: { sv: 'Orsak', en: 'Reason' },
  goalId: { sv: 'Mål', en: 'Goal' },
  ownerId: { sv: 'Ansvarig', en: 'Owner' },
  ownerName: { sv: 'Ansvarig, namn', en: 'Owner, name' },
  focusAreaId: { sv: 'Fokusområde', en: 'Focus area' },
  dimensionId: { sv: 'Delområde', en: 'Dimension' },
  dueOn: { sv: 'Klart senast', en: 'Due' },
  effortHours: { sv: 'Arbetstid', en: 'Effort' },
  costCents: { sv: 'Kostnad', en: 'Cost' },
  effectText: { sv: 'Väntad effekt', en: 'Expected effect' },
  effectKeyFigureId: { sv: 'Nyckeltal som påverkas', en: 'Key figure affected' },
  effectAmount: { sv: 'Väntad förändring', en: 'Expected change' },
  startedOn: { sv: 'Påbörjad', en: 'Started' },
  doneOn: { sv: 'Klar', en: 'Done' },
} as const satisfies Record<string, Text>
