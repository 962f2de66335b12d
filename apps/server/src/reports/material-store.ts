import { formatNumber } from '@stegvis/core/companies/organisation-number.ts'
import { type AssessmentId, type CompanyId, DocumentId, type PersonId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import type { ReportData, ReportFunder, ReportMeasurement } from '@stegvis/core/reports/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/tenancy.ts'
import type { Logo } from './marks.ts'

/** The programme as a report names it, and who pays for it in the order the programme has set. */
export async function readProgramme(tx: Tx): Promise<Pick<ReportData, 'programme' | 'funders'>> {
  const { name, demonstration, texts } = await tx
    .selectFrom('programme')
    .select(['name', 'demonstration', 'texts'])
    .where('id', '=', sql<never>`current_programme()`)
    .executeTakeFirstOrThrow()
  const funders = await tx
    .selectFrom('funder')
    .select(['name', 'kind', 'acknowledgement', 'logo_document_id as logo'])
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const visibility = DraftText.safeParse((texts as Record<string, unknown>).visibility)
  return {
    programme: { name: DraftText.parse(name), demonstration, visibility: visibility.data ?? null },
    funders: funders.map(({ acknowledgement, logo, ...funder }) => ({
      ...funder,
      kind: funder.kind as ReportFunder['kind'],
      acknowledgement: DraftText.nullable().parse(acknowledgement),
      logo: DocumentId.nullable().parse(logo),
    })),
  }
}

export async function readCompany(tx: Tx, companyId: CompanyId): Promise<ReportData['company']> {
  const row = await tx
    .selectFrom('company as c')
    .leftJoin('partner as p', (join) =>
      join.onRef('p.programme_id', '=', 'c.programme_id').onRef('p.id', '=', 'c.partner_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'c.coach_id')
    .select(['c.name', 'c.organisation_number', 'u.name as coach', 'p.name as partner'])
    .where('c.id', '=', companyId)
    .executeTakeFirstOrThrow()
  const { organisation_number: number, ...company } = row
  return { ...company, organisationNumber: formatNumber(number) }
}

export type Answerers = { asked: number; answered: PersonId[] }

/** Who was asked, and who of them answered anything, by assessment. */
export async function listAnswerers(tx: Tx, companyId: CompanyId): Promise<Map<AssessmentId, Answerers>> {
  const { rows } = await sql<{ id: AssessmentId; asked: number; answered: PersonId[] | null }>`
    select a.id, count(r.id)::int as asked,
      array_agg(r.person_id order by r.person_id) filter (where r.first_answer_at is not null) as answered
    from assessment a
    join respondent r on r.programme_id = a.programme_id and r.assessment_id = a.id
    where a.company_id = ${companyId} and a.status = 'submitted'
    group by a.id`.execute(tx)
  return new Map(rows.map(({ id, asked, answered }) => [id, { asked, answered: answered ?? [] }]))
}

/** How many pieces of evidence of each class there are, by assessment. */
export async function countEvidence(
  tx: Tx,
  companyId: CompanyId,
): Promise<Map<AssessmentId, ReportMeasurement['evidence']>> {
  const rows = await tx
    .selectFrom('evidence as e')
    .innerJoin('assessment as a', (join) =>
      join.onRef('a.programme_id', '=', 'e.programme_id').onRef('a.id', '=', 'e.assessment_id'),
    )
    .select(['a.id', 'e.class', tx.fn.countAll<number>().as('count')])
    .where('a.company_id', '=', companyId)
    .where('e.removed_at', 'is', null)
    .groupBy(['a.id', 'e.class'])
    .orderBy('e.class')
    .execute()
  const grouped = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...grouped].map(([id, found]) => [id, found.map(({ class: kind, count }) => ({ class: kind, count }))]),
  )
}

export async function readLogos(tx: Tx, ids: readonly DocumentId[]): Promise<Logo[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('document')
    .select(['id', 'media_type as mediaType', 'content'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}
