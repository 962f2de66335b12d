import type { Modifier } from '@stegvis/core/models/tree/schema-roll-up.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { MODIFIER_DOS, modifierAs } from '../document/beginnings.ts'
import type { Path } from '../document/path.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, NumberAt } from '../fields/simple-at.tsx'
import { useBound } from '../fields/use-bound.ts'

/** What is done to the result after it was worked out, in the order it stands here. */
export function AdjustFields({ node }: { node: Path }) {
  const { adjust: texts } = useTexts().models.forms
  return (
    <ListAt<Modifier>
      path={[...node, 'adjust']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={() => modifierAs('round')}
      nameOf={(modifier) => texts.dos[modifier.do]}
    >
      {(path, modifier) => (
        <>
          <DoField path={path} modifier={modifier} />
          <ModifierFields path={path} modifier={modifier} />
        </>
      )}
    </ListAt>
  )
}

function DoField({ path, modifier }: { path: Path; modifier: Modifier }) {
  const { adjust: texts } = useTexts().models.forms
  const { set, isReadOnly } = useBound(path)
  return (
    <Select
      label={texts.what}
      isDisabled={isReadOnly}
      options={MODIFIER_DOS.map((id) => ({ id, label: texts.dos[id] }))}
      value={modifier.do}
      onChange={(next) => next && set(modifierAs(next))}
    />
  )
}

const ROUNDINGS = ['half-up', 'half-even', 'truncate'] as const

function ModifierFields({ path, modifier }: { path: Path; modifier: Modifier }) {
  const { adjust: texts } = useTexts().models.forms
  switch (modifier.do) {
    case 'map':
      return (
        <Columns of="fields" least="s">
          <NumberAt path={[...path, 'from', 0]} label={texts.fromLeast} />
          <NumberAt path={[...path, 'from', 1]} label={texts.fromMost} />
          <NumberAt path={[...path, 'to', 0]} label={texts.toLeast} />
          <NumberAt path={[...path, 'to', 1]} label={texts.toMost} />
        </Columns>
      )
    case 'clamp':
      return (
        <Columns of="fields" least="s">
          <NumberAt path={[...path, 'least']} label={texts.least} />
          <NumberAt path={[...path, 'most']} label={texts.most} />
        </Columns>
      )
    case 'factor':
      return (
        <>
          <NumberAt path={[...path, 'by']} label={texts.by} />
          <ExpressionAt path={[...path, 'when']} label={texts.when} optional />
        </>
      )
    case 'cap':
    case 'floor':
      return (
        <>
          <ExpressionAt path={[...path, 'at']} label={texts[modifier.do]} hint={texts.atHint} />
          <ExpressionAt path={[...path, 'when']} label={texts.when} optional />
        </>
      )
    case 'round':
      return (
        <Columns of="fields" least="s">
          <NumberAt path={[...path, 'decimals']} label={texts.decimals} min={0} max={6} decimals={0} steps />
          <ChoiceAt
            path={[...path, 'mode']}
            label={texts.mode}
            options={ROUNDINGS.map((id) => ({ id, label: texts.modes[id] }))}
          />
        </Columns>
      )
  }
}
