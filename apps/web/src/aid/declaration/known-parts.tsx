import type { DeclarationContent } from '@stegvis/core/aid/declaration/schema.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { keepDays } from '../../ui/days.tsx'
import { Card, Stack } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import styles from '../ledger/ledger.module.css'
import { useHours } from '../support/hours.ts'
import type { DeclarationDraft } from './draft.ts'

type Props = {
  content: DeclarationContent
  value: DeclarationDraft
  change: (part: Partial<DeclarationDraft>) => void
}

/** The support that the declaration is given for, in the programme's words. */
export function SupportPart({ content: { support, authority, scheme } }: Pick<Props, 'content'>) {
  const { support: texts } = useTexts().stateAid.declaration
  const { euro, money } = useAmounts()
  const hours = useHours()
  return (
    <Card title={texts.title}>
      {support ? (
        <Stack gap="s">
          <p>
            {texts.text({ hours: hours(support.minutes), amount: money(support.amountMinor, support.currency) })}{' '}
            {support.eurCents !== null && texts.euro({ euro: euro(support.eurCents) })}
          </p>
          {authority && <p>{texts.from({ authority, scheme })}</p>}
        </Stack>
      ) : (
        <Callout tone="warning">{texts.none}</Callout>
      )}
    </Card>
  )
}

/** Companies that count together, to be confirmed. */
export function GroupPart({ content, value, change, picture }: Props & { picture: ReactNode }) {
  const { group } = useTexts().stateAid.declaration
  const { language } = useFormats()
  const { members } = content.undertaking
  return (
    <Card title={group.title}>
      <p>{group.text}</p>
      {members.length <= 1 ? (
        <p>
          <strong>{group.alone}</strong>
        </p>
      ) : (
        <ul className={styles.lines}>
          {members.map((member) => (
            <li key={member.party}>
              <strong>{member.name}</strong> {member.because[language]}
            </li>
          ))}
        </ul>
      )}
      <Confirm
        name="undertaking"
        texts={group}
        value={value.undertaking}
        change={(part) => change({ undertaking: { ...value.undertaking, ...part } })}
      >
        {picture}
      </Confirm>
    </Card>
  )
}

/** Mergers and splits of the years that count, to be confirmed. */
export function ChangesPart({ content, value, change }: Props) {
  const { changes } = useTexts().stateAid.declaration
  const { language } = useFormats()
  const { known } = content.restructurings
  return (
    <Card title={changes.title}>
      {known.length === 0 ? (
        <p>{changes.none}</p>
      ) : (
        <ul className={styles.lines}>
          {known.map(({ on, text }) => (
            <li key={`${on} ${text.en}`}>{keepDays(`${on}: ${text[language]}`)}</li>
          ))}
        </ul>
      )}
      <Confirm
        name="restructurings"
        texts={changes}
        value={value.restructurings}
        change={(part) => change({ restructurings: { ...value.restructurings, ...part } })}
      />
    </Card>
  )
}

type Confirmed = { isComplete: boolean | null; missing: string }
type ConfirmProps = {
  name: string
  texts: { question: string; yes: string; no: string; missing: string }
  value: Confirmed
  change: (part: Partial<Confirmed>) => void
  children?: ReactNode
}

/** Right, or what is not right in the company's own words. */
function Confirm({ name, texts, value, change, children }: ConfirmProps) {
  const { isComplete, missing } = value
  return (
    <Stack gap="s">
      <RadioGroup
        name={`${name}.isComplete`}
        label={texts.question}
        value={isComplete === null ? null : isComplete ? 'yes' : 'no'}
        onChange={(answer) => change({ isComplete: answer === 'yes' })}
        options={[
          { id: 'yes', label: texts.yes },
          { id: 'no', label: texts.no },
        ]}
      />
      {isComplete === false && (
        <>
          <TextArea
            name={`${name}.missing`}
            label={texts.missing}
            rows={2}
            maxLength={2000}
            value={missing}
            onChange={(text) => change({ missing: text })}
          />
          {children}
        </>
      )}
    </Stack>
  )
}
