import { Graph, layout } from '@dagrejs/dagre'

type Size = { width: number; height: number }
type Point = { x: number; y: number }

export type Box = Size & { id: string }
export type Line = { from: string; to: string; label: Size }

/** Middles of boxes and labels; the points of a line lead from the owner down to the owned. */
export type Layout = Size & {
  boxes: ReadonlyMap<string, Point>
  lines: ReadonlyArray<{ points: readonly Point[]; label: Point }>
}

/** Owners over what they own, with room for the words on each line. Companies that own each other do not hinder it. */
export function layeredLayout(boxes: readonly Box[], lines: readonly Line[], gap = 24): Layout {
  const graph = new Graph<object, Size & Point, Size & Point & { points: Point[] }>({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: gap, edgesep: 16, ranksep: 30, marginx: 8, marginy: 8 })
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height, x: 0, y: 0 })
  for (const { from, to, label } of lines) {
    graph.setEdge(
      from,
      to,
      { ...label, labelpos: 'c', x: 0, y: 0, points: [] } as Size & Point & { points: Point[] },
      nameOf(from, to),
    )
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>
  return {
    width,
    height,
    boxes: new Map(boxes.map(({ id }) => [id, graph.node(id)])),
    lines: lines.map(({ from, to }) => {
      const { points, x, y } = graph.edge(from, to, nameOf(from, to))
      return { points, label: { x, y } }
    }),
  }
}

const nameOf = (from: string, to: string) => `${from} ${to}`
