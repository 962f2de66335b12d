import type { Text } from '../../../kernel/text.ts'
import type { TreeModel } from '../schema.ts'
import type { Texts } from '../schema-words.ts'
import { gate, ladder, readiness, streams } from './ladders.ts'
import type { Starter, Write } from './parts.ts'
import { index, points } from './sums.ts'

/** Small complete models to start from, one for each way to get from answers to a result. */
export const STRUCTURES = ['ladder', 'points', 'gate', 'index', 'readiness', 'streams'] as const
export type Structure = (typeof STRUCTURES)[number]

const STARTERS: Readonly<Record<Structure, (write: Write) => Starter>> = {
  ladder,
  points,
  gate,
  index,
  readiness,
  streams,
}

export const STRUCTURE_TEXTS: Readonly<Record<Structure, { name: Text; about: Text }>> = {
  ladder: {
    name: { sv: 'Stege', en: 'Ladder' },
    about: {
      sv: 'Delområden med steg som bygger på varandra, och ett steg för helheten.',
      en: 'Dimensions of steps that build on one another, and a step for the whole.',
    },
  },
  points: {
    name: { sv: 'Poäng', en: 'Points' },
    about: {
      sv: 'Hundra poäng i ett träd. Poängen för det som inte gäller går till syskonen.',
      en: 'A hundred points in a tree. The points of what does not apply go to its siblings.',
    },
  },
  gate: {
    name: { sv: 'Grindar', en: 'Gates' },
    about: {
      sv: 'Steg som öppnas först när allt på dem och under dem är uppfyllt.',
      en: 'Stages that open once everything on them and below them is met.',
    },
  },
  index: {
    name: { sv: 'Index', en: 'Index' },
    about: {
      sv: 'Siffror med enhet som räknas om till ett tal från 0 till 100.',
      en: 'Figures with a unit, turned into a number from 0 to 100.',
    },
  },
  readiness: {
    name: { sv: 'Mognadsskala', en: 'Readiness scale' },
    about: {
      sv: 'Nio steg från idé till marknad på flera skalor, utan sammanlagt resultat.',
      en: 'Nine steps from idea to market on several scales, without a total.',
    },
  },
  streams: {
    name: { sv: 'Strömmar', en: 'Streams' },
    about: {
      sv: 'Arbetssätt på tre nivåer i två strömmar: att göra och att följa upp.',
      en: 'Practices on three levels in two streams: doing and following up.',
    },
  },
}

/**
 * A small valid draft of a structure. Its languages are those of `name`; texts are Swedish in Swedish and English
 * in every other, for the author to put their own in their place.
 */
export function startModel(structure: Structure, { id, name }: { id: string; name: Texts }): TreeModel {
  const languages = Object.keys(name)
  const write: Write = (sv, en) =>
    Object.fromEntries(languages.map((language) => [language, language === 'sv' ? sv : en]))
  const { purpose, ...rest } = STARTERS[structure](write)
  return {
    format: 'stegvis-model/2',
    id,
    version: '1.0.0',
    status: 'draft',
    languages,
    licence: 'CC-BY-4.0',
    authors: ['…'],
    'assessed-unit': 'company',
    name,
    purpose,
    ...rest,
    voices: { result: 'coach', respondents: 'lower-median' },
  }
}
