import { useSharedTexts } from '../locales/texts.tsx'
import { Button } from './button.tsx'
import { Callout, useProblemText } from './states.tsx'

/** In place of what could not be shown. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { common, ui } = useSharedTexts()
  const text = useProblemText()
  return (
    <Callout
      tone="danger"
      title={ui.error.title}
      actions={
        onRetry && (
          <Button small icon="retry" onPress={onRetry}>
            {common.retry}
          </Button>
        )
      }
    >
      {text(error)}
    </Callout>
  )
}
