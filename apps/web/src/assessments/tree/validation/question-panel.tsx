import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Callout } from '../../../ui/states.tsx'
import { ConflictChoice } from '../../conflict-notice.tsx'
import { ReasonField } from '../../validation/reason-field.tsx'
import { answerInWords } from '../answer-words.ts'
import { needsReason, withReason } from '../question/open-choices.ts'
import { TreeQuestionField } from '../question/tree-question-field.tsx'
import { useTreeAnswer } from '../question/use-tree-answer.ts'
import type { TreeWords } from '../tree-query.ts'
import { CompanySaid } from './company-said.tsx'
import { keepRemarks, opinionsOn, saysTheSame } from './said-by.ts'
import { ShownBy } from './shown-by.tsx'
import type { TreeValidation } from './use-tree-validation.ts'

type QuestionPanelProps = { validation: TreeValidation; words: TreeWords; id: string }

/** One question: what the company's people said, what the coach finds, why, and what shows it. */
export function QuestionPanel({ validation, words, id }: QuestionPanelProps) {
  const { compiled, findings, respondents, view, open } = validation
  const texts = useTexts()
  const formats = useFormats()
  const question = compiled.questions[compiled.questionAt.get(id)!]!
  const { scale } = question.scale
  const name = words(question.question.text)
  const finding = findings.values.get(id)
  const answer = useTreeAnswer({
    key: `finding:${view.assessment.id}:${id}`,
    scale: question.scale,
    saved: finding,
    save: (value) => findings.save(id, value, name),
    keep: (value) => keepRemarks(value, finding),
  })
  const says = (value: TreeAnswer | null) => answerInWords(value, scale, { texts, formats, words })
  const opinions = opinionsOn(id, respondents)
  const differs = finding !== undefined && opinions.some((opinion) => !saysTheSame(opinion.answer, finding))
  const isDiffering = open.some((item) => item.question === id && item.why === 'differing')
  return (
    <TreeQuestionField
      question={question}
      state={answer}
      words={words}
      aside={
        <>
          {question.question.importance === 'recommended' && <Badge>{texts.assessments.importance.recommended}</Badge>}
          {isDiffering && <Badge tone="warning">{texts.trees.mustAgree}</Badge>}
          <CompanySaid
            {...{ opinions, says }}
            asked={respondents.length}
            take={finding ? undefined : (said) => answer.give(said)}
          />
        </>
      }
    >
      {finding && <ShownBy {...{ validation, question, finding, words, name }} />}
      {finding && !needsReason(scale, finding) && (
        <Disclosure
          plain
          summary={finding.reason ? texts.assessments.note : texts.assessments.addNote}
          open={differs || Boolean(finding.reason)}
        >
          <ReasonField
            key={finding.kind}
            label={differs ? texts.assessments.reasonForDifference : texts.assessments.note}
            hint={differs ? texts.trees.companyReads : undefined}
            optional
            draftKey={`${view.assessment.id}:${id}`}
            stored={finding.reason ?? ''}
            state={findings.stateOf(id)}
            save={(reason) => findings.save(id, withReason(finding, reason.trim()), name)}
          />
        </Disclosure>
      )}
      <ConflictChoice conflict={findings.conflictOf(id)} says={says} />
      {findings.stateOf(id) === 'refused' && <Callout tone="danger">{texts.assessments.refused}</Callout>}
    </TreeQuestionField>
  )
}
