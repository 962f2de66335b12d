import type { CompanyResults, LadderResults } from '@stegvis/core/assessments/company-results.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { Suspense } from 'react'
import { Link } from '../app/link.tsx'
import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Card } from '../ui/layout.tsx'
import { Staircase } from '../ui/staircase.tsx'
import { Skeleton } from '../ui/states.tsx'
import { useInWords, useModel } from './model-context.tsx'
import styles from './results/results.module.css'
import { ladderStanding } from './results/standings.ts'

/** The measured ladders of a company as small staircases, each the way to its result. */
export function SmallStaircases({ results, programme }: { results: CompanyResults; programme: string }) {
  const measured = results.ladders.filter(({ measurements }) => measurements.length > 0)
  return (
    <div className={styles.small}>
      {measured.map((ladder) => (
        <Suspense key={ladder.focusArea.id} fallback={<Skeleton lines={6} />}>
          <SmallStaircase {...{ ladder, programme }} company={results.company.id} today={results.today} />
        </Suspense>
      ))}
    </div>
  )
}

type SmallProps = { ladder: LadderResults; programme: string; company: string; today: PlainDate }

function SmallStaircase({ ladder, programme, company, today }: SmallProps) {
  const compiled = useModel(ladder.model)
  const words = useInWords()
  const { language } = useLanguage()
  const { assessments } = useTexts()
  const own = ownCompany(useProgramme())
  const newest = ladder.measurements.at(-1)!
  const baseline = ladder.measurements.length > 1 ? ladder.measurements[0]! : null
  const title = inLanguage(ladder.focusArea.name, language)
  const search = { ladder: ladder.focusArea.slug }
  return (
    <Card accent={ladder.focusArea.accent} title={title} level={3}>
      <Staircase
        title={title}
        steps={compiled.model.levels.map((level) => words(level.name))}
        standing={ladderStanding({ compiled, result: newest.result, baseline, targets: [], today, words })}
        accent={ladder.focusArea.accent}
      />
      {own ? (
        <Link to="/programmes/$programme/results" params={{ programme }} search={search}>
          {assessments.seeResult}
        </Link>
      ) : (
        <Link to="/programmes/$programme/companies/$company/results" params={{ programme, company }} search={search}>
          {assessments.seeResult}
        </Link>
      )}
    </Card>
  )
}
