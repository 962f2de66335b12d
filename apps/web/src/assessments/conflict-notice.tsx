import type { Answer } from '@stegvis/core/models/answers.ts'
import type { Dimension } from '@stegvis/core/models/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/states.tsx'
import { useAnswerWords } from './answer-words.ts'
import type { Conflict } from './use-saved-values.ts'

/** Two wrote at the same time: both answers, and the choice. Nothing is decided for the person. */
export function ConflictNotice({
  conflict,
  dimension,
}: {
  conflict: Conflict<Answer> | undefined
  dimension: Dimension
}) {
  const { assessments, ui } = useTexts()
  const words = useAnswerWords()
  if (!conflict) return null
  const says = (answer: Answer | null) => {
    const text = words(answer, dimension)
    return answer?.reason ? `${text}: ${answer.reason}` : text
  }
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
        {ui.conflict.theirs}: {says(conflict.theirs)}
      </p>
      <p>
        {ui.conflict.mine}: {says(conflict.mine)}
      </p>
    </Callout>
  )
}
