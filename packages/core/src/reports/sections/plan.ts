import type { Language } from '../../kernel/text.ts'
import { ACTION_STATUS_NAMES, PLAN_MOOD_NAMES } from '../../plans/terms.ts'
import { cell, column, NOTHING, numbers } from '../content/blocks.ts'
import type { Scene } from '../content/scene.ts'
import type { Block } from '../content/schema.ts'
import { sentence, type Wording } from '../content/wording.ts'
import { shownActions } from '../rules.ts'
import type { ReportAction, ReportGoal } from '../schema.ts'

const TERMS = {
  sv: {
    goals: { one: 'ett mål', other: '{n} mål' },
    actions: { one: 'en åtgärd', other: '{n} åtgärder' },
    lead: (p: { parts: string }) => `Planen har ${p.parts}.`,
    done: { one: 'En åtgärd är klar', other: '{n} åtgärder är klara' },
    noneDone: 'Ingen åtgärd är klar än',
    ongoing: { one: 'en pågår', other: '{n} pågår' },
    planned: { one: 'en är planerad', other: '{n} är planerade' },
    hours: 'Arbetstid, uppskattad',
    hourCount: { one: 'en timme', other: '{n} timmar' },
    cost: 'Kostnad, uppskattad',
    check: 'Senaste avstämning',
    checked: (p: { on: string; mood: string; note: string }) => `${p.on}: ${p.mood}. ${p.note}`.trim(),
    measure: (text: string) => `Så märks det: ${text}`,
    due: (day: string) => `Nås senast ${day}`,
    actionsOf: (title: string) => `Åtgärder: ${title}`,
    others: 'Åtgärder utan mål',
    otherActions: 'Övriga åtgärder',
    noActions: 'Målet har inga åtgärder än.',
    columns: {
      action: 'Åtgärd',
      owner: 'Ansvarig',
      due: 'Klart',
      status: 'Status',
      hours: 'Timmar',
      cost: 'Kostnad',
    },
  },
  en: {
    goals: { one: 'one goal', other: '{n} goals' },
    actions: { one: 'one action', other: '{n} actions' },
    lead: (p: { parts: string }) => `The plan has ${p.parts}.`,
    done: { one: 'One action is done', other: '{n} actions are done' },
    noneDone: 'No action is done yet',
    ongoing: { one: 'one is ongoing', other: '{n} are ongoing' },
    planned: { one: 'one is planned', other: '{n} are planned' },
    hours: 'Effort, estimated',
    hourCount: { one: 'one hour', other: '{n} hours' },
    cost: 'Cost, estimated',
    check: 'Latest check',
    checked: (p: { on: string; mood: string; note: string }) => `${p.on}: ${p.mood}. ${p.note}`.trim(),
    measure: (text: string) => `How it shows: ${text}`,
    due: (day: string) => `Reached by ${day}`,
    actionsOf: (title: string) => `Actions: ${title}`,
    others: 'Actions without a goal',
    otherActions: 'Other actions',
    noActions: 'The goal has no actions yet.',
    columns: { action: 'Action', owner: 'Owner', due: 'Due', status: 'Status', hours: 'Hours', cost: 'Cost' },
  },
} satisfies Record<Language, unknown>

export function plan({ data, w }: Scene): Block[] {
  const terms = TERMS[w.language]
  const { goals } = data.plan
  const actions = shownActions(data.plan.actions)
  if (goals.length === 0 && actions.length === 0) return []
  const isLoose = ({ goalId }: ReportAction) => !goals.some(({ id }) => id === goalId)
  const loose = actions.filter(isLoose)
  return [
    { kind: 'lead', text: lead(goals, actions, w) },
    { kind: 'facts', items: facts(data.plan, actions, w) },
    ...goals.flatMap((goal) => goalBlocks(goal, actions, w)),
    ...(loose.length > 0
      ? [
          { kind: 'heading' as const, text: goals.length > 0 ? terms.otherActions : terms.others, note: '' },
          actionTable(terms.otherActions, loose, w),
        ]
      : []),
  ]
}

