import type { ModelReviewView } from '@stegvis/core/models/authoring/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Section } from '../../ui/layout.tsx'
import { Timeline } from '../../ui/list.tsx'

/** What reviewers have said, newest first; an older revision is told as such. */
export function ReviewList({ reviews, revision }: { reviews: readonly ModelReviewView[]; revision: number }) {
  const { publishing: texts } = useTexts().models
  const { instant } = useFormats()
  const entries = reviews.toReversed().map((review) => ({
    id: review.id,
    when: instant(review.reviewedAt),
    title: review.revision === revision ? texts.verdicts[review.verdict] : texts.olderVerdicts[review.verdict],
    who: review.reviewedBy ?? undefined,
    children: review.comment === '' ? undefined : <p>{review.comment}</p>,
  }))
  return (
    <Section title={texts.reviews}>
      <Timeline label={texts.reviews} entries={entries} />
    </Section>
  )
}
