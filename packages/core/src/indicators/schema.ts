import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import { CompanyId, FocusAreaId, PersonId, RecordId } from '../kernel/ids.ts'
import { DraftText, Text } from '../kernel/text.ts'
import { ModelKey } from '../models/schema.ts'

export const Quality = z.enum(['baseline', 'estimated', 'verified'])
export type Quality = z.infer<typeof Quality>

const facts = {
  /** the period the value speaks of, both days included */
  fromOn: PlainDate,
  toOn: PlainDate,
  amount: z.number().min(-1e15).max(1e15),
  quality: Quality,
  /** where the figure comes from: an invoice, a meter, a calculation */
  source: z.string().trim().max(300),
  note: z.string().trim().max(2000),
}

export const NewValue = z
  .strictObject({ id: RecordId, keyFigureId: ModelKey, ...facts })
  .meta({ id: 'NewKeyFigureValue' })
export type NewValue = z.infer<typeof NewValue>

/** A correction: the whole value as it should be, and the revision it corrects. */
export const ValueChange = z.strictObject({ revision: z.int().min(1), ...facts }).meta({ id: 'KeyFigureValueChange' })
export type ValueChange = z.infer<typeof ValueChange>

/** What is entered, whether new or corrected. */
export type ValueFacts = Omit<ValueChange, 'revision'>

export const KeyFigureValue = z
  .strictObject({
    id: RecordId,
    keyFigureId: z.string(),
    ...facts,
    /** the unit in words, as the ladder had it when the value was entered */
    unit: z.string(),
    verifiedBy: z.strictObject({ id: PersonId, name: z.string() }).nullable(),
    enteredBy: z.string().nullable(),
    enteredAt: z.string(),
    revision: z.int(),
    removedAt: z.string().nullable(),
    /** whether the reader may correct or remove it */
    mayChange: z.boolean(),
  })
  .meta({ id: 'KeyFigureValue' })
export type KeyFigureValue = z.infer<typeof KeyFigureValue>

/** From the first value to the newest. `share` is null where the first is zero. */
export const KeyFigureChange = z
  .strictObject({
    from: z.strictObject({ amount: z.number(), quality: Quality, toOn: PlainDate }),
    to: z.strictObject({ amount: z.number(), quality: Quality, toOn: PlainDate }),
    difference: z.number(),
    share: z.number().nullable(),
    direction: z.enum(['better', 'worse', 'same']),
  })
  .meta({ id: 'KeyFigureChange' })
export type KeyFigureChange = z.infer<typeof KeyFigureChange>

/** A key figure that a ladder of the programme names, with what the company has entered, oldest period first. */
export const CompanyKeyFigure = z
  .strictObject({
    id: z.string(),
    name: Text,
    unit: Text,
    decimals: z.int(),
    better: z.enum(['up', 'down']),
    formula: Text,
    help: Text,
    focusAreas: z.array(z.strictObject({ id: FocusAreaId, slug: z.string(), name: DraftText, accent: z.int() })),
    values: z.array(KeyFigureValue),
    change: KeyFigureChange.nullable(),
  })
  .meta({ id: 'CompanyKeyFigure' })
export type CompanyKeyFigure = z.infer<typeof CompanyKeyFigure>

export const CompanyKeyFigures = z
  .strictObject({
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    today: PlainDate,
    keyFigures: z.array(CompanyKeyFigure),
    mayWrite: z.boolean(),
    mayVerify: z.boolean(),
    mayReadHistory: z.boolean(),
  })
  .meta({ id: 'CompanyKeyFigures' })
export type CompanyKeyFigures = z.infer<typeof CompanyKeyFigures>
