import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/states.tsx'
import { StepBar, type StepBarState } from './step-bar.tsx'

type FinishBarProps = {
  state: StepBarState
  /** the number of open questions, and the way to the first of them */
  open: number
  toNextOpen: () => void
  /** something has not reached the server yet */
  unsent: boolean
  complete: { mutate: () => void; isPending: boolean }
}

/** At the end of an overview: done, or on to what is still open. */
export function FinishBar({ state, open, toNextOpen, unsent, complete }: FinishBarProps) {
  const { assessments } = useTexts()
  return (
    <>
      <p>{open === 0 ? assessments.readyToFinish : assessments.stillOpen({ count: open })}</p>
      {unsent && <Callout tone="warning">{assessments.notSentYet}</Callout>}
      <StepBar state={state}>
        {open === 0 ? (
          <Button
            kind="primary"
            isPending={complete.isPending}
            isDisabled={unsent || state.state === 'saving'}
            onPress={() => complete.mutate()}
          >
            {assessments.finish}
          </Button>
        ) : (
          <Button kind="primary" onPress={toNextOpen}>
            {assessments.toNextOpen}
          </Button>
        )}
      </StepBar>
    </>
  )
}
