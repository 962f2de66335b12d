import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { staffCost } from '@stegvis/core/aid/rules/rules.ts'
import type { Support } from '@stegvis/core/aid/support/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/layout.tsx'
import { Callout, EmptyState } from '../../ui/states.tsx'
import { SupportCard } from './support-card.tsx'

/** What the page can open on top of itself. */
export type SupportDeed =
  | { kind: 'plan' }
  | { kind: 'edit'; support: Support; proposal?: Support['planned'] }
  | { kind: 'decide'; support: Support }

type Props = { programme: string; company: string; aid: CompanyAid; open: (deed: SupportDeed) => void }

/** Everything planned and decided for the company, newest first. */
export function SupportSection({ programme, company, aid, open }: Props) {
  const { support: texts } = useTexts().stateAid
  const cost = staffCost(aid.rules)
  const isOpen = aid.supports.some(({ state }) => state === 'planned' || state === 'submitted')
  const plan = aid.may.plan && cost && !isOpen && (
    <Button icon="add" onPress={() => open({ kind: 'plan' })}>
      {aid.supports.length === 0 ? texts.plan : texts.planMore}
    </Button>
  )
  return (
    <Section title={texts.title} intro={texts.intro} actions={aid.supports.length > 0 && plan}>
      {!cost && <Callout title={texts.form.noCost}>{texts.form.noCostText}</Callout>}
      {aid.supports.length === 0 ? (
        <EmptyState title={texts.none} action={plan}>
          {texts.noneText}
        </EmptyState>
      ) : (
        aid.supports.map((support) => <SupportCard key={support.id} {...{ programme, company, aid, support, open }} />)
      )}
    </Section>
  )
}
