import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import type { OutlineRow } from '../document/outline.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { FaultsAt } from '../fields/faults-at.tsx'
import { ChoiceAt, TickAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'
import { AdjustFields } from './adjust-fields.tsx'
import { BandFields, StarFields } from './band-fields.tsx'
import { CrosswalkFields } from './crosswalk-fields.tsx'
import { IdField } from './id-field.tsx'
import { PlaceFields } from './place-fields.tsx'
import { PolicyFields } from './policy-fields.tsx'
import { RollUpFields } from './roll-up-fields.tsx'

const KINDS = ['area', 'dimension', 'practice', 'stream', 'rung'] as const

/** Everything one says of a part of the tree. What is rarely needed is folded. */
export function NodeForm({ row, node }: { row: OutlineRow; node: TreeNode }) {
  const { node: texts } = useTexts().models.forms
  const { path } = row
  return (
    <Stack gap="l">
      <FaultsAt path={path} />
      <FaultsAt path={[...path, 'children']} />
      <Stack>
        <TextsAt path={[...path, 'name']} label={texts.name} optional="unsaid" />
        <TextsAt path={[...path, 'about']} label={texts.about} rows={2} optional />
        <ChoiceAt
          path={[...path, 'kind']}
          label={texts.kind}
          hint={texts.kindHint}
          none={texts.noKind}
          options={KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
        />
      </Stack>
      <Section level={3} title={texts.result}>
        <RollUpFields node={path} />
      </Section>
      <PlaceFields row={row} />
      <div>
        <Disclosure summary={texts.bands} open={node.bands !== undefined || node.stars !== undefined}>
          <Stack gap="l">
            <BandFields node={path} />
            <StarFields node={path} />
          </Stack>
        </Disclosure>
        <Disclosure summary={texts.adjust} open={node.adjust !== undefined}>
          <AdjustFields node={path} />
        </Disclosure>
        <Disclosure summary={texts.applies} open={node['applies-when'] !== undefined}>
          <AppliesFields row={row} />
        </Disclosure>
        <Disclosure summary={texts.policies} open={node.policies !== undefined}>
          <PolicyFields path={[...path, 'policies']} inherits />
        </Disclosure>
        <Disclosure summary={texts.more}>
          <MoreFields row={row} node={node} />
        </Disclosure>
      </div>
    </Stack>
  )
}

function AppliesFields({ row: { path } }: { row: OutlineRow }) {
  const { node: texts } = useTexts().models.forms
  return (
    <Stack>
      <ExpressionAt path={[...path, 'applies-when']} label={texts.appliesWhen} hint={texts.appliesHint} optional />
      <TickAt path={[...path, 'applies-when-undetermined']} on={false}>
        {texts.appliesUndetermined}
      </TickAt>
      <TextsAt path={[...path, 'because']} label={texts.because} hint={texts.becauseHint} rows={2} optional />
    </Stack>
  )
}

function MoreFields({ row: { path }, node }: { row: OutlineRow; node: TreeNode }) {
  const { node: texts } = useTexts().models.forms
  const names = useNames()
  return (
    <Stack>
      <ChoiceAt
        path={[...path, 'answered-by']}
        label={texts.answeredBy}
        hint={texts.answeredByHint}
        none={texts.answeredByNone}
        options={names.questions()}
      />
      <IdField kind="node" id={node.id} path={[...path, 'id']} />
      <CrosswalkFields path={[...path, 'crosswalk']} />
    </Stack>
  )
}
