import { differences } from './differences.ts'
import type { VersionStep } from './steps.ts'

/** What of a model a change is about. A `place` is a question under a node; its id is `node/question`. */
export type Part =
  | 'model'
  | 'fact'
  | 'scale'
  | 'question'
  | 'node'
  | 'view'
  | 'place'
  | 'target'
  | 'action'
  | 'key-figure'

/** One change of meaning. `key` is what changed inside the part, such as `options.yes.value`; '' for all of it. */
export type ModelChange = {
  part: Part
  id: string
  change: 'new' | 'gone' | 'reworded' | 'moved' | 'rescaled' | 'changed'
  key: string
  from?: unknown
  to?: unknown
  step: Exclude<VersionStep, 'none'>
}

/** Keys that hold words to people, which never change a result. What they hold is compared as a whole. */
const WORDS: ReadonlySet<string> = new Set(['name', 'about', 'help', 'text', 'statement', 'because', 'purpose', 'how'])

/** Besides the words: what is looked at as a whole, since its parts mean nothing by themselves. */
export const WHOLE: ReadonlySet<string> = new Set([...WORDS, 'result', 'adjust', 'weights', 'crosswalk', 'curve'])

/** Keys that change what is shown or proposed, and no result. */
const BESIDE: Readonly<Record<Part, readonly string[]>> = {
  model: ['languages', 'profile', 'ranking', 'buckets'],
  fact: [],
  scale: [],
  question: ['best-before-months', 'crosswalk'],
  node: ['kind', 'crosswalk'],
  view: [],
  place: [],
  target: ['nodes'],
  action: ['node', 'to', 'effort', 'effect', 'cost', 'applies-when', 'closes', 'moves', 'requires'],
  'key-figure': ['better', 'decimals', 'nodes'],
}

/** Keys that are about the file, not about the model. */
const ABOUT: Readonly<Partial<Record<Part, readonly string[]>>> = {
  model: ['sources', 'licence', 'authors', 'fallback', 'examples'],
  question: ['source'],
  'key-figure': ['unit', 'formula'],
}

/** What a change under this key asks of the version number. Anything not known to be harmless is major. */
function stepOf(part: Part, path: readonly string[]): ModelChange['step'] {
  const [first = '', last = ''] = [path[0], path.at(-1)]
  if (WORDS.has(last) || ABOUT[part]?.includes(first)) return 'patch'
  return BESIDE[part].includes(first) ? 'minor' : 'major'
}

/** Whether only words changed. Criteria are words while there are as many of them as before. */
export function isWording(path: readonly string[], from: unknown, to: unknown): boolean {
  if (WORDS.has(path.at(-1) ?? '')) return true
  return path.at(-1) === 'criteria' && Array.isArray(from) && Array.isArray(to) && from.length === to.length
}

/** Each difference inside a part as a change. */
export function changesIn(part: Part, id: string, older: unknown, newer: unknown): ModelChange[] {
  return differences(older, newer, WHOLE).map(({ path, from, to }): ModelChange => {
    const key = path.join('.')
    if (isWording(path, from, to)) return { part, id, change: 'reworded', key, from, to, step: 'patch' }
    return { part, id, change: 'changed', key, from, to, step: stepOf(part, path) }
  })
}
