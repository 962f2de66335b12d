import type { CompanyResults, LadderResults, OpenMeasurement } from '@stegvis/core/assessments/company-results.ts'
import {
  type CompanyPeers,
  type LadderPeers,
  type LevelCount,
  partOfGroup,
  peerGroup,
  thresholdOf,
} from '@stegvis/core/assessments/peers.ts'
import { answersSeen } from '@stegvis/core/assessments/rules.ts'
import type { SizeClass } from '@stegvis/core/companies/size/size.ts'
import { sizeClass } from '@stegvis/core/companies/size/size-class.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { requireCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { listFindings } from '../answering/store.ts'
import { findEmployees } from '../assessment-store.ts'
import { getCompanyName, listLadders } from '../planning/store.ts'
import { listEvidence } from '../validation/evidence-store.ts'
import {
  countPeers,
  getThresholdSetting,
  listDoneActions,
  listMeasurements,
  listOpen,
  listTargets,
  type OpenAssessment,
  type PeerCount,
} from './store.ts'

/** Where the company stands on every ladder it measures or wants to, with what explains it. */
export async function getResults(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  today: PlainDate,
): Promise<CompanyResults> {
  const subject = await requireCompany(tx, actor, 'result.read', companyId)
  const seesFindings = can(actor, 'assessment.read', subject) && answersSeen(actor, subject, 'submitted') !== 'own'
  const [measured, open] = [await listMeasurements(tx, companyId), await listOpen(tx, companyId, actor.personId)]
  const [targets, done] = [await listTargets(tx, companyId), await listDoneActions(tx, companyId)]
  const ladders: LadderResults[] = []
  for (const ladder of await listLadders(tx, companyId)) {
    const here = <T extends { focusAreaId: FocusAreaId }>(rows: readonly T[]) =>
      rows.flatMap(({ focusAreaId, ...row }) => (focusAreaId === ladder.focusArea.id ? [row] : []))
    const measurements = here(measured)
    const [underWay] = here(open.filter(({ modelKind }) => modelKind === 'ladder'))
    const isLadder = ladder.modelKind === 'ladder'
    if (measurements.length === 0 && !underWay && !(ladder.wanted && isLadder)) continue
    const newest = measurements.at(-1)
    ladders.push({
      focusArea: ladder.focusArea,
      model: newest?.model ?? ladder.model,
      measurements,
      open: underWay ? openOf(underWay) : null,
      targets: here(targets),
      doneActions: here(done),
      findings: seesFindings && newest ? await listFindings(tx, newest.assessmentId) : null,
      evidence: seesFindings && newest ? await listEvidence(tx, newest.assessmentId) : null,
    })
  }
  return {
    company: { id: companyId, name: await getCompanyName(tx, companyId) },
    today,
    ladders,
    mayPlan: can(actor, 'assessment.plan', subject),
    mayValidate: can(actor, 'assessment.validate', subject),
  }
}

function openOf({ modelKind: _, ...open }: Omit<OpenAssessment, 'focusAreaId'>): OpenMeasurement {
  return open
}

/** The others in the programme on each ladder the company has measured, where there are enough of them. */
export async function getPeers(tx: Tx, actor: Actor, companyId: CompanyId): Promise<Pick<CompanyPeers, 'ladders'>> {
  await requireCompany(tx, actor, 'result.read', companyId)
  const terms = await peerTerms(tx, companyId)
  const measured = new Set((await listMeasurements(tx, companyId)).map(({ focusAreaId }) => focusAreaId))
  const ladders: LadderPeers[] = []
  for (const focusAreaId of measured) {
    ladders.push(areaPeers(focusAreaId, await countPeers(tx, focusAreaId, companyId), terms))
  }
  return { ladders }
}

/** By what others are grouped for a company, and how many a group must have. */
type PeerTerms = { threshold: number; size: SizeClass | null }

export async function peerTerms(tx: Tx, companyId: CompanyId): Promise<PeerTerms> {
  const threshold = thresholdOf(await getThresholdSetting(tx))
  return { threshold, size: sizeOf(await findEmployees(tx, companyId)) }
}

/** The groups of others in one focus area, each shown only where it is large enough. */
export function areaPeers(
  focusAreaId: FocusAreaId,
  counts: readonly PeerCount[],
  { threshold, size }: PeerTerms,
): LadderPeers {
  const alike = counts.filter(({ employees }) => size !== null && sizeOf(employees) === size)
  const [all, part] = [summed(counts), summed(alike)]
  return {
    focusAreaId,
    threshold,
    all: peerGroup(all.counts, all.companies, threshold),
    alike: size === null ? null : { size, group: partOfGroup(part, all.companies, threshold) },
  }
}

/** By headcount alone: the same fact is known of nearly every company. */
function sizeOf(employees: number | null): SizeClass | null {
  return sizeClass({ employees, turnoverEurCents: null, balanceEurCents: null })?.size ?? null
}

/** Without the sizes. A company counts once for each dimension, so the largest dimension tells how many there are. */
function summed(rows: readonly PeerCount[]): { counts: LevelCount[]; companies: number } {
  const counts = new Map<string, LevelCount>()
  const totals = new Map<string, number>()
  for (const { dimension, level, companies } of rows) {
    const count = counts.get(`${dimension} ${level}`) ?? { dimension, level, companies: 0 }
    count.companies += companies
    counts.set(`${dimension} ${level}`, count)
    totals.set(dimension, (totals.get(dimension) ?? 0) + companies)
  }
  return { counts: [...counts.values()], companies: Math.max(0, ...totals.values()) }
}
