import { Holding } from '@stegvis/core/aid/groups/schema.ts'
import { CATEGORY_WORDS } from '@stegvis/core/aid/size/reasons.ts'
import { SmeCategory } from '@stegvis/core/aid/size/schema.ts'
import { z } from 'zod'
import type { EventContext } from '../../companies/event-words.ts'
import { percentOf } from './percent.ts'

/** What an event about owners, accounts or size brings, as far as a sentence needs it. */
const Names = z.record(z.string(), z.string())
const Named = z.object({ name: z.string() })
const Dated = z.union([z.object({ closedOn: z.string() }), z.object({ madeOn: z.string() })])
const HeldFact = z.object({ kind: z.literal('holding'), fact: Holding })

type Detail = Readonly<Record<string, unknown>>

const isGiven = (value: unknown) => value !== null && value !== undefined

/** `Moder AB, Verkstaden AB: 60 % → 40 %`: whom a fact is about, and how much of the votes where it is a holding. */
export function factSubject({ before, after, names }: Detail, { formats }: EventContext): string {
  const read = Names.safeParse(names)
  const whom = read.success ? Object.values(read.data).join(', ') : ''
  const shares = [before, after].filter(isGiven).flatMap((state) => {
    const held = HeldFact.safeParse(state)
    return held.success ? [`${formats.number(percentOf(held.data.fact.votesPpm), 4)}\u00a0%`] : []
  })
  return shares.length > 0 ? `${whom}: ${[...new Set(shares)].join(' → ')}` : whom
}

/** The name a party has now, or had. */
export function partySubject({ before, after }: Detail): string {
  const read = [after, before].map((state) => Named.safeParse(state)).find(({ success }) => success)
  return read?.data?.name ?? ''
}

/** `Moder AB 2025-12-31` */
export function accountsSubject({ before, after, names }: Detail): string {
  const read = Names.safeParse(names)
  const dated = [after, before].map((state) => Dated.safeParse(state)).find(({ success }) => success)?.data
  const day = dated && ('closedOn' in dated ? dated.closedOn : dated.madeOn)
  return [...(read.success ? Object.values(read.data) : []), ...(day ? [day] : [])].join(' ')
}

/** `2026-11-23: litet företag` */
export function sizeSubject({ on, category }: Detail, { language }: EventContext): string {
  const read = SmeCategory.safeParse(category)
  return [String(on ?? ''), ...(read.success ? [CATEGORY_WORDS[read.data][language]] : [])].filter(Boolean).join(': ')
}
