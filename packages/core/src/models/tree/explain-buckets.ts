import { figure, line, nameOf, type Scene } from './explain.ts'
import type { TreeExplanation } from './explain-words.ts'
import type { NodeScore } from './score.ts'

/** How what a node counts is divided on the buckets of the model, in percent. */
export function explainBuckets(scene: Scene, { buckets }: NodeScore): TreeExplanation[] {
  if (!buckets) return []
  const parts = (scene.compiled.model.buckets ?? []).map(({ id, name }) => ({
    name: nameOf(scene, name, id),
    share: buckets.shares[id] ?? 0,
  }))
  if (buckets.unanswered > 0) {
    parts.push({ name: { sv: 'obesvarat', en: 'unanswered' }, share: buckets.unanswered })
  }
  const told = (language: 'sv' | 'en') =>
    parts.map(({ name, share }) => `${name[language]} ${figure(share * 100)[language]} ${PERCENT[language]}`).join(', ')
  return [line('buckets', { parts: { sv: told('sv'), en: told('en') } })]
}

const PERCENT = { sv: 'procent', en: 'percent' } as const
