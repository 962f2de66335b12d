import { applyChanges, type FieldChange, type FieldRules } from '@stegvis/core/kernel/changes.ts'
import type { ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { productText } from '@stegvis/core/models/summary.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { PART_FIELDS } from '@stegvis/core/programmes/field-rules.ts'
import { readFields, writeField } from '@stegvis/core/programmes/fields.ts'
import type {
  FocusArea,
  NewPart,
  Part,
  PartOrder,
  Programme,
  ProgrammePartner,
} from '@stegvis/core/programmes/schema.ts'
import type { Tx } from '../../db/tenancy.ts'
import { type Outcome, refuseErrors } from '../../http/outcome.ts'
import { Problem } from '../../http/problem.ts'
import type { AnyModel, ModelLibrary } from '../../models/library.ts'
import { requireOffered } from '../../models/offered.ts'
import { tell } from '../service.ts'
import { getProgramme, hasCompanies, lockProgramme } from '../store.ts'
import { listFocusAreas, listPartners, listSubProjects } from './list-store.ts'
import { insertPart, listAreaSlugs, type StoredPart, savePositions, setPartRemoved, updatePart } from './store.ts'

type Parts = {
  partners: ProgrammePartner[]
  subProjects: Awaited<ReturnType<typeof listSubProjects>>
  focusAreas: FocusArea[]
}

/** What companies are sorted into, in the order the programme's people gave them; for features that offer a choice. */
export async function readParts(tx: Tx, programmeId: ProgrammeId): Promise<Parts> {
  return {
    partners: await listPartners(tx, programmeId),
    subProjects: await listSubProjects(tx, programmeId),
    focusAreas: await listFocusAreas(tx, programmeId),
  }
}

/** Adds a partner, funder, sub-project or focus area at the end of its list. A repeated request adds nothing. */
export async function addPart(tx: Tx, actor: Actor, models: ModelLibrary, input: NewPart): Promise<Programme> {
  const before = await lockProgramme(tx, actor.programmeId)
  const stored = await newPart(tx, actor, models, before, input)
  if (await insertPart(tx, actor.programmeId, stored, partsOf(before, input.part).length)) {
    const detail = { part: input.part, name: nameOf(stored.value) }
    await tell(tx, actor, { kind: 'programme.part-added', subjectId: input.id, detail })
  }
  return getProgramme(tx, actor.programmeId)
}

async function newPart(
  tx: Tx,
  actor: Actor,
  models: ModelLibrary,
  programme: Programme,
  input: NewPart,
): Promise<StoredPart> {
  switch (input.part) {
    case 'partner': {
      const targetCompanies = { micro: null, small: null, medium: null }
      const { part, ...given } = input
      return { part, value: { ...given, organisationNumber: null, budgetCents: null, targetCompanies } }
    }
    case 'funder': {
      const { part, ...given } = input
      return { part, value: { ...given, amountCents: null, acknowledgement: { sv: '', en: '' }, logoId: null } }
    }
    case 'sub-project': {
      requirePartner(programme, input.partnerId)
      const { part, ...value } = input
      return { part, value }
    }
    case 'focus-area':
      return { part: 'focus-area', value: await newArea(tx, actor, models, programme, input) }
  }
}

/** Named as its model until the programme finds a name of its own; with the first colour that is free. */
async function newArea(
  tx: Tx,
  { programmeId }: Actor,
  models: ModelLibrary,
  { focusAreas }: Programme,
  { id, model }: Extract<NewPart, { part: 'focus-area' }>,
): Promise<Omit<FocusArea, 'inUse'>> {
  const { kind, model: chosen } = await requireModel(tx, models, model)
  const name = productText(chosen.name)
  const slugs = new Set(await listAreaSlugs(tx, programmeId))
  const base = model.split('@')[0]!
  let slug = base
  for (let number = 2; slugs.has(slug); number++) slug = `${base}-${number}`
  const taken = new Set(focusAreas.map(({ accent }) => accent))
  const accent = [1, 2, 3, 4, 5, 6, 7, 8].find((candidate) => !taken.has(candidate)) ?? 1
  return { id, slug, name, summary: { sv: '', en: '' }, model, modelKind: kind, accent }
}

function requireModel(tx: Tx, models: ModelLibrary, choice: string): Promise<AnyModel> {
  const [id, version] = choice.split('@') as [string, string]
  return requireOffered(tx, models, { id, version })
}

function requirePartner({ partners }: Programme, id: unknown): void {
  if (!partners.some((partner) => partner.id === id)) throw new Problem('not-found')
}

/** Changes fields of one part; what others changed first is told in the outcome. */
export async function changePart(
  tx: Tx,
  actor: Actor,
  models: ModelLibrary,
  part: Part,
  id: RecordId,
  changes: readonly FieldChange[],
): Promise<Outcome<Programme>> {
  const before = await lockProgramme(tx, actor.programmeId)
  const found = requirePart(before, part, id)
  const rules: FieldRules = PART_FIELDS[part]
  const { apply, conflicts, errors } = applyChanges(readFields(found, rules), changes, rules)
  refuseErrors(errors)
  for (const change of apply) checkChange(before, found, change)
  if (apply.length > 0) {
    const written = apply.reduce<StoredPart['value']>((value, { field, to }) => writeField(value, field, to), found)
    const after = await withModelKind(tx, models, found, written)
    await updatePart(tx, actor.programmeId, { part, value: after } as StoredPart)
    if (part === 'partner') await keepOneOwner(tx, actor, before, after as ProgrammePartner)
  }
  for (const { field, from, to } of apply) {
    const detail = { part, name: nameOf(found), field, from, to }
    await tell(tx, actor, { kind: 'programme.changed', subjectId: id, detail })
  }
  return { value: apply.length > 0 ? await getProgramme(tx, actor.programmeId) : before, conflicts }
}

/** What points elsewhere must lead somewhere, and a ladder that was measured with stays the same one. */
function checkChange(programme: Programme, found: AnyPart, { field, to }: FieldChange): void {
  if (field === 'partnerId') requirePartner(programme, to)
  if (field !== 'model' || !('model' in found)) return
  const isOther = String(to).split('@')[0] !== found.model.split('@')[0]
  if (isOther && found.inUse) throw new Problem('in-use', 'the focus area has measurements')
}

/** The kind of model goes with the model. Refuses one that cannot be measured with. */
async function withModelKind(
  tx: Tx,
  models: ModelLibrary,
  found: AnyPart,
  written: StoredPart['value'],
): Promise<StoredPart['value']> {
  if (!('model' in written) || !('model' in found) || written.model === found.model) return written
  const { kind } = await requireModel(tx, models, written.model)
  return { ...written, modelKind: kind }
}

/** A programme has one owner: whoever becomes it takes over from the one before. */
async function keepOneOwner(tx: Tx, actor: Actor, { partners }: Programme, after: ProgrammePartner): Promise<void> {
  if (after.kind !== 'owner') return
  for (const other of partners) {
    if (other.id === after.id || other.kind !== 'owner') continue
    await updatePart(tx, actor.programmeId, { part: 'partner', value: { ...other, kind: 'partner' } })
    const detail = { part: 'partner', name: other.name, field: 'kind', from: 'owner', to: 'partner' }
    await tell(tx, actor, { kind: 'programme.changed', subjectId: other.id, detail })
  }
}

/**
 * Puts the parts of one kind in another order, which pages, reports and logo rows follow. Throws
 * `changed-meanwhile` with the present order when it is another than the sender saw, or holds other parts.
 */
export async function orderParts(tx: Tx, actor: Actor, part: Part, { from, to }: PartOrder): Promise<Programme> {
  const before = await lockProgramme(tx, actor.programmeId)
  const present = partsOf(before, part).map(({ id }) => id as RecordId)
  if (to.join() === present.join()) return before
  const isSame = from.join() === present.join() && to.toSorted().join() === present.toSorted().join()
  if (!isSame) throw new Problem('changed-meanwhile', undefined, { present })
  await savePositions(tx, actor.programmeId, part, to)
  await tell(tx, actor, { kind: 'programme.parts-ordered', detail: { part, from, to } })
  return getProgramme(tx, actor.programmeId)
}

/** Takes a part away. Throws `in-use` while companies, sub-projects or measurements need it. */
export async function removePart(tx: Tx, actor: Actor, part: Part, id: RecordId, at: string): Promise<Programme> {
  const before = await lockProgramme(tx, actor.programmeId)
  const found = partsOf(before, part).find((candidate) => candidate.id === id)
  if (!found) return before
  if (await isInUse(tx, actor, before, part, found)) throw new Problem('in-use')
  await setPartRemoved(tx, actor.programmeId, part, id, at)
  const detail = { part, name: nameOf(found) }
  await tell(tx, actor, { kind: 'programme.part-removed', subjectId: id, detail })
  return getProgramme(tx, actor.programmeId)
}

async function isInUse(tx: Tx, { programmeId }: Actor, before: Programme, part: Part, found: AnyPart) {
  if (part === 'focus-area') return 'inUse' in found && found.inUse
  if (part === 'sub-project') {
    return hasCompanies(tx, programmeId, { subProjectId: found.id as Programme['subProjects'][number]['id'] })
  }
  if (part !== 'partner') return false
  const partnerId = found.id as ProgrammePartner['id']
  return (
    before.subProjects.some((subProject) => subProject.partnerId === partnerId) ||
    hasCompanies(tx, programmeId, { partnerId })
  )
}

/** Brings back what was taken away. */
export async function restorePart(tx: Tx, actor: Actor, part: Part, id: RecordId): Promise<Programme> {
  await lockProgramme(tx, actor.programmeId)
  const restored = await setPartRemoved(tx, actor.programmeId, part, id, null)
  const after = await getProgramme(tx, actor.programmeId)
  const found = requirePart(after, part, id)
  if (restored) {
    const detail = { part, name: nameOf(found) }
    await tell(tx, actor, { kind: 'programme.part-restored', subjectId: id, detail })
  }
  return after
}

type AnyPart = Programme['partners' | 'funders' | 'subProjects' | 'focusAreas'][number]

function partsOf(programme: Programme, part: Part): readonly AnyPart[] {
  const lists = {
    partner: programme.partners,
    funder: programme.funders,
    'sub-project': programme.subProjects,
    'focus-area': programme.focusAreas,
  }
  return lists[part]
}

function requirePart(programme: Programme, part: Part, id: RecordId): AnyPart {
  const found = partsOf(programme, part).find((candidate) => candidate.id === id)
  if (!found) throw new Problem('not-found')
  return found
}

const nameOf = ({ name }: Pick<AnyPart, 'name'>): string => (typeof name === 'string' ? name : name.sv || name.en)
