import type { FieldChange, FieldValue } from '@stegvis/core/kernel/changes.ts'
import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { listKeyFigures } from '../../indicators/service.ts'
import type { ModelLibrary } from '../../models/library.ts'
import { listGoals } from '../store.ts'
import { listOwners } from './owners.ts'

/**
 * Refuses an action that points outside its own plan: at another company's goal or person, or at an area, a
 * dimension or a key figure that the programme does not have. `changes` give the places to point at.
 */
export async function requireParts(
  tx: Tx,
  { programmeId, companyId }: { programmeId: ProgrammeId; companyId: CompanyId },
  values: Readonly<Record<string, FieldValue>>,
  models: ModelLibrary,
  changes?: readonly FieldChange[],
): Promise<void> {
  const refuse = (field: string) => {
    const pointer = changes ? `#/changes/${changes.findIndex((change) => change.field === field)}/to` : `#/${field}`
    throw new Problem('invalid-input', undefined, { errors: [{ pointer, detail: 'not part of this plan' }] })
  }
  const { goalId, ownerId, focusAreaId, dimensionId, effectKeyFigureId } = values
  if (goalId && !(await listGoals(tx, companyId)).some(({ id }) => id === goalId)) refuse('goalId')
  if (ownerId && !(await listOwners(tx, programmeId, companyId)).some(({ id }) => id === ownerId)) refuse('ownerId')
  if (!focusAreaId && !dimensionId && !effectKeyFigureId) return
  const keyFigures = await listKeyFigures(tx, programmeId, models)
  const areas = keyFigures.flatMap(({ focusAreas }) => focusAreas)
  if (focusAreaId && !areas.some(({ id }) => id === focusAreaId)) refuse('focusAreaId')
  const isDimension = models.list().some(({ dimensions }) => dimensions.some(({ id }) => id === dimensionId))
  if (dimensionId && !isDimension) refuse('dimensionId')
  if (effectKeyFigureId && !keyFigures.some(({ id }) => id === effectKeyFigureId)) refuse('effectKeyFigureId')
}
