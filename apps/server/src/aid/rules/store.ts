import { AidRules } from '@stegvis/core/aid/rules/schema.ts'
import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'

/** Undefined where the programme has written none. */
export async function findRules(tx: Tx, programmeId: ProgrammeId): Promise<AidRules | undefined> {
  const row = await tx.selectFrom('aid_rules').selectAll().where('programme_id', '=', programmeId).executeTakeFirst()
  if (!row) return undefined
  return AidRules.parse({
    gate: row.gate,
    memberState: row.member_state,
    regulation: row.regulation,
    authority: row.authority,
    scheme: row.scheme,
    schemeReference: row.scheme_reference,
    instrument: row.instrument,
    currency: row.currency,
    hourlyMinor: row.hourly_minor,
    payrollPpm: row.payroll_ppm,
    flatPpm: row.flat_ppm,
    publicPpm: row.public_ppm,
    boundaryCounts: row.boundary_counts,
    ratePolicy: row.rate_policy,
  })
}

export async function saveRules(tx: Tx, programmeId: ProgrammeId, rules: AidRules): Promise<void> {
  const columns = {
    gate: rules.gate,
    member_state: rules.memberState,
    regulation: rules.regulation,
    authority: rules.authority,
    scheme: rules.scheme,
    scheme_reference: rules.schemeReference,
    instrument: rules.instrument,
    currency: rules.currency,
    hourly_minor: rules.hourlyMinor,
    payroll_ppm: rules.payrollPpm,
    flat_ppm: rules.flatPpm,
    public_ppm: rules.publicPpm,
    boundary_counts: rules.boundaryCounts,
    rate_policy: rules.ratePolicy,
  }
  await tx
    .insertInto('aid_rules')
    .values({ programme_id: programmeId, ...columns })
    .onConflict((conflict) => conflict.column('programme_id').doUpdateSet(columns))
    .execute()
}

/** The country of a programme is where its aid comes from, until its rules say otherwise. */
export async function readCountry(tx: Tx, programmeId: ProgrammeId): Promise<string> {
  const { country } = await tx
    .selectFrom('programme')
    .select('country')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return country
}
