import type { TreeAction } from '@stegvis/core/models/tree/schema-actions.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { freeId } from '../document/names.ts'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { IdsAt } from '../fields/ids-at.tsx'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, NumberAt, TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'

/** What a company can do to close a gap, for its plan. */
export function ActionsSheet() {
  const { model } = useEditor()
  const { actions: texts } = useTexts().models.forms
  const names = useNames()
  return (
    <ListAt<TreeAction>
      path={['actions']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={(actions) => {
        const id = freeId(
          `action-${actions.length + 1}`,
          actions.map((action) => action.id),
        )
        return { id, node: model.tree.id, name: {}, how: {}, effort: 3, effect: 3, cost: 3 }
      }}
      nameOf={({ id, name }) => names.text(name) || id}
    >
      {(path, action) => <ActionFields path={path} action={action} />}
    </ListAt>
  )
}

function ActionFields({ path, action }: { path: Path; action: TreeAction }) {
  const { model } = useEditor()
  const { actions: texts } = useTexts().models.forms
  const names = useNames()
  const others = (model.actions ?? []).filter(({ id }) => id !== action.id)
  return (
    <>
      <TextsAt path={[...path, 'name']} label={texts.name} />
      <TextsAt path={[...path, 'how']} label={texts.how} rows={2} />
      <Columns of="fields" least="s">
        <ChoiceAt path={[...path, 'node']} label={texts.node} options={names.nodes()} />
        <NumberAt path={[...path, 'to']} label={texts.to} optional min={1} max={20} decimals={0} />
        {(['effect', 'effort', 'cost'] as const).map((key) => (
          <NumberAt key={key} path={[...path, key]} label={texts[key]} min={1} max={5} decimals={0} steps />
        ))}
        <TextAt path={[...path, 'id']} label={texts.id} short />
      </Columns>
      <ExpressionAt path={[...path, 'applies-when']} label={texts.appliesWhen} optional />
      <IdsAt
        path={[...path, 'closes']}
        label={texts.closes}
        addLabel={texts.addCloses}
        itemLabel={texts.question}
        options={names.questions()}
      />
      <IdsAt
        path={[...path, 'moves']}
        label={texts.moves}
        addLabel={texts.addMoves}
        itemLabel={texts.figure}
        options={(model['key-figures'] ?? []).map(({ id, name }) => ({ id, label: names.text(name) || id }))}
      />
      <IdsAt
        path={[...path, 'requires']}
        label={texts.requires}
        addLabel={texts.addRequires}
        itemLabel={texts.action}
        options={others.map(({ id, name }) => ({ id, label: names.text(name) || id }))}
      />
    </>
  )
}
