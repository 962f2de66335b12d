import type { CompanyPeers, TreePeers } from '@stegvis/core/assessments/peers.ts'
import type { ModelRef } from '@stegvis/core/assessments/schema.ts'
import { majorOf, peerLevel, peerNodes } from '@stegvis/core/assessments/tree-peers.ts'
import type { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import type { Tx } from '../../db/tenancy.ts'
import { findModel, type ModelLibrary } from '../../models/library.ts'
import { areaPeers, getPeers, peerTerms } from './service.ts'
import { listPeerNodes, listTreeMeasurements, type PeerCount } from './store.ts'

/** The others in the programme in each focus area the company has measured, where there are enough of them. */
export async function getAllPeers(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  models: ModelLibrary,
): Promise<CompanyPeers> {
  const { ladders } = await getPeers(tx, actor, companyId)
  const terms = await peerTerms(tx, companyId)
  const newest = new Map<FocusAreaId, ModelRef>()
  // Oldest first, so that the newest of each focus area stays.
  for (const { focusAreaId, model } of await listTreeMeasurements(tx, companyId)) newest.set(focusAreaId, model)
  const trees: TreePeers[] = []
  for (const [focusAreaId, model] of newest) {
    const found = await findModel(tx, models, model.id, model.version)
    if (found?.kind !== 'tree') continue
    const counts = await countTreePeers(tx, found.compiled, { focusAreaId, except: companyId })
    trees.push({ ...areaPeers(focusAreaId, counts, terms), model })
  }
  return { ladders, trees }
}

async function countTreePeers(
  tx: Tx,
  compiled: CompiledTree,
  place: { focusAreaId: FocusAreaId; except: CompanyId },
): Promise<PeerCount[]> {
  const { id, version } = compiled.model
  const nodes = peerNodes(compiled).map((node) => node.id)
  const others = await listPeerNodes(tx, { ...place, modelId: id, major: majorOf(version), nodes })
  return others.flatMap(({ employees, ...standing }) => {
    const level = peerLevel(compiled, standing)
    return level === null ? [] : [{ dimension: standing.node, level, employees, companies: 1 }]
  })
}
