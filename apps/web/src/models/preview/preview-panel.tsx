import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useEditor } from '../editor/editor-context.ts'
import { CoachPreview } from './coach-preview.tsx'
import { CompanyPreview } from './company-preview.tsx'
import { FactsPreview } from './facts-preview.tsx'
import { KeepExample } from './keep-example.tsx'
import { usePreview } from './preview-context.ts'

/** The model as those will see it who answer it and those who read its result. */
export function PreviewPanel() {
  const { checked, isReadOnly } = useEditor()
  const preview = usePreview()
  const { preview: texts } = useTexts().models
  if (!preview) return <Callout title={texts.notYet}>{texts.notYetExplained}</Callout>
  const { answers, facts, load } = preview
  const isEmpty = answers.size === 0 && Object.keys(facts).length === 0
  return (
    <Stack>
      {!checked.ok && <Soft>{texts.lastWhole}</Soft>}
      <FactsPreview preview={preview} />
      <Tabs
        label={texts.title}
        tabs={[
          { id: 'company', label: texts.company, content: <CompanyPreview preview={preview} /> },
          { id: 'coach', label: texts.coach, content: <CoachPreview preview={preview} /> },
        ]}
      />
      <Row gap="s">
        {!isReadOnly && <KeepExample preview={preview} />}
        <Button small kind="quiet" icon="retry" isDisabled={isEmpty} onPress={() => load(new Map(), {})}>
          {texts.clear}
        </Button>
      </Row>
    </Stack>
  )
}
