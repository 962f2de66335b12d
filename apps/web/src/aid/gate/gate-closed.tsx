import { GateAnswer } from '@stegvis/core/aid/de-minimis/gate/gate.ts'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../app/link.tsx'
import { ProblemError } from '../../app/send.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Callout } from '../../ui/states.tsx'
import styles from '../ledger/ledger.module.css'
import { Who } from './who.tsx'

/** What the server said of the gate when it refused a session; undefined where that is not why. */
export function gateIn(error: unknown): GateAnswer | undefined {
  if (!(error instanceof ProblemError) || error.slug !== 'aid-gate-closed') return undefined
  const read = GateAnswer.safeParse(error.extra.gate)
  return read.success ? read.data : undefined
}

type Props = {
  programme: string
  company: string
  missing: GateAnswer['missing']
  /** said when it was refused just now */
  isRefused: boolean
  /** further ways on */
  actions?: ReactNode
}

/** Why advice cannot be logged, who can take each step, and the way there. Nothing that was typed is touched. */
export function GateClosed({ programme, company, missing, isRefused, actions }: Props) {
  const { session: texts, closed } = useTexts().stateAid.gate
  const { language } = useFormats()
  return (
    <Callout
      tone={isRefused ? 'danger' : 'warning'}
      title={isRefused ? texts.title : closed}
      actions={
        <>
          <ButtonLink
            small
            to="/programmes/$programme/companies/$company/$tab"
            params={{ programme, company, tab: 'aid' }}
          >
            {texts.goThere}
          </ButtonLink>
          {actions}
        </>
      }
    >
      <ul className={styles.lines}>
        {missing.map((step) => (
          <li key={step.code}>
            {step.text[language]} <Who fixedBy={step.fixedBy} />
          </li>
        ))}
      </ul>
      {isRefused && texts.text}
    </Callout>
  )
}
