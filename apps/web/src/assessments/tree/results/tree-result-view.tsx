import type { CompanyTreeResults, TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import type { TreePeers } from '@stegvis/core/assessments/peers.ts'
import { previousLevels } from '@stegvis/core/assessments/tree-result.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { Suspense, useMemo, useState } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useLanguage } from '../../../locales/texts.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import resultStyles from '../../results/results.module.css'
import { ToAssessment } from '../../results/to-assessment.tsx'
import { CoverageLine } from '../coverage-line.tsx'
import { rowOf } from '../standing-words.ts'
import { TreeExplained } from '../tree-explained.tsx'
import { useTree, useTreeWords } from '../tree-query.ts'
import { VoiceFigures } from '../voice-figures.tsx'
import { ActionsPart } from './actions-part.tsx'
import { beforeIn } from './before.ts'
import { NodesPart } from './nodes-part.tsx'
import { RestatedPart } from './restated-part.tsx'
import { SpreadPart } from './spread-part.tsx'
import { TargetChoice } from './target-choice.tsx'
import { nextTarget, targetsOf } from './targets.ts'
import { TimePart } from './time-part.tsx'
import { TreeFigures } from './tree-figures.tsx'
import { TreePeersPart } from './tree-peers-part.tsx'
import { useBasis } from './use-basis.ts'

type TreeResultViewProps = {
  results: CompanyTreeResults
  area: TreeAreaResults
  programme: string
  peers: TreePeers | undefined
}

/** Everything there is to say of one measurement with a tree: pictures first, then words, then how it came about. */
export function TreeResultView({ results, area, programme, peers }: TreeResultViewProps) {
  const newest = area.measurements.at(-1)!
  const compiled = useTree(newest.model)
  const words = useTreeWords(compiled.model)
  const { trees } = useTexts()
  const { language } = useLanguage()
  const last = area.measurements.at(-2)
  const previous = useMemo(() => previousLevels(last?.result ?? null), [last])
  const basis = useBasis(compiled, area.findings, newest.result, previous)
  const [profile, setProfile] = useState(() => nextTarget(compiled, newest.result.result))
  const targets = useMemo(() => targetsOf(compiled, profile), [compiled, profile])
  const hasProfile = (compiled.model.targets?.length ?? 0) > 0
  const { accent, name } = area.focusArea
  const root = compiled.model.tree.id
  return (
    <Stack gap="l">
      <Card accent={accent} title={inLanguage(name, language)}>
        <VoiceFigures {...{ compiled, words }} result={newest.result} node={root} />
        <CoverageLine row={rowOf(newest.result.coach, root)} basis={basis} />
        {basis && <TreeExplained summary={trees.whyThisResult} node={root} basis={basis} />}
        <TargetChoice model={compiled.model} words={words} value={profile} onChange={setProfile} />
        <TreeFigures
          {...{ compiled, accent }}
          result={newest.result}
          before={beforeIn(area, compiled)}
          {...(hasProfile && { targets })}
        />
        <HowMeasured area={area} programme={programme} />
      </Card>
      <NodesPart {...{ compiled, words, basis }} result={newest.result} />
      {basis && <ActionsPart {...{ basis, targets, words, accent }} />}
      <TimePart {...{ area, compiled, words }} />
      {newest.restated && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <RestatedPart restated={newest.restated} />
        </Suspense>
      )}
      {peers && <TreePeersPart {...{ peers, compiled, words, accent }} result={newest.result} />}
      <SpreadPart {...{ compiled, words, area }} result={newest.result} today={results.today} programme={programme} />
    </Stack>
  )
}

function HowMeasured({ area, programme }: { area: TreeAreaResults; programme: string }) {
  const { assessments, trees } = useTexts()
  const { model, submittedOn, submittedBy, kind, revision, assessmentId } = area.measurements.at(-1)!
  return (
    <>
      <div className={resultStyles.facts}>
        <span>{assessments.measuredOn({ kind: assessments.kinds[kind], on: submittedOn })}</span>
        {submittedBy && <span>{assessments.measuredBy({ name: submittedBy })}</span>}
        <span>{trees.modelVersion({ version: model.version })}</span>
        {revision > 1 && <span>{assessments.revision({ revision: String(revision) })}</span>}
      </div>
      {area.findings && <ToAssessment programme={programme} assessment={assessmentId} />}
    </>
  )
}
