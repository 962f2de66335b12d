import { treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import type { TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledQuestion, CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Section } from '../../../ui/layout.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { assessmentUrl } from '../../api.ts'
import { EvidenceLinks } from '../../validation/submitted-view.tsx'
import { answerInWords } from '../answer-words.ts'
import { type Section as Page, questionsOf, sectionsOf } from '../sections.ts'
import styles from '../tree.module.css'
import type { TreeWords } from '../tree-query.ts'

type SpreadPartProps = {
  compiled: CompiledTree
  result: TreeResult
  area: TreeAreaResults
  words: TreeWords
  today: PlainDate
  programme: string
}

/** Question by question: how the company's people answered, without names, and the coach beside them. */
export function SpreadPart(props: SpreadPartProps) {
  const { compiled, result, area, words } = props
  const { trees } = useTexts()
  const findings = area.findings && treeAnswersFrom(area.findings)
  const hidden = new Set(result.coach.hidden)
  if (result.respondents.length === 0 && !findings) return null
  return (
    <div className={styles.answers}>
      <Section title={trees.answersTitle} intro={trees.answersIntro}>
        {sectionsOf(compiled).map((section) => {
          const questions = questionsOf(section).filter((id) => !hidden.has(id))
          if (questions.length === 0) return null
          return (
            <Disclosure key={section.id} summary={words(section.name) || trees.general}>
              <AnswersTable {...props} {...{ section, questions, findings }} />
            </Disclosure>
          )
        })}
      </Section>
    </div>
  )
}

type AnswersProps = SpreadPartProps & {
  section: Page
  questions: readonly string[]
  findings: ReadonlyMap<string, TreeAnswer> | null
}

function AnswersTable({ compiled, result, area, words, today, programme, section, questions, findings }: AnswersProps) {
  const texts = useTexts()
  const { assessments, trees } = texts
  const formats = useFormats()
  const newest = area.measurements.at(-1)!
  const url = assessmentUrl(programme, newest.assessmentId)
  const rows = questions.map((id) => compiled.questions[compiled.questionAt.get(id)!]!)
  const says = (answer: TreeAnswer | undefined, { scale }: CompiledQuestion) =>
    answerInWords(answer, scale.scale, { texts, formats, words })
  const columns: Column<CompiledQuestion>[] = [
    { id: 'question', label: trees.question, main: true, cell: ({ question }) => words(question.text) },
    {
      id: 'company',
      label: trees.company,
      long: true,
      cell: (row) => {
        const spread = result.respondents.find(({ question }) => question === row.id)
        if (!spread) return assessments.noAnswer
        if (spread.answers.length === 0) return trees.texts({ count: spread.people })
        return spread.answers
          .map(({ answer, people }) => trees.peopleSay({ people, answer: says(answer, row), all: spread.people }))
          .join('; ')
      },
    },
    ...(findings
      ? [
          {
            id: 'coach',
            label: assessments.voices.coach,
            long: true,
            cell: (row) => {
              const finding = findings.get(row.id)
              const lapsed = result.lapses.find(({ question, since }) => question === row.id && since <= today)
              return (
                <>
                  {says(finding, row)}
                  {finding?.reason && finding.kind !== 'text' && <p>{finding.reason}</p>}
                  {lapsed && <Badge tone="warning">{assessments.unconfirmedSince({ since: lapsed.since })}</Badge>}
                  <EvidenceLinks
                    evidence={(area.evidence ?? []).filter(({ question }) => question === row.id)}
                    url={url}
                  />
                </>
              )
            },
          } satisfies Column<CompiledQuestion>,
        ]
      : []),
  ]
  return <Table label={words(section.name) || trees.general} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
