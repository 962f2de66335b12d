import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Callout } from '../../ui/states.tsx'
import { assessmentQuery } from '../api.ts'
import { TreeSubmittedView } from '../tree/validation/tree-submitted-view.tsx'
import { TreeValidationForm } from '../tree/validation/tree-validation-form.tsx'
import { SubmittedView } from './submitted-view.tsx'
import { ValidationForm } from './validation-form.tsx'

/** The coach's page of one assessment: the company's answers beside the own findings; closed, what was found. */
export function AssessmentPage() {
  const { programme, assessment: id } = useParams({
    from: '/signed-in/programmes/$programme/assessments/$assessment',
  })
  const { data } = useSuspenseQuery(assessmentQuery(programme, id))
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const { assessment, mayValidate } = data
  const isTree = assessment.modelKind === 'tree'
  const Form = isTree ? TreeValidationForm : ValidationForm
  const Closed = isTree ? TreeSubmittedView : SubmittedView
  const isOpen = assessment.status === 'self' || assessment.status === 'coach'
  const Body = isOpen && mayValidate ? Form : Closed
  const company = `/programmes/${programme}/companies/${assessment.company.id}`
  return (
    <Stack gap="l">
      <div data-accent={assessment.focusArea.accent}>
        <PageHeader
          title={inLanguage(assessment.focusArea.name, language)}
          breadcrumbs={[
            { label: assessment.company.name, href: company },
            { label: assessments.measuring, href: `${company}/assessments` },
          ]}
          intro={assessments.headline({
            kind: assessments.kinds[assessment.kind],
            on: assessment.startedOn,
            version: assessment.model.version,
          })}
          status={
            <StatusBadge tone={assessment.status === 'submitted' ? 'good' : isOpen ? 'brand' : 'neutral'}>
              {assessments.statuses[assessment.status]}
            </StatusBadge>
          }
        />
      </div>
      {assessment.revision > 1 && isOpen && (
        <Callout title={assessments.correctionUnderWay}>{assessment.correctionReason}</Callout>
      )}
      <Body key={id} view={data} programme={programme} />
    </Stack>
  )
}
