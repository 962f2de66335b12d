import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Section, Stack, WithAside } from '../../ui/layout.tsx'
import { DefinitionList } from '../../ui/list.tsx'
import { checkQuery, modelQuery } from '../api.ts'
import { ModelFrame } from '../model-frame.tsx'
import { CheckList } from './check-list.tsx'
import { ModelHistory } from './model-history.tsx'
import { ReviewForm } from './review-form.tsx'
import { ReviewList } from './review-list.tsx'
import { StepButtons } from './step-buttons.tsx'

/** From a draft to a version one can measure with: what is left, who has reviewed, and the next step. */
export function PublishingPage() {
  const { programme, model } = useParams({ from: '/signed-in/programmes/$programme/models/$model/publishing' })
  const { data } = useSuspenseQuery(modelQuery(programme, model))
  const { data: check } = useSuspenseQuery(checkQuery(programme, model))
  const { publishing: texts } = useTexts().models
  const { longDay, instant } = useFormats()
  const isOpen = data.status === 'draft' || data.status === 'in-review'
  return (
    <ModelFrame model={data} page="publishing">
      <WithAside
        aside={
          <Section title={texts.history}>
            <ModelHistory programme={programme} model={model} />
          </Section>
        }
      >
        <Section title={texts.titles[data.status]} intro={texts.about[data.status]}>
          <Stack>
            {isOpen && <CheckList model={data} check={check} />}
            {data.withdrawalReason !== null && <p>{data.withdrawalReason}</p>}
            <DefinitionList
              items={[
                { term: texts.changed, value: [instant(data.changedAt), data.changedBy].filter(Boolean).join(', ') },
                ...(data.basedOn === null ? [] : [{ term: texts.basedOn, value: data.basedOn.replace('@', ' ') }]),
                ...(data.publishedOn === null ? [] : [{ term: texts.publishedOn, value: longDay(data.publishedOn) }]),
                ...(data.withdrawnOn === null ? [] : [{ term: texts.withdrawnOn, value: longDay(data.withdrawnOn) }]),
                ...(data.sha256 === null
                  ? []
                  : [{ term: texts.sha256, value: <code>{data.sha256.slice(0, 16)}…</code> }]),
              ]}
            />
            <StepButtons programme={programme} model={data} check={check} />
          </Stack>
        </Section>
        {data.steps.review && <ReviewForm programme={programme} model={data} />}
        {data.reviews.length > 0 && <ReviewList reviews={data.reviews} revision={data.revision} />}
      </WithAside>
    </ModelFrame>
  )
}
