import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import type { Formats } from '../../locales/format.ts'
import type { Messages } from '../../locales/sv.ts'
import type { TreeWords } from './tree-query.ts'

type Around = { texts: Messages; formats: Formats; words: TreeWords }

/**
 * An answer in a sentence: `Ja`, `12,5 MWh`, `Gjort 60 %, Planerat 40 %`, `Press (El: Låg, Värme: Hög)`. What the scale does not know stays as
 * it is.
 */
export function answerInWords(answer: TreeAnswer | null | undefined, scale: Scale, around: Around): string {
  const { texts, formats, words } = around
  if (!answer) return texts.assessments.noAnswer
  const named = (list: readonly { id: string; name: Parameters<TreeWords>[0] }[], id: string) =>
    words(list.find((one) => one.id === id)?.name) || id
  switch (answer.kind) {
    case 'unknown':
    case 'not-applicable':
      return texts.assessments.answers[answer.kind].toLowerCase()
    case 'option':
      return scale.type === 'single' ? named(scale.options, answer.option) : answer.option
    case 'options':
      if (answer.options.length === 0) return texts.trees.noneOfThem
      return answer.options.map((id) => (scale.type === 'multiple' ? named(scale.options, id) : id)).join(', ')
    case 'rung': {
      const rung = scale.type === 'rungs' ? scale.rungs.find(({ level }) => level === answer.level) : undefined
      return [String(answer.level), words(rung?.name)].filter(Boolean).join(', ')
    }
    case 'number':
      return numberInWords(answer, scale, around)
    case 'split':
      return inOrder(scale.type === 'split' ? scale.parts : [], answer.parts)
        .filter(([, share]) => share > 0)
        .map(([id, share]) => `${scale.type === 'split' ? named(scale.parts, id) : id} ${formats.percent(share / 100)}`)
        .join(', ')
    case 'matrix':
      return matrixInWords(answer, scale, named)
    case 'text':
      return answer.text
    case 'day':
      return answer.day
  }
}

function numberInWords(answer: TreeAnswer & { kind: 'number' }, scale: Scale, { formats, words }: Around): string {
  if (scale.type === 'likert') {
    const step = scale.steps.find(({ value }) => value === answer.value)
    return words(step?.name) || formats.number(answer.value, 2)
  }
  const own = scale.type === 'number' ? scale.unit : ''
  const unit = answer.unit ?? own
  // The scale says how finely its own unit is told, and nothing of the others.
  const decimals = unit !== own ? 6 : scale.type === 'number' ? scale.decimals : 2
  return `${formats.number(answer.value, decimals)} ${unit}`.trim()
}

function matrixInWords(
  { cells }: TreeAnswer & { kind: 'matrix' },
  scale: Scale,
  named: (list: readonly { id: string; name: Parameters<TreeWords>[0] }[], id: string) => string,
): string {
  if (scale.type !== 'matrix') return ''
  return inOrder(scale.rows, cells)
    .map(([row, line]) => {
      const said = inOrder(scale.columns, line).map(
        ([column, cell]) => `${named(scale.columns, column)}: ${named(scale.cells, cell)}`,
      )
      return `${named(scale.rows, row)} (${said.join(', ')})`
    })
    .join('; ')
}

/** In the order of the scale, whatever order it was stored in; what the scale does not know comes last. */
function inOrder<T>(list: readonly { id: string }[], values: Readonly<Record<string, T>>): [string, T][] {
  const known = list.flatMap(({ id }): [string, T][] => (Object.hasOwn(values, id) ? [[id, values[id] as T]] : []))
  const ids = new Set(list.map(({ id }) => id))
  return [...known, ...Object.entries(values).filter(([id]) => !ids.has(id))]
}

/** The same answer whatever its reason and evidence. */
export function withoutRemarks(answer: TreeAnswer): TreeAnswer {
  const { reason: _reason, evidence: _evidence, ...content } = answer
  return content
}
