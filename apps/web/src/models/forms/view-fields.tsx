import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { writeIn } from '../document/beginnings.ts'
import { freeId, nodeIds } from '../document/names.ts'
import { useEditor } from '../editor/editor-context.ts'
import { ListAt } from '../fields/list-at.tsx'
import { TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'

type View = NonNullable<TreeModel['views']>[number]

/** Other trees over the same questions; each is written in the outline like the first. */
export function ViewFields() {
  const { model } = useEditor()
  const { views: texts } = useTexts().models.forms
  const names = useNames()
  const begin = (views: readonly View[]): View => {
    const number = views.length + 1
    const name = writeIn(model.languages)({ sv: `Vy ${number}`, en: `View ${number}` })
    const id = freeId(`view-${number}`, [...nodeIds(model), ...views.map((view) => view.id)])
    return { id, name, tree: { id: `${id}-whole`, name, result: { op: 'none' }, children: [] } }
  }
  return (
    <ListAt<View>
      path={['views']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={begin}
      nameOf={({ id, name }) => names.text(name) || id}
    >
      {(path) => (
        <>
          <TextsAt path={[...path, 'name']} label={texts.name} />
          <TextAt path={[...path, 'id']} label={texts.id} short />
        </>
      )}
    </ListAt>
  )
}
