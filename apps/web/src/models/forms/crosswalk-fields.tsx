import { TreeCrosswalk } from '@stegvis/core/models/tree/schema-words.ts'
import type { z } from 'zod'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import type { Path } from '../document/path.ts'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, TextAt } from '../fields/simple-at.tsx'

/** Where the part meets other frameworks. It never counts. */
export function CrosswalkFields({ path }: { path: Path }) {
  const { crosswalk: texts } = useTexts().models.forms
  return (
    <ListAt<z.infer<typeof TreeCrosswalk>>
      path={path}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={() => ({ to: 'vsme', id: '', relation: 'supports' })}
      nameOf={({ to, id }) => `${to} ${id}`}
    >
      {(here) => (
        <Columns of="fields" least="s">
          <TextAt path={[...here, 'to']} label={texts.to} hint={texts.toHint} short />
          <TextAt path={[...here, 'id']} label={texts.id} hint={texts.idHint} short />
          <ChoiceAt
            path={[...here, 'relation']}
            label={texts.relation}
            options={TreeCrosswalk.shape.relation.options.map((id) => ({ id, label: texts.relations[id] }))}
          />
        </Columns>
      )}
    </ListAt>
  )
}
