import type { TreePeers } from '@stegvis/core/assessments/peers.ts'
import { fifthsOf, type PeerScale, peerLevel, peerNodes } from '@stegvis/core/assessments/tree-peers.ts'
import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { type Compared, PeersPart } from '../../results/peers-part.tsx'
import { digitsOf, levelNames, rowOf } from '../standing-words.ts'
import type { TreeWords } from '../tree-query.ts'

type TreePeersPartProps = {
  peers: TreePeers
  compiled: CompiledTree
  result: TreeResult
  words: TreeWords
  accent: number
}

/** Where other companies stand in the whole and its parts. Scores are told by the fifth of the scale they lie in. */
export function TreePeersPart({ peers, compiled, result, words, accent }: TreePeersPartProps) {
  const { trees } = useTexts()
  const standingOf = useStandings(compiled, words)
  const nodes = peerNodes(compiled)
  const compared = nodes.map(({ id, scale }): Compared => {
    const { mark, said } = standingOf(id, scale)
    const row = rowOf(result.result, id)
    return {
      dimension: id,
      name: words(compiled.nodes[compiled.nodeAt.get(id) ?? -1]?.node.name) || words(compiled.model.name),
      own: row ? peerLevel(compiled, row) : null,
      mark,
      share: (level, percent) => trees.peerShare({ standing: said(level), percent: String(percent) }),
      middle: (median, own) => trees.peerMiddle({ median: said(median), own: own === null ? null : said(own) }),
    }
  })
  return (
    <PeersPart
      {...{ peers, compared, accent }}
      explained={nodes.some(({ scale }) => scale === 'fifths') ? trees.peersFifths : ''}
      hidden={trees.peersHidden({ threshold: peers.threshold })}
    />
  )
}

type Standing = { mark: (level: number) => string; said: (level: number) => string }

/** What it is called to stand somewhere in a node: `nivå 2, På väg`, `40–60`, `uppfyllt`. */
function useStandings(compiled: CompiledTree, words: TreeWords): (id: string, scale: PeerScale) => Standing {
  const { trees } = useTexts()
  const { number } = useFormats()
  return (id, scale) => {
    if (scale === 'met') {
      const said = (level: number) => (level > 0 ? trees.met : trees.notMet)
      return { mark: said, said }
    }
    if (scale === 'fifths') {
      const fifths = fifthsOf(compiled, id)
      const digits = digitsOf({ compiled, node: id })
      const said = (fifth: number) => {
        const { from, to } = fifths[fifth - 1]!
        return `${number(from, digits)}–${number(to, digits)}`
      }
      return { mark: said, said }
    }
    const names = levelNames(compiled.nodes[compiled.nodeAt.get(id) ?? -1]?.node)
    return {
      mark: String,
      said: (level) => [trees.atLevel({ level }), words(names.get(level))].filter(Boolean).join(', '),
    }
  }
}
