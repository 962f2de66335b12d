import type { Text } from '../../kernel/text.ts'
import { type Fillings, fillText } from '../fill-text.ts'
import { EVIDENCE_CLASSES, EVIDENCE_NAMES, type EvidenceClass } from '../schema.ts'
import type { TreeAnswer } from './answers.ts'
import { figure, nameOf, type Scene, shown } from './explain.ts'
import { EFFECTS, type TreeExplanation, type TreeRule } from './explain-words.ts'
import type { CompiledNode, CompiledQuestion } from './program.ts'
import type { Scale } from './schema-scales.ts'
import { BESIDE, BY_MISSING, BY_UNKNOWN, countedAnswer, HIDDEN, KNOWN } from './state.ts'

/** What a question was answered with, and what that is worth to the node it stands under. */
export function explainQuestion(scene: Scene, node: CompiledNode, at: number): TreeExplanation {
  const question = scene.compiled.questions[at]!
  const { rule, inputs } = answerLine(scene, node, at, question)
  const name = nameOf(scene, question.question.text, question.id)
  return { rule, question: question.id, inputs: { name, ...inputs }, because: [] }
}

function answerLine(
  scene: Scene,
  node: CompiledNode,
  at: number,
  question: CompiledQuestion,
): { rule: TreeRule; inputs: Fillings } {
  const { state, compiled } = scene
  const policies = { ...compiled.model.policies, ...node.node.policies }
  const low = shown(state.low[at]!)
  const effect = (policy: keyof typeof EFFECTS | undefined) => ({
    effect: node.result.op === 'none' || policy === undefined ? { sv: '', en: '' } : fillText(EFFECTS[policy], { low }),
  })
  switch (state.standing[at]) {
    case HIDDEN:
      return { rule: 'hidden', inputs: {} }
    case BY_MISSING:
      return { rule: 'missing', inputs: effect(policies.missing) }
    case BY_UNKNOWN:
      return { rule: 'unknown', inputs: effect(policies.unknown) }
    case BESIDE:
      return { rule: 'not-applicable', inputs: effect(policies['not-applicable']) }
  }
  const answer = countedAnswer(state, at, question.id)!
  const given = answerInWords(scene, question.scale.scale, answer)
  const worth = state.standing[at] === KNOWN ? worthInWords(question.scale.scale, low) : { sv: '.', en: '.' }
  const lowered = loweredTo(scene, at, question, answer)
  return lowered
    ? { rule: 'answer-lowered', inputs: { answer: given, worth, ...lowered } }
    : { rule: 'answer', inputs: { answer: given, worth } }
}

/** A rung or a plain number says itself what it is worth. */
function worthInWords(scale: Scale, value: number): Text {
  if (scale.type === 'rungs' || scale.type === 'likert' || (scale.type === 'number' && !scale.curve))
    return { sv: '.', en: '.' }
  const { sv, en } = figure(value)
  return { sv: `, värt ${sv}.`, en: `, worth ${en}.` }
}

/** The option that counts in place of the one chosen, for want of evidence. */
function loweredTo(scene: Scene, at: number, question: CompiledQuestion, answer: TreeAnswer): Fillings | undefined {
  const { scale } = question.scale
  if (answer.kind !== 'option' || scale.type !== 'single') return undefined
  const chosen = question.scale.optionAt.get(answer.option)!
  const counted = scale.options[scene.state.option[at]!]
  if (!counted || counted.id === answer.option) return undefined
  const needs = question.scale.needs[chosen]!
  const needed = EVIDENCE_CLASSES[needs < 0 ? question.needs : needs]!
  return {
    needs: evidenceName(needed),
    has: evidenceName(answer.evidence ?? 'E0'),
    counts: nameOf(scene, counted.name, counted.id),
  }
}

function evidenceName(evidence: EvidenceClass): Text {
  const { sv, en } = EVIDENCE_NAMES[evidence]
  return { sv: `${evidence} (${sv})`, en: `${evidence} (${en})` }
}

function answerInWords(scene: Scene, scale: Scale, answer: TreeAnswer): Text {
  const listed = (parts: Text[]): Text => ({
    sv: parts.map(({ sv }) => sv).join(', '),
    en: parts.map(({ en }) => en).join(', '),
  })
  const named = (list: readonly { id: string; name: Record<string, string> }[], id: string) =>
    nameOf(scene, list.find((one) => one.id === id)?.name, id)
  switch (answer.kind) {
    case 'option':
      return scale.type === 'single' ? named(scale.options, answer.option) : plain(answer.option)
    case 'options': {
      if (scale.type !== 'multiple' || answer.options.length === 0) return { sv: 'inget av dem', en: 'none of them' }
      return listed(answer.options.map((id) => named(scale.options, id)))
    }
    case 'rung': {
      const rung = scale.type === 'rungs' ? scale.rungs.find(({ level }) => level === answer.level) : undefined
      const name = nameOf(scene, rung?.name, '')
      return { sv: `${answer.level}, ${name.sv}`, en: `${answer.level}, ${name.en}` }
    }
    case 'number': {
      const unit = scale.type === 'number' ? ` ${answer.unit ?? scale.unit}` : ''
      return { sv: `${String(answer.value).replace('.', ',')}${unit}`, en: `${answer.value}${unit}` }
    }
    case 'split': {
      if (scale.type !== 'split') return plain('')
      return listed(
        Object.entries(answer.parts).map(([id, share]) => {
          const name = named(scale.parts, id)
          return { sv: `${name.sv} ${String(share).replace('.', ',')} %`, en: `${name.en} ${share} %` }
        }),
      )
    }
    case 'day':
      return plain(answer.day)
    case 'text':
      return { sv: 'en text', en: 'a text' }
    case 'matrix':
      return { sv: 'en tabell', en: 'a table' }
    default:
      return plain('')
  }
}

const plain = (text: string): Text => ({ sv: text, en: text })
