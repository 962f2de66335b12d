import type { ModelDocument, StructureKey, StructureList } from './schema.ts'

/** What a model can start from. */
export const STRUCTURES: StructureList['structures'] = [
  {
    key: 'blank',
    name: { sv: 'Tomt blad', en: 'A blank sheet' },
    about: {
      sv: 'En fråga att börja med. Resten bygger du själv.',
      en: 'One question to begin with. You build the rest.',
    },
  },
]

/** A small complete model of the structure, as a draft. */
export function beginStructure(
  _key: StructureKey,
  { id, name }: { id: string; name: Record<string, string> },
): ModelDocument {
  const languages = Object.keys(name)
  const text = (sv: string, en: string) =>
    Object.fromEntries(languages.map((language) => [language, language === 'sv' ? sv : en]))
  return {
    format: 'stegvis-model/2',
    ...{ id, version: '1.0.0', status: 'draft', languages, licence: 'CC-BY-4.0', authors: [] },
    'assessed-unit': 'company',
    name,
    purpose: text('', ''),
    scales: {},
    questions: [],
    policies: { missing: 'open', unknown: 'open', 'not-applicable': 'exclude' },
    voices: { result: 'coach', respondents: 'lower-median' },
    tree: { id: 'whole', result: { op: 'none' }, children: [] },
  }
}
