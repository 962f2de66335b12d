import type { CompanyAid, StepName } from '@stegvis/core/aid/gate/schema.ts'
import { staffCost } from '@stegvis/core/aid/rules/rules.ts'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../app/link.tsx'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { beginDeclaration } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'
import { fitTo } from '../support/fit.ts'
import type { SupportDeed } from '../support/support-section.tsx'

type Props = { programme: string; company: string; aid: CompanyAid; open: (deed: SupportDeed) => void }

/** The button that takes a step, for who may; null where this person can only wait. */
export function useStepAction(props: Props): (step: StepName) => ReactNode {
  const declaration = useDeclarationAction(props)
  const support = useSupportActions(props)
  return (step) => {
    const { may } = props.aid
    if (step === 'eligibility') return (may.eligibility || may.edit) && <Eligibility {...props} />
    if (step === 'declaration') return declaration
    return step === 'headroom' ? support.headroom : support.decision
  }
}

function Eligibility({ programme, company }: Props) {
  const { doIt } = useTexts().stateAid.gate
  return (
    <ButtonLink
      kind="primary"
      to="/programmes/$programme/companies/$company/$tab"
      params={{ programme, company, tab: 'owners' }}
      hash="size"
    >
      {doIt.eligibility}
    </ButtonLink>
  )
}

/** The company signs; until there is something to sign, whoever works with it prepares that. */
function useDeclarationAction({ programme, company, aid, open }: Props): ReactNode {
  const { doIt } = useTexts().stateAid.gate
  const problemText = useProblemText()
  const begin = useAidChange(programme, () => beginDeclaration(programme, company, newId()), { text: null })
  const draft = aid.declarations.find(({ state }) => state === 'draft')
  if (draft) {
    return (
      <ButtonLink
        kind="primary"
        to="/programmes/$programme/companies/$company/aid/declaration"
        params={{ programme, company }}
      >
        {aid.may.sign ? doIt.sign : doIt.look}
      </ButtonLink>
    )
  }
  const isPlanned = aid.supports.some(({ state }) => state !== 'withdrawn' && state !== 'refused')
  if (!isPlanned) return planButton(aid, doIt.plan, open)
  if (!aid.may.edit) return null
  return (
    <Button
      kind="primary"
      isPending={begin.isPending}
      onPress={() => begin.mutate(undefined, { onError: (error) => toast(problemText(error), { tone: 'danger' }) })}
    >
      {doIt.draft}
    </Button>
  )
}

function planButton(aid: CompanyAid, label: string, open: Props['open']): ReactNode {
  if (!aid.may.plan || !staffCost(aid.rules)) return null
  return (
    <Button kind="primary" onPress={() => open({ kind: 'plan' })}>
      {label}
    </Button>
  )
}

function useSupportActions({ aid, open }: Props): { headroom: ReactNode; decision: ReactNode } {
  const { doIt } = useTexts().stateAid.gate
  const support = aid.supports.find(({ state }) => state === 'planned' || state === 'submitted')
  if (!support) {
    const plan = planButton(aid, doIt.plan, open)
    return { headroom: plan, decision: plan }
  }
  const decide = aid.may.grant && (
    <Button kind="primary" onPress={() => open({ kind: 'decide', support })}>
      {doIt.decide}
    </Button>
  )
  const judged = aid.judged?.supportId === support.id ? aid.judged.answer : null
  if (!judged || judged.withinCeiling || support.state !== 'planned' || !aid.may.plan) {
    return { headroom: judged?.verdict === 'review' && decide, decision: decide }
  }
  const proposal = judged.largest ? fitTo(support.planned, support.cost, judged.largest.minor) : undefined
  const lower = (
    <Button kind="primary" onPress={() => open({ kind: 'edit', support, ...(proposal && { proposal }) })}>
      {doIt.lower}
    </Button>
  )
  return { headroom: lower, decision: decide }
}
