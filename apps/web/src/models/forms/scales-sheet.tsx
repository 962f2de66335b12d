import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { Menu } from '../../ui/menu.tsx'
import { SCALE_TYPES, type ScaleType, scaleAs } from '../document/beginnings.ts'
import { freeId } from '../document/names.ts'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from '../fields/faults-at.tsx'
import { useScaleNames } from '../use-scale-names.ts'
import styles from './forms.module.css'

/** The scales of the model, each leading to its own form. */
export function ScalesSheet() {
  const { model, open, isReadOnly } = useEditor()
  const { scales: texts } = useTexts().models
  const names = useScaleNames()
  return (
    <Stack>
      <Soft>{texts.intro}</Soft>
      <FaultsAt path={['scales']} />
      <ul className={styles.links}>
        {Object.keys(model.scales).map((id) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => open(`scale.${id}`)}>
              {names(id)}
            </button>
          </li>
        ))}
      </ul>
      {!isReadOnly && <AddScale />}
    </Stack>
  )
}

function AddScale() {
  const { model, edit, open } = useEditor()
  const { scales: texts } = useTexts().models
  const add = (type: ScaleType) => {
    const id = freeId(type, Object.keys(model.scales))
    edit((before) => ({ ...before, scales: { ...before.scales, [id]: scaleAs(type, before.languages) } }))
    open(`scale.${id}`)
  }
  return (
    <Row>
      <Menu
        label={texts.add}
        entries={SCALE_TYPES.map((type) => ({
          ...{ id: type, label: texts.types[type].name, description: texts.types[type].about },
          onAction: () => add(type),
        }))}
      >
        <Button icon="add">{texts.add}</Button>
      </Menu>
    </Row>
  )
}
