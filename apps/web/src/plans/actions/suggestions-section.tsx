import type { SuggestionView } from '@stegvis/core/plans/schema.ts'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { AreaName } from '../../ui/area-mark.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Card, Columns, Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { DefinitionList } from '../../ui/list.tsx'
import { answerSuggestion, removeAction } from '../api.ts'
import { useAreas, useDo, usePlace, usePlan, useSearchChange } from '../plan-context.tsx'
import { Declined } from './declined.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

const FIRST = 3

/** What the ladders propose for the gaps, the most worthwhile first, each with why it comes there. */
export function SuggestionsSection() {
  const { suggestions, ladders, mayEdit } = usePlan()
  const { plans } = useTexts()
  const { integer } = useFormats()
  const [all, setAll] = useState(false)
  const hasTargets = ladders.some(({ dimensions }) => dimensions.some(({ target }) => target !== null))
  if (!mayEdit || !hasTargets) return null
  const shown = all ? suggestions : suggestions.slice(0, FIRST)
  const rest = suggestions.length - FIRST
  return (
    <Section title={plans.suggestions.title} intro={suggestions.length > 0 ? plans.suggestions.intro : undefined}>
      {suggestions.length === 0 ? (
        <Soft>{plans.suggestions.noneText}</Soft>
      ) : (
        <Columns>
          {shown.map((suggestion) => (
            <SuggestionCard key={`${suggestion.focusAreaId} ${suggestion.template.id}`} suggestion={suggestion} />
          ))}
        </Columns>
      )}
      {rest > 0 && (
        <div data-print="hide">
          <Button kind="quiet" onPress={() => setAll(!all)}>
            {all ? plans.suggestions.less : plans.suggestions.more({ count: integer(rest) })}
          </Button>
        </div>
      )}
      <Declined />
    </Section>
  )
}

function SuggestionCard({ suggestion }: { suggestion: SuggestionView }) {
  const { plans } = useTexts()
  const { language } = useFormats()
  const area = useAreas().find(({ id }) => id === suggestion.focusAreaId)
  const { dimensions } = usePlan().ladders.find(({ focusArea }) => focusArea.id === suggestion.focusAreaId) ?? {}
  const dimension = dimensions?.find(({ id }) => id === suggestion.dimensionId)?.name[language] ?? ''
  const { template } = suggestion
  return (
    <Card title={template.name[language]} level={3} accent={area?.accent}>
      <Stack gap="s">
        {area && <AreaName accent={area.accent}>{area.name}</AreaName>}
        <Soft>{plans.suggestions.toStep({ dimension, level: suggestion.to })}</Soft>
      </Stack>
      <Effort suggestion={suggestion} />
      <p>{template.effect[language]}</p>
      <Disclosure plain summary={plans.suggestions.why}>
        {suggestion.because[language]}
      </Disclosure>
      <Disclosure plain summary={plans.suggestions.how}>
        <TemplateFacts template={template} />
      </Disclosure>
      <Answer suggestion={suggestion} />
    </Card>
  )
}

function Effort({ suggestion: { template } }: { suggestion: SuggestionView }) {
  const { plans } = useTexts()
  const { count } = useFormats()
  return (
    <Row gap="s">
      <Badge>{plans.suggestions.impact({ impact: template.impact })}</Badge>
      <Badge>{count(template.hours, plans.suggestions.hours)}</Badge>
      <Badge>{count(template.weeks, plans.suggestions.weeks)}</Badge>
      <Badge>{plans.suggestions.costs[template.cost]}</Badge>
    </Row>
  )
}

export function TemplateFacts({ template }: { template: SuggestionView['template'] }) {
  const { keyFigures } = usePlan()
  const { plans } = useTexts()
  const { language, list } = useFormats()
  const moved = keyFigures.filter(({ id }) => template.moves.includes(id)).map(({ name }) => name[language])
  return (
    <DefinitionList
      items={[
        { term: plans.suggestions.how, value: template.how[language] },
        { term: plans.suggestions.who, value: template.who[language] },
        { term: plans.suggestions.help, value: template.help[language] },
        ...(moved.length > 0 ? [{ term: plans.suggestions.moves, value: list(moved) }] : []),
      ]}
    />
  )
}

/** One press takes it in, with undo; or it is taken in and opened; or declined with a reason. */
function Answer({ suggestion }: { suggestion: SuggestionView }) {
  const place = usePlace()
  const { plans } = useTexts()
  const { language } = useFormats()
  const act = useDo()
  const change = useSearchChange()
  const [declining, setDeclining] = useState(false)
  const title = suggestion.template.name[language]

  const send = (id: string, verdict: 'accept' | 'decline', reason = '') => {
    const { focusAreaId, template } = suggestion
    return answerSuggestion(place, { id, focusAreaId, action: template.id, answer: verdict, reason })
  }
  function answer(verdict: 'accept' | 'decline', reason?: string): void {
    const id = newId()
    const done = verdict === 'accept' ? plans.suggestions.accepted : plans.suggestions.declined
    void act(
      () => send(id, verdict, reason),
      done({ title }),
      () => removeAction(place.programme, id),
    )
  }
  async function acceptAndChange(): Promise<void> {
    const id = newId()
    if (await act(() => send(id, 'accept'))) change({ action: id })
  }

  return (
    <Row gap="s">
      <Button small icon="add" onPress={() => answer('accept')} aria-label={`${plans.suggestions.accept}: ${title}`}>
        {plans.suggestions.accept}
      </Button>
      <Button
        small
        kind="quiet"
        onPress={() => void acceptAndChange()}
        aria-label={`${plans.suggestions.acceptAndChange}: ${title}`}
      >
        {plans.suggestions.acceptAndChange}
      </Button>
      <Button
        small
        kind="quiet"
        onPress={() => setDeclining(true)}
        aria-label={`${plans.suggestions.decline}: ${title}`}
      >
        {plans.suggestions.decline}
      </Button>
      {declining && (
        <ReasonDialog
          title={plans.suggestions.declineTitle}
          text={plans.suggestions.declineText}
          label={plans.suggestions.declineReason}
          choices={plans.suggestions.declineReasons}
          confirm={plans.suggestions.decline}
          onConfirm={(reason) => {
            setDeclining(false)
            answer('decline', reason)
          }}
          onClose={() => setDeclining(false)}
        />
      )}
    </Row>
  )
}
