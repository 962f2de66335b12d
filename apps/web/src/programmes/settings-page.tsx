import { PROGRAMME_FIELDS } from '@stegvis/core/programmes/field-rules.ts'
import { readFields } from '@stegvis/core/programmes/fields.ts'
import { LEAST_COMPARISON_THRESHOLD } from '@stegvis/core/programmes/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Card } from '../ui/layout.tsx'
import { SavedNumberField, SavedRecord } from '../ui/saved-field.tsx'
import { programmeUrl } from './api.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useSetUp } from './steps.ts'

export function SettingsPage() {
  const setUp = useSetUp()
  const { slug, programme, queryKey, mayConfigure } = setUp
  const { settings } = useTexts().programmes
  return (
    <SetUpFrame setUp={setUp} step="settings">
      <Card>
        <SavedRecord
          url={programmeUrl(slug)}
          queryKey={queryKey}
          values={readFields(programme, PROGRAMME_FIELDS)}
          isReadOnly={!mayConfigure}
        >
          <SavedNumberField
            field="settings.comparisonThreshold"
            label={settings.comparisonThreshold}
            hint={settings.comparisonHint}
            errorText={settings.comparisonWrong}
            unit={settings.companies}
            minValue={LEAST_COMPARISON_THRESHOLD}
            maxValue={100}
          />
          <SavedNumberField
            field="settings.followUpMonths"
            label={settings.followUpMonths}
            errorText={settings.followUpWrong}
            unit={settings.months}
            minValue={3}
            maxValue={36}
          />
          <SavedNumberField
            field="settings.silentDays"
            label={settings.silentDays}
            errorText={settings.silentWrong}
            unit={settings.days}
            minValue={7}
            maxValue={365}
          />
        </SavedRecord>
      </Card>
    </SetUpFrame>
  )
}
