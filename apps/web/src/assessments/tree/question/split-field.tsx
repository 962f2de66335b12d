import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useState } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { TreeWords } from '../tree-query.ts'
import { parsePercent, remainderOf } from './percent.ts'
import styles from './question.module.css'

type SplitProps = {
  scale: Extract<Scale, { type: 'split' }>
  shown: TreeAnswer | undefined
  words: TreeWords
  onWrite: (answer: TreeAnswer | null) => void
  onGive: (answer: TreeAnswer | null) => void
  onLeft: () => void
}

/** Shares that must sum to 100, with what is left to share out as one types. */
export function SplitField({ scale, shown, words, onWrite, onGive, onLeft }: SplitProps) {
  const { trees } = useTexts()
  const { number } = useFormats()
  const answer = shown?.kind === 'split' ? shown : undefined
  const parts = answer?.parts ?? {}
  const left = remainderOf(parts)
  // What stands in a field while it is typed in: `12,` is no number yet.
  const [typed, setTyped] = useState<{ id: string; text: string }>()
  const answerWith = (id: string, share: number | undefined): TreeAnswer | null => {
    const { [id]: _before, ...others } = parts
    const next = share === undefined ? others : { ...others, [id]: share }
    if (Object.keys(next).length === 0) return null
    return { kind: 'split', parts: next, ...(answer?.reason && { reason: answer.reason }) }
  }
  const textOf = (id: string) => (typed?.id === id ? typed.text : parts[id] === undefined ? '' : number(parts[id], 2))
  return (
    <div className={styles.split}>
      {scale.parts.map(({ id, name }) => (
        <div key={id} className={styles.part}>
          <TextField
            short
            label={`${words(name)}, %`}
            inputMode="decimal"
            value={textOf(id)}
            onChange={(text) => {
              setTyped({ id, text })
              const share = parsePercent(text)
              if (share !== null) onWrite(answerWith(id, share))
            }}
            onBlur={() => {
              setTyped(undefined)
              onLeft()
            }}
          />
          {answer && parts[id] === undefined && left > 0 && (
            <Button small kind="quiet" icon="add" onPress={() => onGive(answerWith(id, left))}>
              {trees.restHere({ percent: number(left, 2) })}
            </Button>
          )}
        </div>
      ))}
      <p className={styles.remainder} role="status" data-state={!answer || left === 0 ? 'whole' : 'open'}>
        {!answer ? trees.sumTo100 : left === 0 ? trees.sumIs100 : remainder(left, number, trees)}
      </p>
    </div>
  )
}

function remainder(
  left: number,
  number: (value: number, digits?: number) => string,
  trees: ReturnType<typeof useTexts>['trees'],
): string {
  return left > 0 ? trees.left({ percent: number(left, 2) }) : trees.tooMuch({ percent: number(-left, 2) })
}
