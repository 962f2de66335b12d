import { ButtonLink } from '../../app/link.tsx'
import { useTexts } from '../../locales/app-texts.tsx'

/** From a result to the answers it was made from; not on paper. */
export function ToAssessment({ programme, assessment }: { programme: string; assessment: string }) {
  const { assessments } = useTexts()
  return (
    <div data-print="hide">
      <ButtonLink small to="/programmes/$programme/assessments/$assessment" params={{ programme, assessment }}>
        {assessments.toAssessment}
      </ButtonLink>
    </div>
  )
}
