import { type CompanyKeyFigure, type CompanyKeyFigures, Quality } from '@stegvis/core/indicators/schema.ts'
import { QUALITY_NAMES } from '@stegvis/core/indicators/terms.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Columns, Row, Soft, Stack } from '../ui/layout.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { recentYears, wholeYear } from './periods.ts'

/** The form as it is typed: the amount may be empty until it is known. */
export type ValueInput = {
  fromOn: string
  toOn: string
  amount: number | null
  quality: Quality
  source: string
  note: string
}

/** What is known is taken in as it is; the ladder's decimals are for showing it. */
const FINEST = 3

type Props = {
  keyFigure: CompanyKeyFigure
  among: CompanyKeyFigures
  value: ValueInput
  change: (part: Partial<ValueInput>) => void
  error: string | undefined
}

export function ValueFields({ keyFigure, among, value, change, error }: Props) {
  const { indicators } = useTexts()
  const { language } = useFormats()
  const { form } = indicators
  const qualities = Quality.options.filter((quality) => quality !== 'verified' || among.mayVerify)
  return (
    <>
      <NumberField
        name="amount"
        label={form.amount}
        hint={keyFigure.formula[language]}
        unit={keyFigure.unit[language]}
        value={value.amount}
        formatOptions={{ maximumFractionDigits: Math.max(keyFigure.decimals, FINEST) }}
        onChange={(amount) => change({ amount: Number.isNaN(amount) ? null : amount })}
        error={error}
      />
      <Period among={among} value={value} change={change} />
      <Stack gap="s">
        <RadioGroup
          label={form.quality}
          value={value.quality}
          onChange={(quality) => change({ quality: Quality.parse(quality) })}
          options={qualities.map((quality) => ({
            id: quality,
            label: QUALITY_NAMES[quality][language],
            description: form.qualities[quality],
          }))}
        />
        {!among.mayVerify && <Soft>{form.verifiedLater}</Soft>}
      </Stack>
      <TextField
        name="source"
        label={form.source}
        hint={form.sourceHint}
        optional
        value={value.source}
        maxLength={300}
        onChange={(source) => change({ source })}
      />
      <TextArea
        name="note"
        label={form.note}
        optional
        rows={2}
        value={value.note}
        maxLength={2000}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

function Period({ among, value, change }: Pick<Props, 'among' | 'value' | 'change'>) {
  const { indicators } = useTexts()
  const { form } = indicators
  return (
    <Stack gap="s">
      {/* biome-ignore lint/a11y/useSemanticElements: short cuts beside the fields they fill, no fields themselves. */}
      <div role="group" aria-label={form.periods}>
        <Row gap="s">
          {recentYears(among.today).map((year) => (
            <Button key={year} small onPress={() => change(wholeYear(year))}>
              {form.wholeYear({ year: String(year) })}
            </Button>
          ))}
        </Row>
      </div>
      <Columns of="fields" least="s">
        <DateField
          name="fromOn"
          label={form.fromOn}
          value={PlainDate.parse(value.fromOn)}
          onChange={(day) => day && change({ fromOn: day })}
        />
        <DateField
          name="toOn"
          label={form.toOn}
          value={PlainDate.parse(value.toOn)}
          onChange={(day) => day && change({ toOn: day })}
        />
      </Columns>
    </Stack>
  )
}
