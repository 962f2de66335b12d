import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeScore } from '@stegvis/core/models/tree/score.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import styles from '../validation/validation.module.css'
import { headlineOf, rowOf } from './standing-words.ts'
import type { TreeWords } from './tree-query.ts'

type Voice = { id: string; label: string; score: TreeScore | null }

/** The voices that stand side by side. The result stands beside them where it is not the coach's own. */
export function useVoices({ self, coach, verified, result }: TreeResult, compiled: CompiledTree): Voice[] {
  const { assessments, trees } = useTexts()
  const voices: Voice[] = [
    { id: 'self', label: assessments.voices.self, score: self },
    { id: 'coach', label: assessments.voices.coach, score: coach },
  ]
  if (asksForEvidence(compiled)) voices.push({ id: 'verified', label: assessments.voices.verified, score: verified })
  const { result: from } = compiled.model.voices
  if (from === 'lower' || from === 'agreed') voices.push({ id: 'result', label: trees.result, score: result })
  return voices
}

/** Whether anything in the model asks for evidence; without it, verified is the coach's figure once more. */
export function asksForEvidence({ model }: CompiledTree): boolean {
  return (
    model.questions.some(({ evidence }) => evidence !== undefined && evidence !== 'E0') ||
    Object.values(model.scales).some(
      (scale) =>
        'options' in scale && scale.options.some(({ evidence }) => evidence !== undefined && evidence !== 'E0'),
    )
  )
}

type VoiceFiguresProps = {
  compiled: CompiledTree
  result: TreeResult
  node: string
  words: TreeWords
  small?: boolean
}

/** One node in its voices: `3`, “Etablerad · 2,7”. Side by side, never averaged. */
export function VoiceFigures({ compiled, result, node, words, small = false }: VoiceFiguresProps) {
  const texts = useTexts()
  const formats = useFormats()
  const voices = useVoices(result, compiled)
  return (
    <dl className={small ? styles.levelList : styles.voices} data-voices={voices.length}>
      {voices.map(({ id, label, score }) => {
        const headline = headlineOf(compiled, rowOf(score, node), { texts, formats, words })
        const { figure } = headline
        const said = [headline.of, headline.words].filter(Boolean).join(' · ')
        return (
          <div key={id} className={small ? undefined : styles.voice} data-voice={id}>
            <dt>{label}</dt>
            <dd>
              <span className={small ? undefined : styles.step}>{figure}</span>
              {!small && <span>{said}</span>}
            </dd>
            {small && said !== '' && <dd className={styles.soft}>{said}</dd>}
          </div>
        )
      })}
    </dl>
  )
}
