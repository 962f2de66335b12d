import type { HistoryEntry, Programme, ProgrammeStatus } from '@stegvis/core/programmes/schema.ts'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { countiesQuery } from './api.ts'
import { useAmount } from './steps.ts'

/** What happened, in words: a title, and from what to what. */
export function useHistoryWords(programme: Programme) {
  const { programmes } = useTexts()
  const { history, parts, status } = programmes
  const fields = useFieldNames()
  const value = useValueWords(programme)

  const title = ({ kind, part, name, field }: HistoryEntry): string => {
    const of = { part: part ? parts[part] : '', name: name ?? '' }
    switch (kind) {
      case 'programme.changed': {
        const called = fields(part, field ?? '')
        return name ? history.changedIn({ field: lowered(called), name }) : history.changed({ field: called })
      }
      case 'programme.part-added':
        return history.added(of)
      case 'programme.part-removed':
        return history.removed(of)
      case 'programme.part-restored':
        return history.restored(of)
      case 'programme.territory-changed':
        return history.territory(of)
      case 'programme.logo-changed':
        return history.logo({ name: name ?? history.theProgramme })
      case 'programme.parts-ordered':
        return part ? history.ordered[part] : history.other
      case 'programme.status-changed':
        return history.status
      case 'programme.created':
        return history.created
      default:
        return history.other
    }
  }

  const change = ({ kind, field, from, to }: HistoryEntry): string | undefined => {
    if (kind === 'programme.status-changed') {
      return history.fromTo({ from: status[from as ProgrammeStatus], to: status[to as ProgrammeStatus] })
    }
    if (kind !== 'programme.changed' && kind !== 'programme.territory-changed') return undefined
    return history.fromTo({ from: value(field, from), to: value(field, to) })
  }
  return { title, change }
}

/** The name of a field as its form has it; a field of an older version is shown by its key. */
function useFieldNames(): (part: HistoryEntry['part'], field: string) => string {
  const { basics, funders, partners, subProjects, focusAreas, texts, settings, languages } = useTexts().programmes
  const own: Record<string, string> = {
    'name.sv': basics.nameSv,
    'name.en': basics.nameEn,
    slug: basics.address,
    country: basics.country,
    timeZone: basics.timeZone,
    startsOn: basics.startsOn,
    endsOn: basics.endsOn,
    'settings.comparisonThreshold': settings.comparisonThreshold,
    'settings.silentDays': settings.silentDays,
    'settings.followUpMonths': settings.followUpMonths,
  }
  const ofParts: Record<string, string> = {
    name: funders.name,
    kind: partners.kind,
    amountCents: funders.amount,
    budgetCents: partners.budget,
    organisationNumber: partners.organisationNumber,
    partnerId: subProjects.partner,
    model: focusAreas.ladder,
    accent: focusAreas.accent,
    'acknowledgement.sv': funders.acknowledgementSv,
    'acknowledgement.en': funders.acknowledgementEn,
    'targetCompanies.micro': partners.micro,
    'targetCompanies.small': partners.small,
    'targetCompanies.medium': partners.medium,
    'name.sv': focusAreas.nameSv,
    'name.en': focusAreas.nameEn,
    'summary.sv': focusAreas.summarySv,
    'summary.en': focusAreas.summaryEn,
  }
  return (part, field) => {
    const [group, key, language] = field.split('.')
    if (group === 'texts' && key && key in texts) {
      return `${texts[key as 'summary']} (${languages[language as 'sv'].toLowerCase()})`
    }
    return (part ? ofParts : own)[field] ?? field
  }
}

function useValueWords(programme: Programme): (field: string | null, value: unknown) => string {
  const { programmes } = useTexts()
  const { list } = useFormats()
  const money = useAmount()
  const { data } = useQuery(countiesQuery(programme.country))
  const places = new Map(
    data?.counties.flatMap(({ municipalities }) => municipalities.map(({ code, name }) => [code, name] as const)),
  )
  const kinds: Record<string, string> = { ...programmes.funders.kinds, ...programmes.partners.kinds }
  return (field, value) => {
    if (value === null || value === '') return programmes.history.empty
    if (Array.isArray(value)) {
      return value.length === 0
        ? programmes.history.empty
        : list(value.map((code) => places.get(String(code)) ?? String(code)))
    }
    if (field?.endsWith('Cents') && typeof value === 'number') return money(value)
    if (field === 'kind') return kinds[String(value)] ?? String(value)
    if (field === 'partnerId') return programme.partners.find(({ id }) => id === value)?.name ?? String(value)
    return String(value)
  }
}

/** As it stands within a sentence. */
const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
