import type { PlannedAnswer } from '@stegvis/core/aid/de-minimis/planned/planned.ts'
import type { ReactNode } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { keepDays } from '../../ui/days.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { useAmounts } from '../ledger/amounts.ts'
import styles from '../ledger/ledger.module.css'

const TONES = { pass: 'good', review: 'warning', block: 'warning' } as const

/** Whether an amount may be given as de minimis aid, why, and what would be possible instead. */
export function Judgement({ answer, action }: { answer: PlannedAnswer; action?: ReactNode }) {
  const { fit } = useTexts().stateAid.support
  const title =
    answer.verdict === 'pass'
      ? fit.fits
      : answer.verdict === 'review'
        ? fit.review
        : answer.withinCeiling
          ? fit.stopped
          : fit.not
  return (
    <Callout tone={TONES[answer.verdict]} title={title} actions={action}>
      <Stack gap="s">
        <Reasons answer={answer} />
        <WhatFits answer={answer} />
        <OtherWays answer={answer} />
      </Stack>
    </Callout>
  )
}

function Reasons({ answer: { reasons } }: { answer: PlannedAnswer }) {
  const { language } = useFormats()
  if (reasons.length === 0) return null
  return (
    <ul className={styles.lines}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          {keepDays(reason.text[language])} <Soft>({reason.source})</Soft>
        </li>
      ))}
    </ul>
  )
}

function WhatFits({ answer }: { answer: PlannedAnswer }) {
  const { fit } = useTexts().stateAid.support
  const { euro, money } = useAmounts()
  const { headroomAfterEurCents, largest, fitsFrom, register, withinCeiling, awardOn } = answer
  if (withinCeiling) {
    return (
      <>
        {headroomAfterEurCents !== null && <p>{fit.fitsText({ after: euro(headroomAfterEurCents) })}</p>}
        {register?.by && <p>{keepDays(fit.register({ day: register.by }))}</p>}
      </>
    )
  }
  return (
    <>
      {largest && (
        <p>
          {largest.minor === 0
            ? fit.nothing
            : fit.largest({ amount: money(largest.minor, largest.currency), euro: euro(largest.eurCents) })}
        </p>
      )}
      {fitsFrom && fitsFrom > awardOn && <p>{keepDays(fit.from({ day: fitsFrom }))}</p>}
    </>
  )
}

function OtherWays({ answer: { alternatives, otherRegulations } }: { answer: PlannedAnswer }) {
  const { fit } = useTexts().stateAid.support
  const { language } = useFormats()
  return (
    <>
      {otherRegulations.length > 0 && (
        <p>
          {fit.others}: {otherRegulations.map(({ name, regulation }) => `${name[language]} (${regulation})`).join(', ')}
        </p>
      )}
      {alternatives.length > 0 && (
        <Disclosure plain summary={fit.alternatives}>
          <ul className={styles.lines}>
            {alternatives.map(({ article, name, limits }) => (
              <li key={article}>
                <strong>{name[language]}</strong> {limits[language]} <Soft>({article})</Soft>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}
