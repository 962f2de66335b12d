import type { TreeSource } from '@stegvis/core/models/tree/schema.ts'
import type { z } from 'zod'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { freeId } from '../document/names.ts'
import { ListAt } from '../fields/list-at.tsx'
import { TextAt, TickAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'

/** What the model rests on, with what may be done with its wording. */
export function SourcesSheet() {
  const { sources: texts } = useTexts().models.forms
  return (
    <ListAt<z.infer<typeof TreeSource>>
      path={['sources']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={(sources) => {
        const id = freeId(
          `source-${sources.length + 1}`,
          sources.map((source) => source.id),
        )
        return { id, title: '', use: {}, licence: '', adaptable: false }
      }}
      nameOf={({ id, title }) => title || id}
    >
      {(path) => (
        <>
          <TextAt path={[...path, 'title']} label={texts.name} />
          <TextAt path={[...path, 'address']} label={texts.address} optional />
          <TextsAt path={[...path, 'use']} label={texts.use} hint={texts.useHint} rows={2} />
          <Columns of="fields" least="s">
            <TextAt path={[...path, 'licence']} label={texts.licence} short />
            <TextAt path={[...path, 'id']} label={texts.id} short />
          </Columns>
          <TickAt path={[...path, 'adaptable']} on={true} off={false} description={texts.adaptableHint}>
            {texts.adaptable}
          </TickAt>
        </>
      )}
    </ListAt>
  )
}
