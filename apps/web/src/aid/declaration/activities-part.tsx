import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Card, Row, Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { concernsFarming, type DeclarationDraft } from './draft.ts'

/** In the order of the law. Its own list comes with the file it is read from, which no browser needs. */
const QUESTIONS = [
  'fixedOnPriceOrQuantity',
  'passedOnToPrimaryProducers',
  'exportRelated',
  'domesticOverImported',
] as const satisfies readonly (keyof DeclarationDraft['conditions'])[]

type Props = { value: DeclarationDraft; change: (part: Partial<DeclarationDraft>) => void }

/** What the company works with, and what the regulation asks of those with farming or fishery beside it. */
export function ActivitiesPart({ value, change }: Props) {
  const { activities: texts } = useTexts().stateAid.declaration
  return (
    <Card title={texts.title}>
      <p>{texts.text}</p>
      <Codes value={value} change={change} />
      <YesOrNo
        name="accountsSeparated"
        label={texts.separated}
        none={texts.notRelevant}
        value={value.accountsSeparated}
        change={(accountsSeparated) => change({ accountsSeparated })}
      />
      <Disclosure summary={texts.more} open={concernsFarming(value.activities)}>
        <Stack>
          <p>{texts.moreText}</p>
          {QUESTIONS.map((question) => (
            <YesOrNo
              key={question}
              name={`conditions.${question}`}
              label={texts.conditions[question]}
              none={texts.notAnswered}
              value={value.conditions[question]}
              change={(answer) => change({ conditions: { ...value.conditions, [question]: answer } })}
            />
          ))}
        </Stack>
      </Disclosure>
    </Card>
  )
}

function Codes({ value: { activities }, change }: Props) {
  const { activities: texts } = useTexts().stateAid.declaration
  const set = (at: number, part: Partial<(typeof activities)[number]>) =>
    change({ activities: activities.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <Stack gap="s">
      {activities.map((activity, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code that is being typed is told by its place.
        <Row key={at} gap="m" align="bottom">
          <TextField
            short
            name={`activities.${at}.code`}
            label={texts.code}
            maxLength={8}
            value={activity.code}
            onChange={(code) => set(at, { code })}
          />
          <Checkbox isSelected={activity.supported} onChange={(supported) => set(at, { supported })}>
            {texts.supported}
          </Checkbox>
          {activities.length > 1 && (
            <IconButton
              icon="trash"
              label={texts.remove({ code: activity.code })}
              onPress={() => change({ activities: activities.filter((_, index) => index !== at) })}
            />
          )}
        </Row>
      ))}
      <Row>
        <Button
          small
          icon="add"
          onPress={() => change({ activities: [...activities, { code: '', supported: activities.length === 0 }] })}
        >
          {texts.add}
        </Button>
      </Row>
    </Stack>
  )
}

type AnswerProps = {
  name: string
  label: string
  none: string
  value: boolean | null
  change: (answer: boolean | null) => void
}

function YesOrNo({ name, label, none, value, change }: AnswerProps) {
  const { common } = useTexts()
  return (
    <RadioGroup
      row
      name={name}
      label={label}
      value={value === null ? 'none' : value ? 'yes' : 'no'}
      onChange={(answer) => change(answer === 'none' ? null : answer === 'yes')}
      options={[
        { id: 'yes', label: common.yes },
        { id: 'no', label: common.no },
        { id: 'none', label: none },
      ]}
    />
  )
}
