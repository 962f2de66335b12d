import type { LadderPeers, PeerDimension } from '@stegvis/core/assessments/peers.ts'
import { SIZE_WORDS } from '@stegvis/core/companies/size/size.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Section } from '../../ui/layout.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { useInWords } from '../model-context.tsx'
import styles from './results.module.css'

/** One part of the model in which companies are compared. */
export type Compared = {
  dimension: string
  name: string
  /** where the company itself stands */
  own: number | null
  /** a level in its field: a figure, or a few signs */
  mark: (level: number) => string
  /** `steg 2: 40 %` */
  share: (level: number, percent: number) => string
  /** where the company in the middle stands, and where the company itself does */
  middle: (median: number, own: number | null) => string
}

type PeersPartProps = {
  peers: Pick<LadderPeers, 'threshold' | 'all' | 'alike'>
  compared: readonly Compared[]
  /** what a field says; the number of companies comes before it */
  explained: string
  /** why nothing is shown, as long as too few have measured */
  hidden: string
  accent: number
}

/** The other companies of the programme, never fewer than can stay unknown. */
export function PeersPart({ peers, compared, explained, hidden, accent }: PeersPartProps) {
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
          <p className={styles.soft}>
            {assessments.peersIntro({ companies: group.companies })} {explained}
          </p>
          <div className={styles.two} data-accent={accent}>
            {compared.map((one) => {
              const dimension = group.dimensions.find(({ dimension: id }) => id === one.dimension)
              return dimension && <PeerBar key={one.dimension} compared={one} dimension={dimension} />
            })}
          </div>
        </>
      ) : (
        <Callout>{hidden}</Callout>
      )}
    </Section>
  )
}

/** So many percent of the bar hold one sign, on a phone too. */
const ROOM_FOR_ONE = 6

/** Drawn as a bar, told as a sentence. */
function PeerBar({ compared, dimension }: { compared: Compared; dimension: PeerDimension }) {
  const { name, own, mark, share, middle } = compared
  const shares = dimension.shares.map(({ level, percent }) => share(level, percent))
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
            title={share(level, percent)}
          >
            {percent >= ROOM_FOR_ONE * mark(level).length ? mark(level) : ''}
          </span>
        ))}
      </div>
      <span className={styles.soft}>{middle(dimension.median, own)}</span>
    </div>
  )
}
