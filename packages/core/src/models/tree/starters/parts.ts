import type { TreeModel, TreeQuestion } from '../schema.ts'
import type { Leaf, TreeNode } from '../schema-nodes.ts'
import type { Policies } from '../schema-roll-up.ts'
import type { Option, Scale } from '../schema-scales.ts'
import type { Texts } from '../schema-words.ts'

/** What a structure fills in; the head of the model is the same for all. */
export type Starter = Pick<TreeModel, 'purpose' | 'scales' | 'questions' | 'policies' | 'tree'> &
  Partial<Pick<TreeModel, 'facts' | 'profile'>>

/** A text in the languages of the model: Swedish where it is one of them, English in every other. */
export type Write = (sv: string, en: string) => Texts

export const OPEN = { unknown: 'allowed', 'not-applicable': 'with-reason' } as const

export const POLICIES: Policies = { missing: 'open', unknown: 'lowest', 'not-applicable': 'exclude' }

export function yesPartlyNo(write: Write): Scale {
  const options: Option[] = [
    { id: 'no', name: write('Nej', 'No'), value: 0 },
    { id: 'partly', name: write('Delvis', 'Partly'), value: 0.5 },
    { id: 'yes', name: write('Ja', 'Yes'), value: 1 },
  ]
  return { type: 'single', options, ...OPEN }
}

export function question(id: string, scale: string, text: Texts): TreeQuestion {
  return { id, scale, text, importance: 'required' }
}

export function node(
  id: string,
  name: Texts,
  result: TreeNode['result'],
  children: (TreeNode | Leaf)[],
  more: Partial<TreeNode> = {},
): TreeNode {
  return { id, name, result, ...more, children }
}