function lead(goals: readonly ReportGoal[], actions: readonly ReportAction[], w: Wording): string {
  const terms = TERMS[w.language]
  const with_ = [
    ...(goals.length > 0 ? [w.count(goals.length, terms.goals)] : []),
    ...(actions.length > 0 ? [w.count(actions.length, terms.actions)] : []),
  ]
  const of = (status: ReportAction['status']) => actions.filter((action) => action.status === status).length
  const [done, ongoing, planned] = [of('done'), of('ongoing'), of('planned')]
  const states = [
    done > 0 ? w.count(done, terms.done) : terms.noneDone,
    ...(ongoing > 0 ? [w.count(ongoing, terms.ongoing)] : []),
    ...(planned > 0 ? [w.count(planned, terms.planned)] : []),
  ]
  const state = actions.length > 0 ? ` ${sentence(w.list(states))}.` : ''
  return `${terms.lead({ parts: w.list(with_) })}${state}`
}

function facts(
  { lastCheck }: Scene['data']['plan'],
  actions: readonly ReportAction[],
  w: Wording,
): { term: string; text: string }[] {
  const terms = TERMS[w.language]
  const hours = sum(actions, ({ effortHours }) => effortHours)
  const cents = sum(actions, ({ costCents }) => costCents)
  return [
    ...(hours > 0 ? [{ term: terms.hours, text: w.count(hours, terms.hourCount) }] : []),
    ...(cents > 0 ? [{ term: terms.cost, text: w.money(cents) }] : []),
    ...(lastCheck
      ? [
          {
            term: terms.check,
            text: terms.checked({
              on: lastCheck.on,
              mood: w.pick(PLAN_MOOD_NAMES[lastCheck.mood]).toLowerCase(),
              note: lastCheck.note,
            }),
          },
        ]
      : []),
  ]
}

function sum(actions: readonly ReportAction[], amount: (action: ReportAction) => number | null): number {
  return actions.reduce((total, action) => total + (amount(action) ?? 0), 0)
}

function goalBlocks(goal: ReportGoal, actions: readonly ReportAction[], w: Wording): Block[] {
  const terms = TERMS[w.language]
  const own = actions.filter(({ goalId }) => goalId === goal.id)
  return [
    { kind: 'heading', text: goal.title, note: goal.dueOn ? terms.due(goal.dueOn) : '' },
    ...(goal.measure ? [{ kind: 'text' as const, text: terms.measure(goal.measure) }] : []),
    own.length > 0 ? actionTable(terms.actionsOf(goal.title), own, w) : { kind: 'text', text: terms.noActions },
  ]
}

function actionTable(caption: string, actions: readonly ReportAction[], w: Wording): Block {
  const { columns } = TERMS[w.language]
  const priced = actions.some(({ costCents }) => costCents !== null)
  return {
    kind: 'table',
    caption,
    columns: [
      column(columns.action, 6),
      column(columns.owner, 3),
      column(columns.status, 2),
      column(columns.due, 2),
      numbers(columns.hours, 2),
      ...(priced ? [numbers(columns.cost, 2)] : []),
    ],
    rows: actions.map(({ title, effect, owner, status, dueOn, doneOn, effortHours, costCents }) => [
      cell(title, effect ?? undefined),
      owner ? cell(owner) : NOTHING,
      cell(w.pick(ACTION_STATUS_NAMES[status])),
      dayOf(status === 'done' ? doneOn : dueOn),
      effortHours === null ? NOTHING : cell(w.number(effortHours)),
      ...(priced ? [costCents === null ? NOTHING : cell(w.money(costCents))] : []),
    ]),
  }
}

const dayOf = (day: string | null) => (day === null ? NOTHING : cell(day))
