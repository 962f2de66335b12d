import type { Fact } from '@stegvis/core/models/tree/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { freeId } from '../document/names.ts'
import type { Path } from '../document/path.ts'
import { ListAt } from '../fields/list-at.tsx'
import { LinesAt, TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useBound } from '../fields/use-bound.ts'
import { useNames } from '../use-names.ts'
import { IdField } from './id-field.tsx'

const TYPES = ['number', 'code', 'truth', 'day'] as const

/** What conditions and weights may ask of the company, beside its answers. */
export function FactsSheet() {
  const { facts: texts } = useTexts().models.forms
  const names = useNames()
  return (
    <ListAt<Fact>
      path={['facts']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={(facts) => ({
        id: freeId(
          'fact-1',
          facts.map(({ id }) => id),
        ),
        type: 'number',
        name: {},
      })}
      nameOf={({ id, name }) => names.text(name) || id}
    >
      {(path, fact) => (
        <>
          <TextsAt path={[...path, 'name']} label={texts.name} />
          <Columns of="fields" least="s">
            <TypeField path={path} fact={fact} />
            {fact.type === 'number' && <TextAt path={[...path, 'unit']} label={texts.unit} optional short />}
            <IdField key={fact.id} kind="fact" id={fact.id} path={[...path, 'id']} />
          </Columns>
          {fact.type === 'code' && (
            <LinesAt path={[...path, 'codes']} label={texts.codes} hint={texts.codesHint} optional />
          )}
        </>
      )}
    </ListAt>
  )
}

function TypeField({ path, fact }: { path: Path; fact: Fact }) {
  const { facts: texts } = useTexts().models.forms
  const { set, isReadOnly } = useBound(path)
  return (
    <Select
      label={texts.type}
      isDisabled={isReadOnly}
      options={TYPES.map((id) => ({ id, label: texts.types[id] }))}
      value={fact.type}
      onChange={(type) => type && set({ id: fact.id, name: fact.name, type })}
    />
  )
}
