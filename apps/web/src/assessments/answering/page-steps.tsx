import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { StepBar, type StepBarState } from './step-bar.tsx'

export type PageSteps = {
  place: { at: number; of: number }
  back: (() => void) | undefined
  next: () => void
  overview: () => void
}

/** Each page begins at its top, with its heading read out. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return heading
}

/** Back, overview and next, always within reach of the thumb. */
export function PageStepBar({ state, steps }: { state: StepBarState; steps: PageSteps }): ReactNode {
  const { assessments, common } = useTexts()
  const { back, next, overview } = steps
  return (
    <StepBar state={state}>
      {back ? (
        <Button icon="arrow-left" onPress={back}>
          {common.back}
        </Button>
      ) : (
        <span />
      )}
      <Button kind="quiet" onPress={overview}>
        {assessments.overview}
      </Button>
      <Button kind="primary" onPress={next}>
        {common.next}
      </Button>
    </StepBar>
  )
}
