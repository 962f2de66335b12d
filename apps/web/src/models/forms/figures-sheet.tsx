import type { TreeKeyFigure } from '@stegvis/core/models/tree/schema-actions.ts'
import type { z } from 'zod'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { freeId } from '../document/names.ts'
import { useEditor } from '../editor/editor-context.ts'
import { IdsAt } from '../fields/ids-at.tsx'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, NumberAt, TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'

/** Figures that show the effect of climbing. They never set a level. */
export function FiguresSheet() {
  const { model } = useEditor()
  const { figures: texts } = useTexts().models.forms
  const names = useNames()
  return (
    <ListAt<z.infer<typeof TreeKeyFigure>>
      path={['key-figures']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={(figures) => {
        const id = freeId(
          `figure-${figures.length + 1}`,
          figures.map((figure) => figure.id),
        )
        return { id, name: {}, unit: {}, decimals: 0, better: 'down', formula: {}, nodes: [model.tree.id] }
      }}
      nameOf={({ id, name }) => names.text(name) || id}
    >
      {(path) => (
        <>
          <TextsAt path={[...path, 'name']} label={texts.name} />
          <TextsAt path={[...path, 'unit']} label={texts.unit} />
          <TextsAt path={[...path, 'formula']} label={texts.formula} rows={2} />
          <Columns of="fields" least="s">
            <ChoiceAt
              path={[...path, 'better']}
              label={texts.better}
              options={(['up', 'down'] as const).map((id) => ({ id, label: texts.ways[id] }))}
            />
            <NumberAt path={[...path, 'decimals']} label={texts.decimals} min={0} max={6} decimals={0} steps />
            <TextAt path={[...path, 'id']} label={texts.id} short />
          </Columns>
          <IdsAt
            path={[...path, 'nodes']}
            label={texts.nodes}
            addLabel={texts.addNode}
            itemLabel={texts.node}
            options={names.nodes()}
            keepEmpty
          />
        </>
      )}
    </ListAt>
  )
}
