import type { Revised } from '@stegvis/core/assessments/rules.ts'
import type { CompanyRecordFacts } from '@stegvis/core/assessments/tree-facts.ts'
import { AssessmentFact } from '@stegvis/core/assessments/tree-schema.ts'
import type { AssessmentId, CompanyId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'

export type SaidFact = Revised<AssessmentFact['value']>

const Value = AssessmentFact.shape.value

/** What was said for one measurement, by fact. */
export async function listSaidFacts(tx: Tx, assessmentId: AssessmentId): Promise<Map<string, SaidFact>> {
  const rows = await tx
    .selectFrom('assessment_fact')
    .select(['fact_id', 'value', 'revision'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('fact_id')
    .execute()
  return new Map(rows.map(({ fact_id, value, revision }) => [fact_id, { value: Value.parse(value), revision }]))
}

export async function saveFact(
  tx: Tx,
  key: { programmeId: ProgrammeId; assessmentId: AssessmentId; fact: string },
  { value, revision, by, at }: SaidFact & { by: PersonId; at: string },
): Promise<void> {
  const stored = { value: JSON.stringify(value), revision, said_by: by, said_at: at }
  await tx
    .insertInto('assessment_fact')
    .values({
      ...{ programme_id: key.programmeId, assessment_id: key.assessmentId, fact_id: key.fact },
      ...stored,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'assessment_id', 'fact_id']).doUpdateSet(stored))
    .execute()
}

/** Each figure is that of the newest financial year that says it. */
export async function getCompanyRecordFacts(tx: Tx, companyId: CompanyId): Promise<CompanyRecordFacts> {
  const company = await tx
    .selectFrom('company')
    .select(['industry_code as industryCode', 'municipality_code as municipalityCode'])
    .where('id', '=', companyId)
    .executeTakeFirstOrThrow()
  const years = await tx
    .selectFrom('company_year')
    .select(['employees', 'turnover_cents as turnoverCents'])
    .where('company_id', '=', companyId)
    .orderBy('year', 'desc')
    .execute()
  return {
    ...company,
    employees: years.find(({ employees }) => employees !== null)?.employees ?? null,
    turnoverCents: years.find(({ turnoverCents }) => turnoverCents !== null)?.turnoverCents ?? null,
  }
}
