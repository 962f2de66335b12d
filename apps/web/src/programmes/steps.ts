import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { type Gap, programmeGaps } from '@stegvis/core/programmes/rules.ts'
import { type Programme, ProgrammeStep } from '@stegvis/core/programmes/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { programmeKey, programmeQuery } from './api.ts'

export const STEPS = ProgrammeStep.options

export function stepPath(programme: string, step: ProgrammeStep | 'history' | null): string {
  return `/programmes/${programme}/set-up${step === null ? '' : `/${step}`}`
}

/** What every page of the set-up reads. */
export function useSetUp() {
  const { programme: slug } = useParams({ strict: false }) as { programme: string }
  const { data: programme } = useSuspenseQuery(programmeQuery(slug))
  const mayConfigure = useMay('programme.configure')
  return { slug, programme, gaps: programmeGaps(programme), mayConfigure, queryKey: programmeKey(slug) }
}

export type SetUp = ReturnType<typeof useSetUp>

export function gapsOf(gaps: readonly Gap[], step: ProgrammeStep): { required: Gap[]; hints: Gap[] } {
  const own = gaps.filter((gap) => gap.step === step)
  return { required: own.filter(({ required }) => required), hints: own.filter(({ required }) => !required) }
}

/** A gap as a sentence. */
export function useGapText(): (gap: Gap) => string {
  const { missing } = useTexts().programmes
  return ({ kind, of }) => missing[kind]({ of: of ?? '' })
}

/** The name in the language of the screen, or the other one, or at least the address. */
export function useProgrammeName(): (programme: Pick<Programme, 'name' | 'slug'>) => string {
  const { language } = useLanguage()
  return ({ name, slug }) => inLanguage(name, language) || slug
}

/** Kronor, with the öre where there are any. */
export function useAmount(): (cents: number) => string {
  const { money, number } = useFormats()
  return (cents) => (cents % 100 === 0 ? money(cents) : `${number(cents / 100, 2)}\u00a0kr`)
}
