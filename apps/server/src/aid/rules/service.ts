import { isValidOn } from '@stegvis/core/aid/de-minimis/law.ts'
import {
  AID_RULES_FIELDS,
  firstRules,
  missingRules,
  rulesFaults,
  type StaffCost,
  staffCost,
} from '@stegvis/core/aid/rules/rules.ts'
import { AidRules, type AidRulesReply } from '@stegvis/core/aid/rules/schema.ts'
import { applyChanges, type FieldChange } from '@stegvis/core/kernel/changes.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, may } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { type Outcome, refuseErrors } from '../../http/outcome.ts'
import { Problem } from '../../http/problem.ts'
import { holdProgramme, tell } from '../../programmes/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { findRules, readCountry, saveRules } from './store.ts'

/** The rules of a programme; where it has written none, those it would start from, without a gate. */
export async function readRules(
  tx: Tx,
  { programmeId }: { programmeId: ProgrammeId },
): Promise<{ rules: AidRules; isSet: boolean }> {
  const rules = await findRules(tx, programmeId)
  if (rules) return { rules, isSet: true }
  return { rules: firstRules(await readCountry(tx, programmeId)), isSet: false }
}

/** Rules that support can be valued by. Throws `aid-rules-missing` where the cost of an hour is not settled. */
export async function requireCosts(tx: Tx, actor: Actor): Promise<{ rules: AidRules; costs: StaffCost }> {
  const { rules } = await readRules(tx, actor)
  const costs = staffCost(rules)
  if (!costs) throw new Problem('aid-rules-missing')
  return { rules, costs }
}

export async function showRules(tx: Tx, actor: Actor, today: PlainDate): Promise<AidRulesReply> {
  const { rules, isSet } = await readRules(tx, actor)
  const act = DE_MINIMIS_LAW.acts.find(({ regulation }) => regulation === rules.regulation)
  const duty = DE_MINIMIS_LAW.register.find((one) => act && one.regimes.includes(act.regime) && isValidOn(one, today))
  return {
    rules,
    isSet,
    missing: missingRules(rules),
    ...known(today),
    register: duty ? { workingDays: duty.workingDays, article: duty.article } : null,
    today,
    mayEdit: may(actor, 'programme.configure'),
  }
}

/** Changes rules field by field; the first change makes them the programme's own. */
export async function changeRules(
  tx: Tx,
  actor: Actor,
  changes: readonly FieldChange[],
  today: PlainDate,
): Promise<Outcome<AidRulesReply>> {
  await holdProgramme(tx, actor)
  const { rules: before } = await readRules(tx, actor)
  const { apply, conflicts, errors } = applyChanges(before, changes, AID_RULES_FIELDS)
  refuseErrors(errors)
  const after = AidRules.parse({ ...before, ...Object.fromEntries(apply.map(({ field, to }) => [field, to])) })
  const placeOf = (field: string) => ['changes', changes.findLastIndex((change) => change.field === field), 'to']
  const faults = rulesFaults(after, known(today), placeOf)
  const places = faults.map((fault) => (fault.pointer.includes('/-1/') ? { ...fault, pointer: '#/changes' } : fault))
  refuseFaults(places)
  if (apply.length > 0) await saveRules(tx, actor.programmeId, after)
  for (const change of apply) await tell(tx, actor, { kind: 'programme.aid-rules-changed', detail: change })
  return { value: await showRules(tx, actor, today), conflicts }
}

function known(today: PlainDate): Pick<AidRulesReply, 'regulations' | 'currencies'> {
  const { acts, currencies } = DE_MINIMIS_LAW
  const inForce = acts.filter(({ from, to, transitionTo }) => isValidOn({ from, to: transitionTo ?? to }, today))
  return { regulations: inForce.map(({ regulation }) => regulation), currencies: Object.keys(currencies) }
}
