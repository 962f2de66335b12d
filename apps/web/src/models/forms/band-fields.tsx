import type { Band, Star } from '@stegvis/core/models/tree/schema-roll-up.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { writeIn } from '../document/beginnings.ts'
import { freeId } from '../document/names.ts'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { ListAt } from '../fields/list-at.tsx'
import { NumberAt, TextAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'

/** Names for stretches of the result, by their upper edges, so that no value falls between two. */
export function BandFields({ node }: { node: Path }) {
  const { bands: texts } = useTexts().models.forms
  const { languages } = useEditor().model
  const names = useNames()
  const formats = useFormats()
  const write = writeIn(languages)
  const begin = (bands: readonly Band[]): Band => {
    const number = bands.length + 1
    const id = freeId(
      `band-${number}`,
      bands.map(({ id }) => id),
    )
    return { id, name: write({ sv: `Band ${number}`, en: `Band ${number}` }), level: number }
  }
  return (
    <ListAt<Band>
      path={[...node, 'bands']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={begin}
      nameOf={({ id, name, below, 'up-to': upTo }) => {
        const edge = below ?? upTo
        return texts.name({ name: names.text(name) || id, edge: edge === undefined ? '' : formats.number(edge, 6) })
      }}
    >
      {(path, band) => (
        <>
          <TextsAt path={[...path, 'name']} label={texts.bandName} />
          <Columns of="fields" least="s">
            {band['up-to'] === undefined && <NumberAt path={[...path, 'below']} label={texts.below} optional />}
            {band.below === undefined && <NumberAt path={[...path, 'up-to']} label={texts.upTo} optional />}
            <NumberAt path={[...path, 'level']} label={texts.level} optional min={0} max={20} decimals={0} />
            <TextAt path={[...path, 'id']} label={texts.id} short />
          </Columns>
        </>
      )}
    </ListAt>
  )
}

/** Levels by conditions of their own; each holds together with all below. */
export function StarFields({ node }: { node: Path }) {
  const { stars: texts } = useTexts().models.forms
  const { languages } = useEditor().model
  const names = useNames()
  const write = writeIn(languages)
  return (
    <ListAt<Star>
      path={[...node, 'stars']}
      label={texts.title}
      hint={texts.hint}
      addLabel={texts.add}
      begin={(stars) => {
        const level = Math.max(0, ...stars.map((star) => star.level)) + 1
        return { level, name: write({ sv: `Nivå ${level}`, en: `Level ${level}` }), when: '' }
      }}
      nameOf={({ level, name }) => `${level}. ${names.text(name)}`}
    >
      {(path) => (
        <>
          <TextsAt path={[...path, 'name']} label={texts.name} />
          <NumberAt path={[...path, 'level']} label={texts.level} min={1} max={20} decimals={0} />
          <ExpressionAt path={[...path, 'when']} label={texts.when} />
        </>
      )}
    </ListAt>
  )
}
