import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { SubProjectId } from '../kernel/ids.ts'
import type { DraftText } from '../kernel/text.ts'
import type { Programme, ProgrammeStatus, ProgrammeStep } from './schema.ts'

export const GAPS = {
  'name-missing': 'basics',
  'period-missing': 'basics',
  'funder-missing': 'funders',
  'amount-missing': 'funders',
  'acknowledgement-missing': 'funders',
  'owner-missing': 'partners',
  'several-owners': 'partners',
  'budget-missing': 'partners',
  'budget-differs': 'partners',
  'targets-missing': 'partners',
  'sub-project-missing': 'sub-projects',
  'territory-missing': 'sub-projects',
  'lead-missing': 'sub-projects',
  'focus-area-missing': 'focus-areas',
  'focus-area-name-missing': 'focus-areas',
  'summary-missing': 'texts',
  'contact-missing': 'texts',
  'visibility-missing': 'texts',
  'translation-missing': 'texts',
} as const satisfies Record<string, ProgrammeStep>
export type GapKind = keyof typeof GAPS

/** Something missing. Only a `required` one stands in the way of opening; `of` names the part it is about. */
export type Gap = { kind: GapKind; step: ProgrammeStep; required: boolean; of: string | null }

const isEmpty = (text: DraftText) => text.sv.trim() === '' && text.en.trim() === ''
const isHalf = (text: DraftText) => !isEmpty(text) && (text.sv.trim() === '' || text.en.trim() === '')

/** Everything that is missing, step by step, in the order the steps have. */
export function programmeGaps(programme: Programme): Gap[] {
  const { name, texts, funders, partners, subProjects, focusAreas } = programme
  const gaps: Gap[] = []
  const gap = (kind: GapKind, required: boolean, of: string | null = null) =>
    gaps.push({ kind, step: GAPS[kind], required, of })

  if (isEmpty(name)) gap('name-missing', true)
  if (programme.startsOn === null || programme.endsOn === null) gap('period-missing', true)
  if (funders.length === 0) gap('funder-missing', true)
  for (const funder of funders) {
    if (funder.amountCents === null) gap('amount-missing', false, funder.name)
    if (isEmpty(funder.acknowledgement)) gap('acknowledgement-missing', false, funder.name)
  }
  partnerGaps(programme, gap)
  if (subProjects.length === 0) gap('sub-project-missing', true)
  for (const subProject of subProjects) {
    if (subProject.municipalities.length === 0) gap('territory-missing', true, subProject.name)
    if (subProject.leads.length + subProject.invited.length === 0) gap('lead-missing', false, subProject.name)
  }
  if (focusAreas.length === 0) gap('focus-area-missing', true)
  for (const area of focusAreas) if (isEmpty(area.name)) gap('focus-area-name-missing', true, area.slug)
  if (isEmpty(texts.summary)) gap('summary-missing', true)
  if (isEmpty(texts.contact)) gap('contact-missing', true)
  if (isEmpty(texts.visibility) && partners.length > 0) gap('visibility-missing', false)
  if ([name, ...Object.values(texts)].some(isHalf)) gap('translation-missing', false)
  return gaps
}

function partnerGaps({ partners, funders }: Programme, gap: (kind: GapKind, required: boolean, of?: string) => void) {
  const owners = partners.filter(({ kind }) => kind === 'owner')
  if (owners.length === 0) gap('owner-missing', true)
  if (owners.length > 1) gap('several-owners', true, owners.map(({ name }) => name).join(', '))
  for (const { name, budgetCents, targetCompanies } of partners) {
    if (budgetCents === null) gap('budget-missing', false, name)
    if (targetSum([targetCompanies]) === 0) gap('targets-missing', false, name)
  }
  const { funded, planned, complete } = sumOfBudgets(funders, partners)
  if (complete && funded !== planned) gap('budget-differs', false)
}

export type BudgetSums = {
  /** what the funders give, in öre */
  funded: number
  /** what the partners have been given of it, in öre */
  planned: number
  /** above 0: not given to a partner yet; below: more given out than there is */
  left: number
  /** every funder has an amount and every partner a part */
  complete: boolean
}

/** The funders' amounts against the partners' parts, in öre. What is not filled in counts as nothing. */
export function sumOfBudgets(
  funders: readonly { amountCents: number | null }[],
  partners: readonly { budgetCents: number | null }[],
): BudgetSums {
  const funded = funders.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)
  const planned = partners.reduce((sum, { budgetCents }) => sum + (budgetCents ?? 0), 0)
  const complete =
    funders.length > 0 &&
    partners.length > 0 &&
    funders.every(({ amountCents }) => amountCents !== null) &&
    partners.every(({ budgetCents }) => budgetCents !== null)
  return { funded, planned, left: funded - planned, complete }
}

type Targets = { micro: number | null; small: number | null; medium: number | null }

/** How many companies the partners have taken on together. */
export function targetSum(targets: readonly Targets[]): number {
  return targets.reduce((sum, { micro, small, medium }) => sum + (micro ?? 0) + (small ?? 0) + (medium ?? 0), 0)
}

/** The sub-project that has the municipality: that is how an interest finds its partner. */
export function subProjectFor<T extends { id: SubProjectId; municipalities: readonly string[] }>(
  subProjects: readonly T[],
  municipality: string,
): T | undefined {
  return subProjects.find(({ municipalities }) => municipalities.includes(municipality))
}

export type Taken = { municipality: string; subProject: string }

/** Those of the wanted municipalities that another sub-project has already. */
export function takenMunicipalities(
  subProjects: readonly { id: SubProjectId; name: string; municipalities: readonly string[] }[],
  wanting: SubProjectId,
  wanted: readonly string[],
): Taken[] {
  return subProjects
    .filter(({ id }) => id !== wanting)
    .flatMap(({ name, municipalities }) =>
      municipalities
        .filter((municipality) => wanted.includes(municipality))
        .map((municipality) => ({ municipality, subProject: name })),
    )
}

/** Amounts, targets and who leads what are for the programme's own staff; a company's people see who is in it. */
export function seenFromOutside(programme: Programme): Programme {
  const targetCompanies = { micro: null, small: null, medium: null }
  return {
    ...programme,
    funders: programme.funders.map((funder) => ({ ...funder, amountCents: null })),
    partners: programme.partners.map((partner) => ({ ...partner, budgetCents: null, targetCompanies })),
    subProjects: programme.subProjects.map((subProject) => ({ ...subProject, leads: [], invited: [] })),
  }
}

const NEXT: Record<ProgrammeStatus, readonly ProgrammeStatus[]> = {
  draft: ['open'],
  open: ['closed'],
  closed: ['open'],
}

/** Opens, closes and reopens. Refuses to open while something required is missing. */
export function changeProgrammeStatus(programme: Programme, to: ProgrammeStatus): Decision<ProgrammeStatus> {
  if (programme.status === to) return accept(to)
  if (!NEXT[programme.status].includes(to)) return refuse('status-path-not-allowed', `${programme.status} to ${to}`)
  const missing = programmeGaps(programme).filter(({ required }) => required)
  if (to === 'open' && missing.length > 0) {
    return refuse('programme-incomplete', missing.map(({ kind }) => kind).join(', '))
  }
  return accept(to)
}

/** An address from a name: `Industri i väst` becomes `industri-i-vast`. Empty when no letter is left. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
