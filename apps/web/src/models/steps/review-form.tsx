import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { AuthoredModelView, ReviewVerdict } from '@stegvis/core/models/authoring/schema.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Section, Stack } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useStep } from './use-step.ts'

/** What a second person says of the model. What is returned says why. */
export function ReviewForm({ programme, model }: { programme: string; model: AuthoredModelView }) {
  const { publishing: texts } = useTexts().models
  const problem = useProblemText()
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const step = useStep(programme, model.id)
  const [id] = useState(newId)
  const say = (verdict: ReviewVerdict) => {
    if (verdict === 'return' && comment.trim() === '') return setMissing(true)
    step.mutate(
      { step: 'review', id: RecordId.parse(id), base: model.revision, verdict, comment: comment.trim() },
      { onSuccess: () => toast(texts.said[verdict]) },
    )
  }
  return (
    <Section title={texts.review} intro={texts.reviewIntro}>
      <Stack>
        {step.error && <Callout tone="danger">{problem(step.error)}</Callout>}
        <TextArea
          label={texts.comment}
          hint={texts.commentHint}
          rows={3}
          maxLength={4000}
          value={comment}
          onChange={(text) => {
            setComment(text)
            setMissing(false)
          }}
          {...(isMissing && { error: texts.commentNeeded })}
        />
        <Row gap="s">
          <Button kind="primary" icon="check" isPending={step.isPending} onPress={() => say('approve')}>
            {texts.approve}
          </Button>
          <Button isPending={step.isPending} onPress={() => say('return')}>
            {texts.giveBack}
          </Button>
        </Row>
      </Stack>
    </Section>
  )
}
