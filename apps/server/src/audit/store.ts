import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../db/tenancy.ts'
import { newId } from '../ids.ts'

/** Something that happened. `detail` says what changed; it never holds a secret. */
export type NewEvent = {
  kind: string
  companyId?: CompanyId
  subjectId?: RecordId
  detail?: Record<string, unknown>
  /** who reads it on a timeline: the company too, the team, or the office only */
  audience?: 'all' | 'team' | 'office'
}

/** Who did it: the actor, or null for a visitor without a session and for the system itself. */
export type EventSource = { programmeId: ProgrammeId; personId: PersonId | null }

/** Appends to the trail. Called by every service that writes, in the same transaction. */
export async function recordEvent(tx: Tx, by: EventSource, event: NewEvent): Promise<void> {
  await tx
    .insertInto('event')
    .values({
      programme_id: by.programmeId,
      id: newId(),
      person_id: by.personId,
      kind: event.kind,
      company_id: event.companyId ?? null,
      subject_id: event.subjectId ?? null,
      detail: JSON.stringify(event.detail ?? {}),
      audience: event.audience ?? 'team',
    })
    .execute()
}
