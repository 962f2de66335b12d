import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { SCALE_TYPES, scaleAs } from '../document/beginnings.ts'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from '../fields/faults-at.tsx'
import { ChoiceAt, NumberAt } from '../fields/simple-at.tsx'
import { useBound } from '../fields/use-bound.ts'
import { IdField } from './id-field.tsx'
import { NumberScaleFields } from './number-scale-fields.tsx'
import { OpenFields } from './open-fields.tsx'
import { CellFields, NamedFields, OptionFields, RungFields, StepFields } from './scale-choices.tsx'

/** A way to answer that questions share. */
export function ScaleForm({ id, scale }: { id: string; scale: Scale }) {
  const { model, edit, open, isReadOnly } = useEditor()
  const { scales: texts } = useTexts().models
  const path = ['scales', id]
  const { set } = useBound(path)
  const users = model.questions.filter((question) => question.scale === id).length
  return (
    <Stack gap="l">
      <FaultsAt path={path} />
      <Soft>{texts.usedBy({ count: users })}</Soft>
      <Select
        label={texts.type}
        isDisabled={isReadOnly}
        options={SCALE_TYPES.map((type) => ({
          ...{ id: type, label: texts.types[type].name, description: texts.types[type].about },
        }))}
        value={scale.type}
        onChange={(type) => type && type !== scale.type && set(scaleAs(type, model.languages, scale))}
      />
      <OwnFields path={path} scale={scale} />
      <OpenFields path={path} />
      <IdField key={id} kind="scale" id={id} path={[...path, 'id']} />
      {!isReadOnly && (
        <Row>
          <Button
            kind="quiet"
            icon="trash"
            isDisabled={users > 0}
            onPress={() => {
              edit(({ scales: { [id]: _, ...scales }, ...rest }) => ({ ...rest, scales }))
              open('scales')
            }}
          >
            {texts.remove}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

function OwnFields({ path, scale }: { path: Path; scale: Scale }) {
  const { scales: texts } = useTexts().models
  switch (scale.type) {
    case 'single':
      return <OptionFields path={[...path, 'options']} />
    case 'multiple':
      return (
        <>
          <OptionFields path={[...path, 'options']} />
          <WorthField path={path} worths={['sum', 'highest', 'count', 'share']} />
          <NumberAt path={[...path, 'cap']} label={texts.cap} hint={texts.capHint} optional />
        </>
      )
    case 'rungs':
      return <RungFields path={[...path, 'rungs']} />
    case 'likert':
      return <StepFields path={[...path, 'steps']} />
    case 'number':
      return <NumberScaleFields path={path} scale={scale} />
    case 'split':
      return <CellFields path={[...path, 'parts']} label={texts.parts} />
    case 'matrix':
      return (
        <>
          <NamedFields path={[...path, 'rows']} what="row" />
          <NamedFields path={[...path, 'columns']} what="column" />
          <CellFields path={[...path, 'cells']} label={texts.cells} helped />
          <WorthField path={path} worths={['mean', 'sum', 'lowest', 'highest']} />
        </>
      )
    default:
      return null
  }
}

type Worth = 'sum' | 'highest' | 'count' | 'share' | 'mean' | 'lowest'

function WorthField({ path, worths }: { path: Path; worths: readonly Worth[] }) {
  const { scales: texts } = useTexts().models
  return (
    <ChoiceAt
      path={[...path, 'worth']}
      label={texts.worth}
      options={worths.map((id) => ({ id, label: texts.worths[id] }))}
    />
  )
}
