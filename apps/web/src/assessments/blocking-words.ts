import type { Blocking } from '@stegvis/core/assessments/score.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'
import { EVIDENCE_NAMES } from '@stegvis/core/models/schema.ts'
import type { Messages } from '../locales/sv.ts'
import { criterionOf } from './model-context.tsx'

/** `Delvis: Flödet är ritat …`: what holds a rung back, and why. */
export function blockingWords(
  blocking: Blocking,
  compiled: CompiledModel,
  assessments: Messages['assessments'],
  words: (text: Text) => string,
): string {
  const criterion = criterionOf(compiled, blocking.criterion)
  const text = criterion ? words(criterion.text) : blocking.criterion
  if (blocking.why === 'evidence-too-low' && blocking.needs && blocking.has) {
    const [needs, has] = [blocking.needs, blocking.has].map((one) => words(EVIDENCE_NAMES[one]))
    return assessments.blocking['evidence-too-low']({ text, needs: needs!, has: has! })
  }
  return assessments.blocking[blocking.why === 'evidence-too-low' ? 'missing' : blocking.why]({ text })
}
