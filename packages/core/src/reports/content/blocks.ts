import type { DimensionScene, LadderScene } from './scene.ts'
import type { Block, Cell, Column } from './schema.ts'
import type { Wording } from './wording.ts'

/** Short hands for building blocks. */

export const cell = (text: string, note?: string): Cell => (note ? { text, note } : { text })
/** What is not there. A dash is told as such by screen readers and stands out in a column. */
export const NOTHING: Cell = { text: '–' }

export const column = (text: string, width: number): Column => ({ text, align: 'start', width })
export const numbers = (text: string, width: number): Column => ({ text, align: 'end', width })

/** A text under a heading, or nothing at all when there is nothing to say. */
export function list(heading: string, items: readonly string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: heading, note: '' },
        { kind: 'list', items: [...items] },
      ]
}

export const area = ({ name, accent }: LadderScene): Block => ({ kind: 'area', text: name, accent })

export function stripRows(dimensions: readonly DimensionScene[], w: Wording) {
  return dimensions.map(({ dimension, standing }) => ({
    name: w.pick(dimension.name),
    steps: dimension.rungs.map(({ name }) => w.pick(name)),
    standing,
  }))
}
