import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { freeId } from '../document/names.ts'
import { useEditor } from '../editor/editor-context.ts'
import { ListAt } from '../fields/list-at.tsx'
import { NumberAt, TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'

/** How far to come, node by node; what is left empty has no target. */
export function TargetsSheet() {
  const { model } = useEditor()
  const { targets: texts } = useTexts().models.forms
  const names = useNames()
  const nodes = names.nodes().filter(({ id }) => id !== model.tree.id)
  return (
    <ListAt<NonNullable<TreeModel['targets']>[number]>
      path={['targets']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={(targets) => {
        const id = freeId(
          `target-${targets.length + 1}`,
          targets.map((target) => target.id),
        )
        return { id, name: {}, nodes: {} }
      }}
      nameOf={({ id, name }) => names.text(name) || id}
    >
      {(path) => (
        <>
          <TextsAt path={[...path, 'name']} label={texts.name} />
          <TextAt path={[...path, 'id']} label={texts.id} short />
          <Columns of="fields" least="s">
            {nodes.map(({ id, label }) => (
              <NumberAt key={id} path={[...path, 'nodes', id]} label={label} optional />
            ))}
          </Columns>
        </>
      )}
    </ListAt>
  )
}
