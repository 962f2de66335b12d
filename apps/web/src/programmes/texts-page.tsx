import { TEXT_FIELDS } from '@stegvis/core/programmes/field-rules.ts'
import { readFields } from '@stegvis/core/programmes/fields.ts'
import { TEXT_KEYS, type TextKey } from '@stegvis/core/programmes/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Card, Columns, Soft } from '../ui/layout.tsx'
import { SavedRecord, SavedTextArea } from '../ui/saved-field.tsx'
import { programmeUrl } from './api.ts'
import { LogoField } from './logo-field.tsx'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeName, useSetUp } from './steps.ts'

const ROWS: Record<TextKey, number> = { summary: 4, about: 8, offer: 6, contact: 3, visibility: 3 }

export function TextsPage() {
  const setUp = useSetUp()
  const { slug, programme, queryKey } = setUp
  const { programmes } = useTexts()
  const { texts, languages } = programmes
  const nameOf = useProgrammeName()
  return (
    <SetUpFrame setUp={setUp} step="texts">
      <SavedRecord url={programmeUrl(slug)} queryKey={queryKey} values={readFields(programme, TEXT_FIELDS)}>
        {TEXT_KEYS.map((key) => (
          <Card key={key} title={texts[key]}>
            <Soft>{texts[`${key}Hint`]}</Soft>
            <Columns of="fields">
              <SavedTextArea field={`texts.${key}.sv`} label={languages.sv} rows={ROWS[key]} />
              <SavedTextArea field={`texts.${key}.en`} label={languages.en} rows={ROWS[key]} />
            </Columns>
          </Card>
        ))}
      </SavedRecord>
      <Card title={texts.logo}>
        <LogoField setUp={setUp} funder={null} name={nameOf(programme)} logoId={programme.logoId} />
      </Card>
    </SetUpFrame>
  )
}
