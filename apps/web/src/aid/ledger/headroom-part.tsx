import type { CeilingUse, Headroom } from '@stegvis/core/aid/de-minimis/ledger/answer.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { stepChart } from '@stegvis/core/figures/steps.ts'
import { Link } from '../../app/link.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { keepDays } from '../../ui/days.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Columns, Section, Soft, Stack } from '../../ui/layout.tsx'
import { ProgressBar } from '../../ui/progress.tsx'
import { Callout } from '../../ui/states.tsx'
import { useAmounts } from './amounts.ts'
import styles from './ledger.module.css'

/** The colour of figures that belong to no focus area. */
const PLAIN_ACCENT = 8

type Props = { aid: CompanyAid; group: React.ReactNode }

/** What is left today, under which ceiling, of what, and when more comes back. */
export function HeadroomPart({ aid, group }: Props) {
  const { headroom: texts } = useTexts().stateAid.ledger
  const { language } = useFormats()
  const { headroom, unjudged } = aid
  return (
    <Section
      title={texts.title}
      intro={headroom?.regulation ? texts.intro({ regulation: headroom.regulation }) : undefined}
    >
      {unjudged.length > 0 && (
        <Callout tone="warning" title={texts.unknown}>
          {unjudged.map((text) => (
            <div key={text.en}>{text[language]}</div>
          ))}
        </Callout>
      )}
      {headroom && (headroom.headroomEurCents === null ? <Callout>{texts.unknownText}</Callout> : null)}
      {headroom && (
        <Columns least="l">
          <Stack>
            {headroom.ceilings.map((use) => (
              <CeilingLine key={`${use.regime} ${use.article}`} use={use} several={headroom.ceilings.length > 1} />
            ))}
            {headroom.ceilings.length > 1 && <Soft>{texts.tightest}</Soft>}
            <CountsNow headroom={headroom} />
            <Members headroom={headroom} group={group} />
          </Stack>
          <OverTime headroom={headroom} planned={aid.judged?.answer.eurCents ?? null} />
        </Columns>
      )}
    </Section>
  )
}

function CeilingLine({ use, several }: { use: CeilingUse; several: boolean }) {
  const { headroom: texts } = useTexts().stateAid.ledger
  const { euro } = useAmounts()
  return (
    <div className={styles.ceiling}>
      {several && <strong>{texts.regimes[use.regime]}</strong>}
      <p className={styles.left}>
        <span>{texts.left}</span>
        <strong>{euro(use.leftEurCents)}</strong>
      </p>
      <ProgressBar
        label={texts.used}
        share={Math.min(1, use.usedEurCents / use.eurCents)}
        text={texts.usedOf({ used: euro(use.usedEurCents), ceiling: euro(use.eurCents) })}
      />
      <Soft>
        {texts.window(use.window)} {use.article}.
      </Soft>
      {!use.verified && <Callout tone="warning">{texts.unverified}</Callout>}
    </div>
  )
}

/** From the figure of what is used to the grants it is made of. */
function CountsNow({ headroom }: { headroom: Headroom }) {
  const { headroom: texts } = useTexts().stateAid.ledger
  const { count, language } = useFormats()
  const { euro } = useAmounts()
  const lines = headroom.lines.filter(({ state }) => state === 'counts')
  if (lines.length === 0) return null
  return (
    <Disclosure summary={count(lines.length, texts.seeGrants)}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.grant}>
            <strong>{euro(line.countedEurCents)}</strong>{' '}
            {keepDays(`${line.name}, ${line.awardedOn}. ${line.text[language]}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Members({ headroom: { undertaking }, group }: { headroom: Headroom; group: React.ReactNode }) {
  const { members: texts } = useTexts().stateAid.ledger
  const { count, language } = useFormats()
  if (undertaking.length <= 1) {
    return (
      <p>
        <Soft>{texts.alone}</Soft> {group}
      </p>
    )
  }
  return (
    <Disclosure summary={count(undertaking.length, texts.count)}>
      <Stack gap="s">
        <ul className={styles.lines}>
          {undertaking.map((member) => (
            <li key={member.party}>
              <strong>{member.name}</strong> {member.text[language]}
            </li>
          ))}
        </ul>
        {group}
      </Stack>
    </Disclosure>
  )
}

function OverTime({ headroom, planned }: { headroom: Headroom; planned: number | null }) {
  const { headroom: texts } = useTexts().stateAid.ledger
  const { language } = useFormats()
  const { wholeEuro } = useAmounts()
  const [tightest] = headroom.ceilings.toSorted((a, b) => a.leftEurCents - b.leftEurCents)
  if (!tightest || headroom.steps.length === 0) return null
  return (
    <Stack gap="s">
      <Figure
        accent={PLAIN_ACCENT}
        captioned
        draw={(width) =>
          stepChart({
            title: texts.overTime,
            unit: texts.euro,
            steps: headroom.steps.map(({ on, headroomEurCents }) => ({ on, value: headroomEurCents })),
            most: { label: texts.ceiling, value: tightest.eurCents },
            wanted: planned ? { label: texts.planned, value: planned } : null,
            column: texts.column,
            language,
            number: wholeEuro,
            width,
          })
        }
      />
      <Soft>{texts.overTimeText}</Soft>
    </Stack>
  )
}

/** Where the owners are seen and corrected, for staff. */
export function GroupLink({ programme, company }: { programme: string; company: string }) {
  const { members } = useTexts().stateAid.ledger
  return (
    <Link to="/programmes/$programme/companies/$company/$tab" params={{ programme, company, tab: 'owners' }}>
      {members.picture}
    </Link>
  )
}
