import type { Declaration, DeclarationState } from '@stegvis/core/aid/declaration/schema.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import { ButtonLink } from '../../app/link.tsx'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { StatusBadge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { Callout, EmptyState, useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { beginDeclaration } from '../ledger/api.ts'
import { useAidChange } from '../ledger/use-aid-change.ts'

const TONES: Record<DeclarationState, Tone> = { draft: 'neutral', signed: 'good', superseded: 'neutral' }

type Props = { programme: string; company: string; aid: CompanyAid }

/** The company's declarations, the newest first: how far it has come, and the way to it. */
export function DeclarationPart({ programme, company, aid }: Props) {
  const { declaration: texts } = useTexts().stateAid
  const problemText = useProblemText()
  const begin = useAidChange(programme, () => beginDeclaration(programme, company, newId()), { text: null })
  const hasDraft = aid.declarations.some(({ state }) => state === 'draft')
  const make = aid.may.edit && !hasDraft && (
    <Button
      isPending={begin.isPending}
      onPress={() => begin.mutate(undefined, { onError: (error) => toast(problemText(error), { tone: 'danger' }) })}
    >
      {aid.declarations.length === 0 ? texts.make : texts.renew}
    </Button>
  )
  if (!aid.hasRules) return null
  return (
    <Section title={texts.title} actions={aid.declarations.length > 0 && make}>
      {aid.declarations.length === 0 ? (
        <EmptyState title={texts.none} action={make}>
          {texts.noneText}
        </EmptyState>
      ) : (
        aid.declarations.map((one) => <Line key={one.id} {...{ programme, company }} declaration={one} />)
      )}
    </Section>
  )
}

function Line({ programme, company, declaration }: Omit<Props, 'aid'> & { declaration: Declaration }) {
  const { declaration: texts } = useTexts().stateAid
  const { count, language } = useFormats()
  const { state, signedOn, content, open, outdated } = declaration
  return (
    <Card
      level={3}
      title={signedOn ? texts.signed({ on: signedOn }) : texts.filled({ on: content.on })}
      actions={<StatusBadge tone={TONES[state]}>{texts.states[state]}</StatusBadge>}
    >
      <Stack gap="s">
        {state === 'draft' && <Soft>{open.length > 0 ? count(open.length, texts.left) : texts.waiting}</Soft>}
        {state !== 'superseded' && outdated.length > 0 && (
          <Callout tone="warning" title={texts.outdated}>
            {outdated.map((text) => (
              <div key={text.en}>{text[language]}</div>
            ))}
          </Callout>
        )}
        {state !== 'superseded' && (
          <Row>
            <ButtonLink
              small
              to="/programmes/$programme/companies/$company/aid/declaration"
              params={{ programme, company }}
            >
              {texts.open}
            </ButtonLink>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
