import type { AnsweringView } from '@stegvis/core/assessments/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ButtonLink } from '../../app/link.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'

type DoneViewProps = {
  view: AnsweringView
  programme: string
  reopen: { mutate: () => void; isPending: boolean; error: unknown }
}

/** Thanks, and what happens now. */
export function DoneView({ view, programme, reopen }: DoneViewProps) {
  const { assessments, trees } = useTexts()
  const { language } = useLanguage()
  const problemText = useProblemText()
  const { assessment, next, coachName } = view
  const [following] = next
  return (
    <Stack gap="l">
      <PageHeader
        title={assessments.thanks}
        intro={`${inLanguage(assessment.focusArea.name, language)} · ${assessment.company.name}`}
      />
      <Card accent={assessment.focusArea.accent} title={assessments.whatHappensNow}>
        {assessment.status === 'submitted' ? (
          <p>{assessments.resultIsReady}</p>
        ) : (
          <ol>
            <li>{assessments.nextLook({ coach: coachName ?? assessments.yourCoach })}</li>
            <li>{assessments.nextTalk}</li>
            <li>{assessment.modelKind === 'tree' ? trees.nextResult : assessments.nextResult}</li>
          </ol>
        )}
      </Card>
      {reopen.error !== null && <Callout tone="danger">{problemText(reopen.error)}</Callout>}
      <Row>
        {following ? (
          <ButtonLink
            kind="primary"
            to="/programmes/$programme/assessments/$assessment/answer"
            params={{ programme, assessment: following.assessmentId }}
          >
            {assessments.continueWith({ ladder: inLanguage(following.name, language) })}
          </ButtonLink>
        ) : (
          <ButtonLink kind="primary" to="/programmes/$programme/results" params={{ programme }}>
            {assessments.toResults}
          </ButtonLink>
        )}
        {assessment.status === 'self' && (
          <Button isPending={reopen.isPending} onPress={() => reopen.mutate()}>
            {assessments.changeAnswers}
          </Button>
        )}
      </Row>
    </Stack>
  )
}
