import { SESSION_HOW_NAMES, SessionHow, type SessionStart } from '@stegvis/core/coaching/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useState } from 'react'
import type { AidInput } from '../aid/gate/session-aid.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'

/** The form as it is typed: days may be empty until they are chosen. */
export type SessionInput = AidInput & {
  heldOn: string
  how: SessionHow
  minutes: number
  focusAreaIds: string[]
  participants: string[]
  noteAll: string
  noteTeam: string
  nextStep: string
  nextStepOn: string | null
}

type Props = { start: SessionStart; value: SessionInput; change: (part: Partial<SessionInput>) => void }

const COMMON_MINUTES = [30, 60, 90, 120, 180]

export function SessionFields({ start, value, change }: Props) {
  const { coaching } = useTexts()
  const { language } = useFormats()
  const { form } = coaching
  return (
    <>
      <DateField
        label={form.heldOn}
        value={PlainDate.parse(value.heldOn)}
        max={start.today}
        onChange={(day) => change({ heldOn: day ?? start.today })}
      />
      <RadioGroup
        row
        label={form.how}
        value={value.how}
        onChange={(how) => change({ how: SessionHow.parse(how) })}
        options={SessionHow.options.map((how) => ({ id: how, label: SESSION_HOW_NAMES[how][language] }))}
      />
      <Minutes value={value.minutes} onChange={(minutes) => change({ minutes })} />
      {start.focusAreas.length > 0 && (
        <CheckboxGroup
          label={form.areas}
          value={value.focusAreaIds}
          onChange={(focusAreaIds) => change({ focusAreaIds })}
          options={start.focusAreas.map((area) => ({
            id: area.id,
            label: <AreaName accent={area.accent}>{inLanguage(area.name, language)}</AreaName>,
          }))}
        />
      )}
      <Participants start={start} value={value} change={change} />
      <TextArea
        label={form.noteAll}
        hint={form.noteAllHint}
        optional
        value={value.noteAll}
        maxLength={8000}
        onChange={(noteAll) => change({ noteAll })}
      />
      <TextArea
        label={form.noteTeam}
        hint={form.noteTeamHint}
        optional
        rows={3}
        value={value.noteTeam}
        maxLength={8000}
        onChange={(noteTeam) => change({ noteTeam })}
      />
      <TextField
        name="nextStep"
        label={form.nextStep}
        hint={form.nextStepHint}
        optional
        value={value.nextStep}
        maxLength={300}
        onChange={(nextStep) => change({ nextStep })}
      />
      <DateField
        label={form.nextStepOn}
        optional
        value={value.nextStepOn === null ? null : PlainDate.parse(value.nextStepOn)}
        min={PlainDate.parse(value.heldOn)}
        onChange={(nextStepOn) => change({ nextStepOn })}
      />
    </>
  )
}

/** The usual lengths with one tap; any other as a number. */
function Minutes({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const { coaching } = useTexts()
  const formats = useFormats()
  const [other, setOther] = useState(!COMMON_MINUTES.includes(value))
  return (
    <Stack gap="s">
      <RadioGroup
        row
        label={coaching.form.minutes}
        value={other ? 'other' : String(value)}
        onChange={(choice) => {
          setOther(choice === 'other')
          if (choice !== 'other') onChange(Number(choice))
        }}
        options={[
          ...COMMON_MINUTES.map((minutes) => ({
            id: String(minutes),
            label: coaching.minutes({ minutes: formats.integer(minutes) }),
          })),
          { id: 'other', label: coaching.form.otherMinutes },
        ]}
      />
      {other && (
        <NumberField
          label={coaching.form.otherMinutes}
          unit={coaching.form.minutesUnit}
          value={value}
          minValue={5}
          maxValue={1440}
          step={5}
          onChange={(minutes) => onChange(Number.isFinite(minutes) ? minutes : 60)}
        />
      )}
    </Stack>
  )
}

function Participants({ start, value, change }: Props) {
  const { coaching, common } = useTexts()
  const [name, setName] = useState('')
  const names = [...new Set([...start.contacts, ...value.participants])]

  function add(): void {
    const added = name.trim()
    if (added === '') return
    change({ participants: [...new Set([...value.participants, added])] })
    setName('')
  }

  return (
    <Stack gap="s">
      {names.length > 0 && (
        <CheckboxGroup
          row
          label={coaching.form.participants}
          value={value.participants}
          onChange={(participants) => change({ participants })}
          options={names.map((label) => ({ id: label, label }))}
        />
      )}
      <Row gap="s" align="bottom">
        <TextField
          label={names.length > 0 ? coaching.form.addParticipant : coaching.form.participants}
          optional
          value={name}
          maxLength={120}
          onChange={setName}
          onBlur={add}
        />
        <Button icon="add" onPress={add}>
          {common.add}
        </Button>
      </Row>
    </Stack>
  )
}
