import { useSharedTexts } from '../locales/texts.tsx'
import { NativeButton } from './native-fields.tsx'
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
          <NativeButton icon="retry" onClick={onRetry}>
            {common.retry}
          </NativeButton>
        )
      }
    >
      {text(error)}
    </Callout>
  )
}
