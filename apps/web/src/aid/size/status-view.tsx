import type { SmeCeiling } from '@stegvis/core/aid/size/definition.ts'
import { CATEGORY_WORDS } from '@stegvis/core/aid/size/reasons.ts'
import type { SmeReason, SmeStatus } from '@stegvis/core/aid/size/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { AggregationTable } from './aggregation-table.tsx'
import styles from './size.module.css'

const TONES = { pass: 'good', block: 'warning', review: 'info' } as const

/** A status as it was decided: the answer in a sentence, why, and every line of the sum. */
export function StatusView({ status, ceilings }: { status: SmeStatus; ceilings: readonly SmeCeiling[] }) {
  const { sizes } = useTexts()
  const { language } = useLanguage()
  const category = status.category && CATEGORY_WORDS[status.category][language]
  const title = {
    pass: sizes.verdicts.pass({ category }),
    block: sizes.verdicts.block,
    review: isWaiting(status) ? sizes.verdicts.unknown : sizes.verdicts.review,
  }[status.verdict]
  const years = status.years.toReversed()
  return (
    <Stack>
      <Callout tone={TONES[status.verdict]} title={title}>
        <Reasons reasons={status.reasons} />
        {status.basis === 'estimate' && <div>{sizes.byEstimate}</div>}
      </Callout>
      {status.present && (
        <AggregationTable aggregation={status.present} ceilings={ceilings} title={sizes.present({ day: status.on })} />
      )}
      {years.length > 0 && (
        <Disclosure summary={sizes.years({ count: years.length })}>
          <Stack>
            {years.map((year) => (
              <AggregationTable
                key={year.closedOn}
                aggregation={year}
                ceilings={ceilings}
                title={sizes.year({ day: year.closedOn ?? year.structureOn })}
              />
            ))}
          </Stack>
        </Disclosure>
      )}
      <Soft>
        {sizes.definition} <a href={status.definition.address}>{status.definition.act}</a>
      </Soft>
    </Stack>
  )
}

const WAITING = new Set(['ACCOUNTS_MISSING', 'ACCOUNTS_OLD', 'YEAR_MISSING'])

/** Whether more accounts would settle it, so that no person needs to decide yet. */
function isWaiting({ reasons }: SmeStatus): boolean {
  return reasons.every(({ code, effect }) => effect !== 'review' || WAITING.has(code))
}

function Reasons({ reasons }: { reasons: readonly SmeReason[] }) {
  const { language } = useLanguage()
  if (reasons.length === 0) return null
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ code, text, source }) => (
        <li key={`${code} ${text.sv}`}>
          {text[language]} <Soft>({source})</Soft>
        </li>
      ))}
    </ul>
  )
}
