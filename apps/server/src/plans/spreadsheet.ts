import { inLanguage, type Language } from '@stegvis/core/kernel/text.ts'
import { type ActionFilter, matchesFilter, sortActions } from '@stegvis/core/plans/filter.ts'
import { shownTexts, shownTitle } from '@stegvis/core/plans/rules.ts'
import type { ActionView, PlanView } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES, ACTION_FIELD_NAMES as FIELDS } from '@stegvis/core/plans/terms.ts'
import type { Spreadsheet } from '../http/spreadsheet.ts'

const TEXTS = {
  sv: { title: 'Plan', file: 'plan', hours: 'timmar', money: 'kr', unit: 'Enhet' },
  en: { title: 'Plan', file: 'plan', hours: 'hours', money: 'SEK', unit: 'Unit' },
} as const

/** The actions of a plan as a spreadsheet, filtered as on the screen and in the order of their days. */
export function planSheet(
  plan: PlanView,
  filter: ActionFilter,
  language: Language,
  madeAt: string,
): Spreadsheet<ActionView> {
  const text = TEXTS[language]
  const ladders = new Map(plan.ladders.map((ladder) => [ladder.focusArea.id, ladder]))
  const goals = new Map(plan.goals.map(({ id, title }) => [id, title]))
  const keyFigures = new Map(plan.keyFigures.map((keyFigure) => [keyFigure.id, keyFigure]))
  const areaOf = ({ focusAreaId }: ActionView) => (focusAreaId === null ? undefined : ladders.get(focusAreaId))
  const keyFigureOf = ({ effectKeyFigureId: id }: ActionView) => (id === null ? undefined : keyFigures.get(id))
  const dimensionOf = (action: ActionView) =>
    areaOf(action)?.dimensions.find(({ id }) => id === action.dimensionId)?.name[language] ?? null
  const compareTexts = new Intl.Collator(language).compare
  const rows = plan.actions.filter((action) => matchesFilter(action, filter, plan.today))
  return {
    fileName: `stegvis-${text.file}-${madeAt.slice(0, 10)}`,
    title: text.title,
    madeAt,
    rows: sortActions(rows, 'due', false, { compareTexts, areaOrder: [...ladders.keys()] }),
    columns: [
      { heading: FIELDS.title[language], kind: 'text', value: (action) => shownTitle(action, language) },
      { heading: FIELDS.status[language], kind: 'text', value: ({ status }) => ACTION_STATUS_NAMES[status][language] },
      { heading: FIELDS.goalId[language], kind: 'text', value: ({ goalId }) => (goalId && goals.get(goalId)) ?? null },
      {
        heading: FIELDS.focusAreaId[language],
        kind: 'text',
        value: (action) => inLanguage(areaOf(action)?.focusArea.name ?? { sv: '', en: '' }, language),
      },
      { heading: FIELDS.dimensionId[language], kind: 'text', value: dimensionOf },
      { heading: FIELDS.ownerId[language], kind: 'text', value: ({ owner }) => owner },
      { heading: FIELDS.dueOn[language], kind: 'day', value: ({ dueOn }) => dueOn },
      { heading: FIELDS.startedOn[language], kind: 'day', value: ({ startedOn }) => startedOn },
      { heading: FIELDS.doneOn[language], kind: 'day', value: ({ doneOn }) => doneOn },
      {
        heading: `${FIELDS.effortHours[language]} (${text.hours})`,
        kind: 'integer',
        value: ({ effortHours }) => effortHours,
      },
      { heading: `${FIELDS.costCents[language]} (${text.money})`, kind: 'money', value: ({ costCents }) => costCents },
      {
        heading: FIELDS.effectText[language],
        kind: 'long-text',
        value: (action) => shownTexts(action, language).effect,
      },
      {
        heading: FIELDS.effectKeyFigureId[language],
        kind: 'text',
        value: (action) => keyFigureOf(action)?.name[language] ?? null,
      },
      { heading: FIELDS.effectAmount[language], kind: 'decimal', value: ({ effectAmount }) => effectAmount },
      { heading: text.unit, kind: 'text', value: (action) => keyFigureOf(action)?.unit[language] ?? null },
      { heading: FIELDS.description[language], kind: 'long-text', value: (action) => shownTexts(action, language).how },
      { heading: FIELDS.reason[language], kind: 'text', value: ({ reason }) => reason },
    ],
  }
}
