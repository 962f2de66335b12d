import { EVIDENCE_CLASSES, EVIDENCE_NAMES } from '@stegvis/core/models/schema.ts'
import { answerFault } from '@stegvis/core/models/tree/answer-faults.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledQuestion, CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useState } from 'react'
import { TreeQuestionField } from '../../assessments/tree/question/tree-question-field.tsx'
import type { TreeAnswerState } from '../../assessments/tree/question/use-tree-answer.ts'
import { useTreeWords } from '../../assessments/tree/tree-query.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Callout } from '../../ui/states.tsx'
import { useEditor } from '../editor/editor-context.ts'
import type { Preview } from './preview-context.ts'

/** One question at a time, as a company answers it. */
export function CompanyPreview({ preview }: { preview: Preview }) {
  const { outline, part, turnTo } = useEditor()
  const { preview: texts } = useTexts().models
  const { compiled, score } = preview
  const order = askedInOrder(preview)
  const row = outline.byKey.get(part)
  const wanted = row?.kind === 'leaf' ? row.leaf.question : undefined
  const [last, setLast] = useState<string>()
  const id = wanted ?? answeredBy(compiled, part, last) ?? last ?? order[0]
  const question = compiled.questions[compiled.questionAt.get(id ?? '') ?? -1]
  if (!question) return <Soft>{texts.nothingAsked}</Soft>
  const at = order.indexOf(question.id)
  const show = (next: string) => {
    setLast(next)
    // The form follows while a question is open in it; otherwise only the preview turns the page.
    if (wanted === undefined) return
    const place = [...outline.byKey.values()].find((one) => one.kind === 'leaf' && one.leaf.question === next)
    if (place) turnTo(place.key)
  }
  return (
    <Stack>
      {score.hidden.includes(question.id) && <Callout>{texts.hidden}</Callout>}
      <AnsweredQuestion key={question.id} question={question} preview={preview} />
      <Row align="between" gap="s">
        <Button small icon="arrow-left" isDisabled={at <= 0} onPress={() => show(order[at - 1]!)}>
          {texts.previous}
        </Button>
        {at >= 0 && <Soft>{texts.questionOf({ at: at + 1, of: order.length })}</Soft>}
        <Button small isDisabled={at < 0 || at >= order.length - 1} onPress={() => show(order[at + 1]!)}>
          {texts.next}
        </Button>
      </Row>
    </Stack>
  )
}

/** While a scale is written: a question that is answered by it, the last one shown where that is. */
function answeredBy({ questions }: CompiledTree, part: string, last: string | undefined): string | undefined {
  if (!part.startsWith('scale.')) return undefined
  const own = questions.filter(({ question }) => `scale.${question.scale}` === part).map(({ id }) => id)
  return own.find((id) => id === last) ?? own[0]
}

/** The questions that are shown, in the order of the outline, each once. */
function askedInOrder({ compiled, score }: Preview): string[] {
  const hidden = new Set(score.hidden)
  const placed = compiled.nodes.flatMap(({ children }) => children.filter(({ isLeaf }) => isLeaf).map(({ id }) => id))
  return [...new Set(placed)].filter((id) => !hidden.has(id))
}

function AnsweredQuestion({ question, preview }: { question: CompiledQuestion; preview: Preview }) {
  const words = useTreeWords(preview.compiled.model)
  const state = useTrialAnswer(question, preview)
  return (
    <TreeQuestionField question={question} state={state} words={words}>
      <EvidenceField question={question} preview={preview} />
    </TreeQuestionField>
  )
}

/** An answer that is not whole yet, such as a split below 100, is shown and does not count. */
function useTrialAnswer(question: CompiledQuestion, { answers, answer }: Preview): TreeAnswerState {
  const [begun, setBegun] = useState<TreeAnswer | null>(null)
  const give = (next: TreeAnswer | null) => {
    const isWhole = next === null || answerFault(question.scale, next) === undefined
    setBegun(isWhole ? null : next)
    if (isWhole) answer(question.id, next ?? undefined)
  }
  return {
    shown: begun ?? answers.get(question.id),
    isUnfinished: begun !== null,
    give,
    write: give,
    left: () => {},
  }
}

/** What the coach has seen of it, where the answer hangs on that. */
function EvidenceField({ question, preview }: { question: CompiledQuestion; preview: Preview }) {
  const { language } = useLanguage()
  const { preview: texts } = useTexts().models
  const { scale } = question.scale
  const isNeeded =
    question.question.evidence !== undefined ||
    (scale.type === 'single' && scale.options.some(({ evidence }) => evidence !== undefined))
  const answer = preview.answers.get(question.id)
  if (!isNeeded || !answer) return null
  return (
    <Select
      label={texts.evidence}
      hint={texts.evidenceHint}
      options={EVIDENCE_CLASSES.map((id) => ({ id, label: `${id}, ${EVIDENCE_NAMES[id][language]}` }))}
      value={answer.evidence ?? 'E0'}
      onChange={(evidence) => evidence && preview.answer(question.id, { ...answer, evidence })}
    />
  )
}
