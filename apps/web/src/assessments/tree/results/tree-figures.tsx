import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useId } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { StatusBadge } from '../../../ui/badge.tsx'
import { ScoreBars } from '../../../ui/score-bars.tsx'
import { Staircase, StaircaseStrip } from '../../../ui/staircase.tsx'
import resultStyles from '../../results/results.module.css'
import { topLevelOf } from '../standing-words.ts'
import styles from '../tree.module.css'
import { useTreeWords } from '../tree-query.ts'
import { type BeforeTree, mainNodes, type Profile, profileOf, staircaseOf, viewNodes } from './profile.ts'

type TreeFiguresProps = {
  compiled: CompiledTree
  accent: number
  result: TreeResult
  before: BeforeTree
  targets?: ReadonlyMap<string, number>
  /** the whole alone, for a list of several */
  small?: boolean
}

const NO_TARGETS: ReadonlyMap<string, number> = new Map()

/** A tree in pictures: the whole, what stands side by side in it, and its other views; each with its table. */
export function TreeFigures({ compiled, accent, result, before, targets = NO_TARGETS, small }: TreeFiguresProps) {
  const { trees } = useTexts()
  const formats = useFormats()
  const words = useTreeWords(compiled.model)
  const { model } = compiled
  const input = { compiled, result, before, targets, words, formats }
  const name = words(model.name)
  const top = topLevelOf(compiled, model.tree.id)
  const whole = staircaseOf(input, model.tree, top)
  const ownBar = top > 0 ? [] : [model.tree]
  const parts = profileOf(input, small && top > 0 ? [] : [...ownBar, ...mainNodes(compiled)])
  return (
    <div className={resultStyles.figures}>
      {top > 0 && <Staircase title={name} steps={whole.steps} standing={whole.standing} accent={accent} />}
      <ProfilePictures profile={parts} title={trees.profileOf({ model: name })} accent={accent} />
      {!small &&
        (model.views ?? []).map((view) => (
          <ProfilePictures
            key={view.id}
            profile={profileOf(input, viewNodes(view))}
            title={words(view.name)}
            accent={accent}
          />
        ))}
    </div>
  )
}

/** Under one heading what a profile has: staircases, bars, and requirements that are met or not. */
function ProfilePictures({ profile, title, accent }: { profile: Profile; title: string; accent: number }) {
  const { stairs, bars, gates } = profile
  const { trees } = useTexts()
  const heading = useId()
  if (stairs.length + bars.length + gates.length === 0) return null
  const isMixed = stairs.length > 0 && bars.length > 0
  return (
    <section className={styles.profile} aria-labelledby={heading}>
      <p id={heading} className={styles.profileTitle}>
        {title}
      </p>
      {stairs.length > 0 && (
        <StaircaseStrip title={isMixed ? trees.inLevels({ title }) : title} rows={stairs} accent={accent} />
      )}
      {bars.length > 0 && <ScoreBars title={isMixed ? trees.inValues({ title }) : title} rows={bars} accent={accent} />}
      {gates.length > 0 && (
        <ul className={styles.gates}>
          {gates.map(({ id, name, isMet }) => (
            <li key={id}>
              <span>{name}</span>
              <StatusBadge tone={isMet ? 'good' : isMet === null ? 'neutral' : 'warning'}>
                {isMet === null ? trees.open : isMet ? trees.met : trees.notMet}
              </StatusBadge>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
