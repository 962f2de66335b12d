import { CATEGORY_WORDS } from '@stegvis/core/aid/size/reasons.ts'
import type { SizeSnapshots } from '@stegvis/core/aid/size/snapshots.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'

type Snapshot = SizeSnapshots['snapshots'][number]

const TONES = { pass: 'good', block: 'danger', review: 'warning' } as const

/** The rules' own verdict, and a person's where the rules left it to one. */
export function Verdict({
  snapshot: { verdict, category, review },
}: {
  snapshot: Pick<Snapshot, 'verdict' | 'category' | 'review'>
}) {
  const { snapshots: texts } = useTexts().sizes
  const { language } = useLanguage()
  const { dayOf } = useFormats()
  const final = review?.verdict ?? verdict
  return (
    <Stack gap="s">
      <Row gap="s">
        <StatusBadge tone={TONES[final]}>{texts.verdicts[final]}</StatusBadge>
        {category && verdict === 'pass' && <Soft>{CATEGORY_WORDS[category][language]}</Soft>}
      </Row>
      {review && (
        <div>
          <Soft>
            {texts.reviewed({ who: review.by ?? '', day: dayOf(review.at) })}: {review.reason}
          </Soft>
        </div>
      )}
    </Stack>
  )
}
