import type { CompanyAid, StepName } from '@stegvis/core/aid/gate/schema.ts'
import { staffCost } from '@stegvis/core/aid/rules/rules.ts'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { ButtonLink } from '../../app/link.tsx'
import { useMay } from '../../app/session.ts'
import { timelineQuery } from '../../companies/api.ts'
import { TimelineList } from '../../companies/timeline-list.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { Callout, Skeleton } from '../../ui/states.tsx'
import { DeclarationPart } from '../declaration/declaration-part.tsx'
import { ExceptionsPart } from '../gate/exceptions-part.tsx'
import { GateSteps } from '../gate/gate-steps.tsx'
import { useStepAction } from '../gate/step-action.tsx'
import { DecisionDialog } from '../support/decision-dialog.tsx'
import { SupportDialog } from '../support/support-dialog.tsx'
import { type SupportDeed, SupportSection } from '../support/support-section.tsx'
import { useAmounts } from './amounts.ts'
import { companyAidQuery } from './api.ts'
import { GrantsPart } from './grants-part.tsx'
import { GroupLink, HeadroomPart } from './headroom-part.tsx'
import { PapersPart } from './papers-part.tsx'

type Props = { programme: string; company: string }

/** The aid tab of a company: the steps before advice, what is left, what was planned and given, and the papers. */
export function AidPanel({ programme, company }: Props) {
  const { data: aid } = useSuspenseQuery(companyAidQuery(programme, company))
  const [deed, setDeed] = useState<SupportDeed | null>(null)
  const where = { programme, company }
  return (
    <Stack gap="l">
      <GatePart {...where} aid={aid} open={setDeed} />
      <HeadroomPart aid={aid} group={<GroupLink {...where} />} />
      <SupportSection {...where} aid={aid} open={setDeed} />
      <DeclarationPart {...where} aid={aid} />
      <GrantsPart {...where} aid={aid} />
      <Suspense fallback={<Skeleton />}>
        <PapersPart {...where} />
      </Suspense>
      <ExceptionsPart {...where} aid={aid} />
      <History {...where} />
      {deed && <SupportDeedDialog {...where} aid={aid} deed={deed} onClose={() => setDeed(null)} />}
    </Stack>
  )
}

type GateProps = Props & { aid: CompanyAid; open: (deed: SupportDeed) => void }

function GatePart({ programme, company, aid, open }: GateProps) {
  const { gate } = useTexts().stateAid
  const { count } = useFormats()
  const mayConfigure = useMay('programme.configure')
  const action = useStepAction({ programme, company, aid, open })
  const done = useDoneWords(aid)
  if (!aid.gate) {
    return (
      <Callout
        title={gate.off}
        actions={
          mayConfigure && (
            <ButtonLink small to="/programmes/$programme/set-up/aid" params={{ programme }}>
              {gate.offLink}
            </ButtonLink>
          )
        }
      >
        {gate.offText}
      </Callout>
    )
  }
  const left = aid.gate.steps.filter(({ state }) => state !== 'done').length
  const isOpen = aid.gate.answer.verdict === 'pass'
  return (
    <Section
      title={gate.title}
      intro={isOpen ? gate.openText : left > 0 ? gate.closedText({ left: count(left, gate.left) }) : gate.reviewText}
      actions={<StatusBadge tone={isOpen ? 'good' : 'warning'}>{isOpen ? gate.open : gate.closed}</StatusBadge>}
    >
      <GateSteps steps={aid.gate.steps} done={done} action={action} />
    </Section>
  )
}

/** What there is to say of each step that is taken. */
function useDoneWords(aid: CompanyAid): Partial<Record<StepName, string | undefined>> {
  const { gate, declaration, support } = useTexts().stateAid
  const { euro, money } = useAmounts()
  const signed = aid.declarations.find(({ state }) => state === 'signed')
  const granted = aid.supports.find(({ state }) => state === 'granted')
  const left = aid.headroom?.headroomEurCents
  return {
    eligibility: aid.eligibility ? gate.since({ on: aid.eligibility.on }) : undefined,
    declaration: signed?.signedOn ? declaration.signed({ on: signed.signedOn }) : undefined,
    headroom: left === null || left === undefined ? undefined : gate.leftNow({ left: euro(left) }),
    'granting-decision': granted?.decision
      ? `${money(granted.amountMinor, granted.currency)}. ${support.decision.by({
          authority: granted.decision.authority,
          day: granted.decision.decidedOn,
        })}`
      : undefined,
  }
}

type DeedProps = Props & { aid: CompanyAid; deed: SupportDeed; onClose: () => void }

function SupportDeedDialog({ programme, company, aid, deed, onClose }: DeedProps) {
  if (deed.kind === 'decide') {
    return <DecisionDialog {...{ programme, company, aid, onClose }} support={deed.support} />
  }
  // What is planned already keeps the costs it was planned by.
  const cost = deed.kind === 'edit' ? deed.support.cost : staffCost(aid.rules)
  if (!cost) return null
  const { currency } = aid.rules
  return deed.kind === 'plan' ? (
    <SupportDialog {...{ programme, company, currency, cost, onClose }} />
  ) : (
    <SupportDialog
      {...{ programme, company, cost, onClose }}
      currency={deed.support.currency}
      support={deed.support}
      proposal={deed.proposal}
    />
  )
}

const LATEST = 20

/** Fetched when it is opened, which is seldom. */
function History(where: Props) {
  const { ledger } = useTexts().stateAid
  return (
    <Disclosure summary={ledger.history}>
      <Suspense fallback={<Skeleton />}>
        <Events {...where} />
      </Suspense>
    </Disclosure>
  )
}

function Events({ programme, company }: Props) {
  const { companies } = useTexts()
  const { ledger } = useTexts().stateAid
  const { data } = useSuspenseInfiniteQuery(timelineQuery(programme, company, 'aid', LATEST))
  const events = data.pages[0]?.events ?? []
  if (events.length === 0) return <Soft>{companies.timeline.empty}</Soft>
  return (
    <Stack gap="s">
      <TimelineList programme={programme} events={events} label={ledger.history} />
      <Row>
        <ButtonLink
          small
          to="/programmes/$programme/companies/$company/$tab"
          params={{ programme, company, tab: 'timeline' }}
          search={{ group: 'aid' }}
        >
          {companies.overview.all}
        </ButtonLink>
      </Row>
    </Stack>
  )
}
