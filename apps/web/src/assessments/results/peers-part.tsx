import type { LadderPeers, PeerGroup } from '@stegvis/core/assessments/peers.ts'
import type { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { SIZE_WORDS } from '@stegvis/core/companies/size/size.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Section } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { dimensionOf, useInWords } from '../model-context.tsx'
import styles from './results.module.css'

type PeersPartProps = { peers: LadderPeers; compiled: CompiledModel; result: AssessmentResult; accent: number }

/** The other companies of the programme, never fewer than can stay unknown. */
export function PeersPart({ peers, compiled, result, accent }: PeersPartProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const [chosen, choose] = useState<'all' | 'alike'>('all')
  const { alike } = peers
  const group = chosen === 'alike' && alike?.group.shown ? alike.group : peers.all
  return (
    <Section title={assessments.peersTitle}>
      {group.shown ? (
        <>
          {alike?.group.shown && (
            <RadioGroup
              row
              label={assessments.peersGroup}
              value={chosen}
              onChange={(value) => choose(value === 'alike' ? 'alike' : 'all')}
              options={[
                { id: 'all', label: assessments.peersAll },
                { id: 'alike', label: assessments.peersAlike({ size: words(SIZE_WORDS[alike.size]).toLowerCase() }) },
              ]}
            />
          )}
          <p className={styles.soft}>{assessments.peersIntro({ companies: group.companies })}</p>
          <div className={styles.two} data-accent={accent}>
            {inOrder(group.dimensions, compiled).map((dimension) => (
              <PeerBar
                key={dimension.dimension}
                {...{ dimension, compiled }}
                own={result.levels[dimension.dimension] ?? null}
              />
            ))}
          </div>
        </>
      ) : (
        <Callout>{assessments.peersHidden({ threshold: peers.threshold })}</Callout>
      )}
    </Section>
  )
}

type PeerDimension = Extract<PeerGroup, { shown: true }>['dimensions'][number]

function inOrder(dimensions: readonly PeerDimension[], { dimensions: order }: CompiledModel): PeerDimension[] {
  return order.flatMap((id) => dimensions.find(({ dimension }) => dimension === id) ?? [])
}

type PeerBarProps = {
  dimension: PeerDimension
  compiled: CompiledModel
  own: number | null
}

/** Drawn as a bar, told as a sentence. */
function PeerBar({ dimension, compiled, own }: PeerBarProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const name = words(dimensionOf(compiled, dimension.dimension).name)
  const shares = dimension.shares.map(({ level, percent }) =>
    assessments.share({ level: String(level), percent: String(percent) }),
  )
  return (
    <div className={styles.peer}>
      <strong>{name}</strong>
      <div className={styles.bar} role="img" aria-label={`${name}: ${shares.join(', ')}`}>
        {dimension.shares.map(({ level, percent }) => (
          <span
            key={level}
            className={styles.share}
            style={{ width: `${percent}%` }}
            data-own={level === own ? '' : undefined}
            title={assessments.share({ level: String(level), percent: String(percent) })}
          >
            {percent >= 8 ? level : ''}
          </span>
        ))}
      </div>
      <span className={styles.soft}>
        {assessments.median({ median: String(dimension.median), own: own === null ? null : String(own) })}
      </span>
    </div>
  )
}
