import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { Support } from '@stegvis/core/aid/support/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ButtonLink, Link } from '../../app/link.tsx'
import { OwnCompanyPage } from '../../companies/own-company-page.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Card, Section, Stack } from '../../ui/layout.tsx'
import { Callout, EmptyState, Skeleton } from '../../ui/states.tsx'
import { GateSteps } from '../gate/gate-steps.tsx'
import { minutesOf } from '../support/fit.ts'
import { useHours } from '../support/hours.ts'
import { useAmounts } from './amounts.ts'
import { companyAidQuery } from './api.ts'
import { GrantsPart } from './grants-part.tsx'
import { HeadroomPart } from './headroom-part.tsx'
import { PapersPart } from './papers-part.tsx'

/** What the programme's support means for the company, in plain words, and what it has to do about it. */
export function OwnAidPage() {
  return <OwnCompanyPage title={useTexts().stateAid.ledger.own.title} panel={OwnAidPanel} />
}

type Where = { programme: string; company: string }

function OwnAidPanel({ programme, company }: Where) {
  const { data: aid } = useSuspenseQuery(companyAidQuery(programme, company))
  const { ledger, gate } = useTexts().stateAid
  const { members } = ledger
  if (!aid.hasRules) return <EmptyState title={ledger.own.noSupport}>{ledger.own.noSupportText}</EmptyState>
  const action = aid.declarations.some(({ state }) => state === 'draft') && aid.may.sign && (
    <ButtonLink
      kind="primary"
      to="/programmes/$programme/companies/$company/aid/declaration"
      params={{ programme, company }}
    >
      {gate.doIt.sign}
    </ButtonLink>
  )
  return (
    <Stack gap="l">
      <p>{ledger.own.intro}</p>
      <InPlainWords aid={aid} />
      {aid.gate && (
        <Section title={ledger.own.steps}>
          <GateSteps steps={aid.gate.steps} done={{}} action={(step) => step === 'declaration' && action} />
        </Section>
      )}
      <Suspense fallback={<Skeleton />}>
        <PapersPart programme={programme} company={company} />
      </Suspense>
      <HeadroomPart
        aid={aid}
        group={
          <Link to="/programmes/$programme/owners" params={{ programme }}>
            {members.picture}
          </Link>
        }
      />
      <GrantsPart programme={programme} company={company} aid={aid} />
    </Stack>
  )
}

function InPlainWords({ aid }: { aid: CompanyAid }) {
  const { own } = useTexts().stateAid.ledger
  const { euro } = useAmounts()
  const support = aid.supports.find(({ state }) => state !== 'withdrawn')
  const left = aid.headroom?.headroomEurCents
  const [ceiling] = aid.headroom?.ceilings ?? []
  if (!support) return <Callout title={own.noSupport}>{own.noSupportText}</Callout>
  return (
    <Card>
      <Stack gap="s">
        <Said support={support} />
        <p>{own.meaning}</p>
        {left !== null && left !== undefined && ceiling && (
          <p>{own.left({ left: euro(left), ceiling: euro(ceiling.eurCents) })}</p>
        )}
      </Stack>
    </Card>
  )
}

function Said({ support }: { support: Support }) {
  const { own } = useTexts().stateAid.ledger
  const { longDay } = useFormats()
  const { money } = useAmounts()
  const hours = useHours()
  const amount = money(support.amountMinor, support.currency)
  const { decision } = support
  if (decision?.outcome === 'granted') {
    return <strong>{own.granted({ amount, day: longDay(decision.decidedOn) })}</strong>
  }
  if (decision) return <strong>{own.refused({ day: longDay(decision.decidedOn) })}</strong>
  return <strong>{own.planned({ hours: hours(minutesOf(support.planned)), amount })}</strong>
}
