import type { LadderResults } from '@stegvis/core/assessments/company-results.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { type ReactNode, Suspense } from 'react'
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
import { SmallTree } from './tree/results/small-tree.tsx'
import { isTree, type Measured } from './use-measured.ts'

/** What a company has measured, each as a small picture and the way to its result. */
export function SmallStaircases({ all, programme }: { all: Measured; programme: string }) {
  const { company, today } = all.ladders
  return (
    <div className={styles.small}>
      {all.measured.map((area) => {
        const link = <ToResult slug={area.focusArea.slug} {...{ programme }} company={company.id} />
        return (
          <Suspense key={area.focusArea.id} fallback={<Skeleton lines={6} />}>
            {isTree(area) ? <SmallTree {...{ area, link }} /> : <SmallStaircase ladder={area} {...{ today, link }} />}
          </Suspense>
        )
      })}
    </div>
  )
}

function ToResult({ slug, programme, company }: { slug: string; programme: string; company: string }) {
  const { assessments } = useTexts()
  const own = ownCompany(useProgramme())
  const search = { ladder: slug }
  return own ? (
    <Link to="/programmes/$programme/results" params={{ programme }} search={search}>
      {assessments.seeResult}
    </Link>
  ) : (
    <Link to="/programmes/$programme/companies/$company/results" params={{ programme, company }} search={search}>
      {assessments.seeResult}
    </Link>
  )
}

type SmallProps = { ladder: LadderResults; today: PlainDate; link: ReactNode }

function SmallStaircase({ ladder, today, link }: SmallProps) {
  const compiled = useModel(ladder.model)
  const words = useInWords()
  const { language } = useLanguage()
  const newest = ladder.measurements.at(-1)!
  const baseline = ladder.measurements.length > 1 ? ladder.measurements[0]! : null
  const title = inLanguage(ladder.focusArea.name, language)
  return (
    <Card accent={ladder.focusArea.accent} title={title} level={3}>
      <Staircase
        title={title}
        steps={compiled.model.levels.map((level) => words(level.name))}
        standing={ladderStanding({ compiled, result: newest.result, baseline, targets: [], today, words })}
        accent={ladder.focusArea.accent}
      />
      {link}
    </Card>
  )
}
