import { measuredNode, rankActions } from '@stegvis/core/models/tree/rank.ts'
import { useMemo } from 'react'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Card, Section } from '../../../ui/layout.tsx'
import resultStyles from '../../results/results.module.css'
import { digitsOf } from '../standing-words.ts'
import type { Basis } from '../tree-explained.tsx'
import type { TreeWords } from '../tree-query.ts'

type ActionsPartProps = { basis: Basis; targets: ReadonlyMap<string, number>; words: TreeWords; accent: number }

const SHOWN = 8

/** What the model proposes to do next, the most worthwhile first. */
export function ActionsPart({ basis, targets, words, accent }: ActionsPartProps) {
  const { trees } = useTexts()
  const { number } = useFormats()
  const { compiled, answers, options } = basis
  const ranked = useMemo(
    () => rankActions(compiled, answers, options, { targets, most: SHOWN }),
    [compiled, answers, options, targets],
  )
  const actions = new Map((compiled.model.actions ?? []).map((action) => [action.id, action]))
  if (actions.size === 0) return null
  const nameOf = (id: string) => words(actions.get(id)?.name) || id
  return (
    <Section title={trees.actionsTitle} intro={ranked.length > 0 ? trees.actionsIntro : trees.noActions}>
      {ranked.length > 0 && (
        <Card accent={accent}>
          <ol className={resultStyles.list}>
            {ranked.map(({ action, node, gap, neededFor }, at) => {
              const digits = digitsOf({ compiled, node: measuredNode(compiled, node, targets) })
              const shown = (value: number | null) => (value === null ? '–' : number(value, digits))
              return (
                <li key={action}>
                  <strong>
                    {at + 1}. {nameOf(action)}
                  </strong>{' '}
                  <Badge>{words(compiled.nodes[compiled.nodeAt.get(node) ?? -1]?.node.name) || node}</Badge>
                  <p>{words(actions.get(action)?.how)}</p>
                  <p className={resultStyles.soft}>
                    {gap.target !== null && trees.fromTo({ from: shown(gap.standing), to: shown(gap.target) })}
                    {neededFor.length > 0 && ` ${trees.neededFor({ names: neededFor.map(nameOf).join(', ') })}`}
                  </p>
                </li>
              )
            })}
          </ol>
        </Card>
      )}
    </Section>
  )
}
