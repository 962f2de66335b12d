import { applyChanges, type FieldChange } from '@stegvis/core/kernel/changes.ts'
import type { SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, may } from '@stegvis/core/people/permissions.ts'
import { StaffRole } from '@stegvis/core/people/schema.ts'
import { PROGRAMME_FIELDS, TEXT_FIELDS } from '@stegvis/core/programmes/field-rules.ts'
import { readFields, writeField } from '@stegvis/core/programmes/fields.ts'
import { changeProgrammeStatus, seenFromOutside, takenMunicipalities } from '@stegvis/core/programmes/rules.ts'
import type { Programme, ProgrammeStatus, TerritoryInput } from '@stegvis/core/programmes/schema.ts'
import { type NewEvent, recordEvent } from '../audit/store.ts'
import type { Tx } from '../db/tenancy.ts'
import { type Outcome, refuseErrors } from '../http/outcome.ts'
import { Problem } from '../http/problem.ts'
import { municipalityName } from './geography.ts'
import { saveTerritory } from './parts/store.ts'
import { getProgramme, lockProgramme, saveProgramme } from './store.ts'

/** The programme as this person may see it: staff all of it, a company's people without what is internal. */
export async function readProgramme(tx: Tx, actor: Actor): Promise<Programme> {
  const programme = await getProgramme(tx, actor.programmeId)
  const isStaff = actor.grants.some(({ role }) => StaffRole.safeParse(role).success)
  return isStaff ? programme : seenFromOutside(programme)
}

/** Changes fields of the programme itself; what others changed first is told in the outcome. */
export async function changeProgramme(
  tx: Tx,
  actor: Actor,
  changes: readonly FieldChange[],
): Promise<Outcome<Programme>> {
  requireFields(actor, changes)
  const before = await lockProgramme(tx, actor.programmeId)
  const { apply, conflicts, errors } = applyChanges(readFields(before, PROGRAMME_FIELDS), changes, PROGRAMME_FIELDS)
  refuseErrors(errors)
  const after = apply.reduce((programme, { field, to }) => writeField(programme, field, to), before)
  requirePeriod(after, changes)
  if (apply.length > 0) await saveProgramme(tx, after)
  for (const change of apply) await tell(tx, actor, { kind: 'programme.changed', detail: change })
  return { value: after, conflicts }
}

/** A communicator changes texts, and nothing else. */
function requireFields(actor: Actor, changes: readonly FieldChange[]): void {
  const isText = ({ field }: FieldChange) => Object.hasOwn(TEXT_FIELDS, field)
  if (!may(actor, 'programme.configure') && !changes.every(isText)) throw new Problem('not-allowed')
}

function requirePeriod({ startsOn, endsOn }: Programme, changes: readonly FieldChange[]): void {
  if (startsOn === null || endsOn === null || endsOn >= startsOn) return
  const at = changes.findLastIndex(({ field }) => field === 'startsOn' || field === 'endsOn')
  const errors = [{ pointer: `#/changes/${Math.max(0, at)}/to`, detail: 'the programme ends before it starts' }]
  throw new Problem('invalid-input', undefined, { errors })
}

/** Opens, closes and reopens. Throws `programme-incomplete` while something required is missing. */
export async function setProgrammeStatus(tx: Tx, actor: Actor, to: ProgrammeStatus): Promise<Programme> {
  const before = await lockProgramme(tx, actor.programmeId)
  const decision = changeProgrammeStatus(before, to)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  if (before.status === to) return before
  const after = { ...before, status: to }
  await saveProgramme(tx, after)
  await tell(tx, actor, { kind: 'programme.status-changed', detail: { from: before.status, to } })
  return after
}

/** Replaces the municipalities of a sub-project. Throws `municipality-taken` for those another one has. */
export async function setTerritory(
  tx: Tx,
  actor: Actor,
  id: SubProjectId,
  { from, to }: TerritoryInput,
): Promise<Programme> {
  const before = await lockProgramme(tx, actor.programmeId)
  const subProject = before.subProjects.find((candidate) => candidate.id === id)
  if (!subProject) throw new Problem('not-found')
  const present = subProject.municipalities
  const wanted = [...new Set(to)].sort()
  if (wanted.join() === present.join()) return before
  if ([...from].sort().join() !== present.join()) throw new Problem('changed-meanwhile', undefined, { present })
  const taken = takenMunicipalities(before.subProjects, id, wanted)
  if (taken.length > 0) throw new Problem('municipality-taken', undefined, { taken })
  await saveTerritory(tx, actor.programmeId, id, wanted)
  await tell(tx, actor, {
    kind: 'programme.territory-changed',
    subjectId: id,
    detail: {
      part: 'sub-project',
      name: subProject.name,
      from: present,
      to: wanted,
      added: wanted.filter((code) => !present.includes(code)).map(municipalityName),
      taken: present.filter((code) => !wanted.includes(code)).map(municipalityName),
    },
  })
  return getProgramme(tx, actor.programmeId)
}

/** For what belongs to a programme and is kept elsewhere: whoever writes it next waits until this is done. */
export async function holdProgramme(tx: Tx, actor: Actor): Promise<void> {
  await lockProgramme(tx, actor.programmeId)
}

/** Changes of the programme are read by those who set it up. */
export function tell(tx: Tx, actor: Actor, event: NewEvent): Promise<void> {
  return recordEvent(tx, actor, { ...event, audience: 'office' })
}
