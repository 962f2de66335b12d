import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { CompanyId, DocumentId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/text.ts'
import { LevelNumber } from '../../models/schema.ts'
import { ReportKind } from '../schema.ts'

/**
 * A report as it reads, in one language: sections of blocks. The page on the screen and the PDF draw the same
 * blocks, each in its own way, so that neither says more than the other.
 */

const Placed = z.strictObject({ level: LevelNumber, on: PlainDate.nullable() })

/** Mirrors `Standing` of the figures. */
const StandingView = z.strictObject({
  self: LevelNumber.nullable(),
  coach: LevelNumber.nullable(),
  evidence: z.enum(['verified', 'lapsed', 'none']),
  baseline: Placed.nullable(),
  target: Placed.nullable(),
})

const StripRowView = z.strictObject({ name: z.string(), steps: z.array(z.string()), standing: StandingView })

/** What is read first in a cell; a remark below it in smaller letters; a list below that. */
export const Cell = z.strictObject({
  text: z.string(),
  note: z.string().optional(),
  items: z.array(z.string()).optional(),
})
export type Cell = z.infer<typeof Cell>

export const Column = z.strictObject({
  text: z.string(),
  align: z.enum(['start', 'end']),
  /** parts of the width; 0 as wide as it needs to be */
  width: z.int().min(0),
})
export type Column = z.infer<typeof Column>

const accent = z.int()
const caption = z.string()

/** One ladder in a row of small staircases. */
export const StepCard = z.strictObject({
  accent,
  area: z.string(),
  /** null while the step cannot be set */
  level: LevelNumber.nullable(),
  baseline: LevelNumber.nullable(),
  of: LevelNumber,
  /** `Steg 3 av 5, Igångsatt` */
  text: z.string(),
  /** `Ett steg upp sedan starten`; empty where there is nothing to tell */
  change: z.string(),
})
export type StepCard = z.infer<typeof StepCard>

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lead'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  /** a ladder's part of a section */
  z.strictObject({ kind: z.literal('area'), accent, text: z.string() }),
  z.strictObject({ kind: z.literal('heading'), text: z.string(), note: z.string() }),
  z.strictObject({ kind: z.literal('steps'), cards: z.array(StepCard) }),
  z.strictObject({
    kind: z.literal('staircase'),
    accent,
    caption,
    title: z.string(),
    steps: z.array(z.string()),
    standing: StandingView,
  }),
  z.strictObject({ kind: z.literal('strip'), accent, caption, title: z.string(), rows: z.array(StripRowView) }),
  z.strictObject({ kind: z.literal('radar'), accent, caption, title: z.string(), rows: z.array(StripRowView) }),
  z.strictObject({
    kind: z.literal('lines'),
    charts: z.array(
      z.strictObject({
        accent,
        caption,
        title: z.string(),
        unit: z.string(),
        decimals: z.int(),
        points: z.array(
          z.strictObject({ on: PlainDate, value: z.number(), verified: z.boolean(), quality: z.string() }),
        ),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('table'),
    caption,
    columns: z.array(Column),
    rows: z.array(z.array(Cell)),
  }),
  z.strictObject({
    kind: z.literal('facts'),
    items: z.array(z.strictObject({ term: z.string(), text: z.string() })),
  }),
  /** what to bear in mind when reading the figures above it */
  z.strictObject({ kind: z.literal('limits'), title: z.string(), items: z.array(z.string()) }),
])
export type Block = z.infer<typeof Block>

export const SectionId = z.enum(['summary', 'standing', 'target', 'plan', 'change', 'key-figures', 'method'])
export type SectionId = z.infer<typeof SectionId>

export const Section = z.strictObject({ id: SectionId, title: z.string(), blocks: z.array(Block) })
export type Section = z.infer<typeof Section>

/** Who pays, with what each asks to have said. */
export const Funding = z.strictObject({
  statement: z.string(),
  /** the words that must stand beside the emblem of the European Union; null without its money */
  eu: z.string().nullable(),
  others: z.array(z.strictObject({ name: z.string(), acknowledgement: z.string(), logo: DocumentId.nullable() })),
})
export type Funding = z.infer<typeof Funding>

export const Cover = z.strictObject({
  programme: z.string(),
  company: z.string(),
  facts: z.array(z.strictObject({ term: z.string(), text: z.string() })),
  cards: z.array(StepCard),
  /** that the company is invented; empty outside a demonstration */
  demonstration: z.string(),
  funding: Funding,
})
export type Cover = z.infer<typeof Cover>

export const ReportContent = z
  .strictObject({
    kind: ReportKind,
    language: Language,
    /** `Uppföljningsrapport` */
    title: z.string(),
    madeOn: PlainDate,
    cover: Cover,
    sections: z.array(Section),
  })
  .meta({ id: 'ReportContent' })
export type ReportContent = z.infer<typeof ReportContent>

/** The report on the screen: the kind that was asked for, or the one that tells most. */
export const ReportView = z
  .strictObject({
    company: z.strictObject({ id: CompanyId, name: z.string() }),
    ready: z.array(ReportKind),
    /** null while nothing is measured */
    content: ReportContent.nullable(),
    mayMake: z.boolean(),
  })
  .meta({ id: 'ReportView' })
export type ReportView = z.infer<typeof ReportView>
