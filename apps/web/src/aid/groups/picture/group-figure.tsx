import type { GroupFacts } from '@stegvis/core/aid/groups/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useMemo } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { WideFigure } from '../../../ui/figure.tsx'
import { Soft, Stack } from '../../../ui/layout.tsx'
import { usePercent } from '../use-percent.ts'
import { groupPicture, type PictureWords } from './drawing.ts'

type GroupFigureProps = { facts: GroupFacts; focus: string; on: PlainDate }

/** Who owns whom, seen from one company. A wide group scrolls inside its frame, and begins at the company. */
export function GroupFigure({ facts, focus, on }: GroupFigureProps) {
  const { groups } = useTexts()
  const words = usePictureWords()
  const room = window.matchMedia('(max-width: 30rem)').matches ? 'narrow' : 'wide'
  const drawing = useMemo(() => groupPicture(facts, focus, on, words, room), [facts, focus, on, words, room])
  return (
    <Stack gap="s">
      <WideFigure drawing={drawing} centre={drawing.focusX} />
      <Soft>{groups.picture.legend}</Soft>
      {drawing.left > 0 && <Soft>{groups.picture.left({ count: drawing.left })}</Soft>}
    </Stack>
  )
}

function usePictureWords(): PictureWords {
  const { picture } = useTexts().groups
  const { language, list } = useFormats()
  const percent = usePercent()
  return useMemo(() => ({ ...picture, language, list, percent }), [picture, language, list, percent])
}
