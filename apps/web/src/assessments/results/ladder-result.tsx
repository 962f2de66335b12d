import type { CompanyResults, LadderResults } from '@stegvis/core/assessments/company-results.ts'
import { explainDimension, explainLadder } from '@stegvis/core/assessments/explain.ts'
import type { LadderPeers } from '@stegvis/core/assessments/peers.ts'
import type { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import { answersFrom } from '@stegvis/core/assessments/rules.ts'
import type { EvidenceView } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Card, Section, Stack } from '../../ui/layout.tsx'
import { assessmentUrl } from '../api.ts'
import { Explained } from '../explained.tsx'
import { dimensionOf, useInWords, useModel } from '../model-context.tsx'
import { EvidenceLinks } from '../validation/submitted-view.tsx'
import { ChangePart } from './change-part.tsx'
import { LadderFigures } from './ladder-figures.tsx'
import { PeersPart } from './peers-part.tsx'
import styles from './results.module.css'
import { StrengthsPart } from './strengths-part.tsx'
import { ToAssessment } from './to-assessment.tsx'
import { VoicesPart } from './voices-part.tsx'

type LadderResultProps = {
  results: CompanyResults
  ladder: LadderResults
  programme: string
  peers: LadderPeers | undefined
}

/** Everything there is to say of one ladder: pictures first, then words, then how it came about. */
export function LadderResult({ results, ladder, programme, peers }: LadderResultProps) {
  const compiled = useModel(ladder.model)
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const newest = ladder.measurements.at(-1)!
  const first = ladder.measurements[0]!
  const before = ladder.measurements.length > 1 ? first : null
  const { accent, name } = ladder.focusArea
  return (
    <Stack gap="l">
      <Card accent={accent} title={inLanguage(name, language)}>
        <LadderFigures
          compiled={compiled}
          accent={accent}
          result={newest.result}
          today={results.today}
          baseline={before}
          targets={ladder.targets}
        />
        <HowMeasured ladder={ladder} programme={programme} mayOpen={ladder.findings !== null} />
      </Card>
      <StrengthsPart compiled={compiled} result={newest.result} />
      {before && <ChangePart {...{ compiled, ladder, programme }} from={before} to={newest} />}
      <Section title={assessments.voicesTitle} intro={assessments.voicesIntro}>
        <VoicesPart compiled={compiled} result={newest.result} today={results.today} />
      </Section>
      {ladder.findings && <WhyPart {...{ ladder, programme }} />}
      {peers && <LadderPeersPart {...{ peers, compiled, accent }} result={newest.result} />}
    </Stack>
  )
}

type LadderPeersProps = { peers: LadderPeers; compiled: CompiledModel; result: AssessmentResult; accent: number }

function LadderPeersPart({ peers, compiled, result, accent }: LadderPeersProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const compared = compiled.dimensions.map((dimension) => ({
    dimension,
    name: words(dimensionOf(compiled, dimension).name),
    own: result.levels[dimension] ?? null,
    mark: String,
    share: (level: number, percent: number) => assessments.share({ level: String(level), percent: String(percent) }),
    middle: (median: number, own: number | null) =>
      assessments.median({ median: String(median), own: own === null ? null : String(own) }),
  }))
  return (
    <PeersPart
      {...{ peers, compared, accent }}
      explained={assessments.peersSteps}
      hidden={assessments.peersHidden({ threshold: peers.threshold })}
    />
  )
}

function HowMeasured({ ladder, programme, mayOpen }: { ladder: LadderResults; programme: string; mayOpen: boolean }) {
  const { assessments } = useTexts()
  const { percent } = useFormats()
  const { model, submittedOn, submittedBy, kind, result, revision, assessmentId } = ladder.measurements.at(-1)!
  const { known, asked } = result.coach.coverage
  const range = result.coach.stepRange
  return (
    <>
      <div className={styles.facts}>
        <span>{assessments.measuredOn({ kind: assessments.kinds[kind], on: submittedOn })}</span>
        {submittedBy && <span>{assessments.measuredBy({ name: submittedBy })}</span>}
        <span>{assessments.modelVersion({ version: model.version })}</span>
        {revision > 1 && <span>{assessments.revision({ revision: String(revision) })}</span>}
        <span>
          {assessments.coverage({
            share: percent(asked === 0 ? 0 : known / asked),
            known: String(known),
            asked: String(asked),
          })}
        </span>
        {range && range.low !== range.high && (
          <span>{assessments.range({ low: String(range.low), high: String(range.high) })}</span>
        )}
      </div>
      {mayOpen && <ToAssessment programme={programme} assessment={assessmentId} />}
    </>
  )
}

/** The rule and the answers behind each level, opened one by one. */
function WhyPart({ ladder, programme }: { ladder: LadderResults; programme: string }) {
  const compiled = useModel(ladder.model)
  const { assessments } = useTexts()
  const words = useInWords()
  const newest = ladder.measurements.at(-1)!
  const answers = answersFrom(ladder.findings ?? [])
  const profile = { employees: newest.result.profile.employees ?? undefined }
  const options = { evidence: 'seen', profile } as const
  return (
    <Section title={assessments.whyTitle} intro={assessments.whyIntro}>
      <Card>
        <Explained
          summary={assessments.whyLevel({
            name: words(compiled.model.name),
            level: String(newest.result.coach.step ?? '–'),
          })}
          explanation={() => explainLadder(compiled, answers, options)}
          shallow
        />
        <ul className={cx(styles.list, styles.two)}>
          {compiled.model.dimensions.map((dimension) => (
            <li key={dimension.id}>
              <Explained
                summary={assessments.whyLevel({
                  name: words(dimension.name),
                  level: String(newest.result.levels[dimension.id] ?? '–'),
                })}
                explanation={() => explainDimension(compiled, dimension.id, answers, options)}
              />
              <FiledEvidence
                evidence={(ladder.evidence ?? []).filter(({ question }) =>
                  dimension.rungs.some(({ criteria }) => criteria.some(({ id }) => id === question)),
                )}
                url={assessmentUrl(programme, newest.assessmentId)}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}

function FiledEvidence({ evidence, url }: { evidence: readonly EvidenceView[]; url: string }) {
  const { assessments } = useTexts()
  if (evidence.length === 0) return null
  return (
    <Disclosure plain summary={assessments.evidenceCount({ count: evidence.length })}>
      <EvidenceLinks evidence={evidence} url={url} />
    </Disclosure>
  )
}
