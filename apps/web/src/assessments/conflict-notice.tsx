import type { Answer } from '@stegvis/core/models/answers.ts'
import type { Dimension } from '@stegvis/core/models/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/states.tsx'
import { useAnswerWords } from './answer-words.ts'
import type { Conflict } from './use-saved-values.ts'

type LadderConflictProps = { conflict: Conflict<Answer> | undefined; dimension: Dimension }

/** Two answered a question of a ladder at the same time. */
export function ConflictNotice({ conflict, dimension }: LadderConflictProps) {
  const words = useAnswerWords()
  return <ConflictChoice conflict={conflict} says={(answer) => words(answer, dimension)} />
}

type ConflictProps<V> = { conflict: Conflict<V> | undefined; says: (value: V | null) => string }

/** Two wrote at the same time: both answers, and the choice. Nothing is decided for the person. */
export function ConflictChoice<V extends { reason?: string | undefined }>({ conflict, says }: ConflictProps<V>) {
  const { assessments, ui } = useTexts()
  if (!conflict) return null
  const inFull = (answer: V | null) => (answer?.reason ? `${says(answer)}: ${answer.reason}` : says(answer))
  return (
    <Callout
      tone="warning"
      title={conflict.by ? assessments.changedBy({ name: conflict.by }) : assessments.changedElsewhere}
      actions={
        <>
          <Button small onPress={conflict.keepMine}>
            {ui.conflict.keepMine}
          </Button>
          <Button small onPress={conflict.takeTheirs}>
            {ui.conflict.takeTheirs}
          </Button>
        </>
      }
    >
      <p>
        {ui.conflict.theirs}: {inFull(conflict.theirs)}
      </p>
      <p>
        {ui.conflict.mine}: {inFull(conflict.mine)}
      </p>
    </Callout>
  )
}
