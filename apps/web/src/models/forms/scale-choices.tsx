import { EVIDENCE_CLASSES, EVIDENCE_NAMES } from '@stegvis/core/models/schema.ts'
import type { Option } from '@stegvis/core/models/tree/schema-scales.ts'
import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { Columns } from '../../ui/layout.tsx'
import { writeIn } from '../document/beginnings.ts'
import { freeId } from '../document/names.ts'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, NumberAt, TextAt, TickAt } from '../fields/simple-at.tsx'
import { TextsAt } from '../fields/texts-at.tsx'
import { useNames } from '../use-names.ts'

type Named = { id: string; name: Texts }
type Valued = Named & { value: number }
const idsOf = (items: readonly Named[]) => items.map(({ id }) => id)
const above = (items: readonly { value: number }[]) => Math.max(-1, ...items.map(({ value }) => value)) + 1

/** How a list of things that are worth something grows, and what its lines are called. */
function useValuedList() {
  const { scales: texts } = useTexts().models
  const { number } = useFormats()
  const { languages } = useEditor().model
  const names = useNames()
  return {
    addLabel: texts.addOption,
    keepEmpty: true,
    begin: (items: readonly Valued[]): Valued => {
      const number = items.length + 1
      const name = writeIn(languages)({ sv: `Alternativ ${number}`, en: `Option ${number}` })
      return { id: freeId(`option-${number}`, idsOf(items)), name, value: above(items) }
    },
    nameOf: ({ id, name, value }: Valued) => texts.valued({ name: names.text(name) || id, value: number(value, 6) }),
  }
}

/** What can be chosen, and what each is worth. */
export function OptionFields({ path }: { path: Path }) {
  const { scales: texts } = useTexts().models
  const { language } = useLanguage()
  return (
    <ListAt<Option> path={path} label={texts.options} hint={texts.optionsHint} {...useValuedList()}>
      {(here) => (
        <>
          <TextsAt path={[...here, 'name']} label={texts.name} />
          <NumberAt path={[...here, 'value']} label={texts.value} />
          <TextsAt path={[...here, 'help']} label={texts.help} rows={2} optional />
          <Columns of="fields" least="s">
            <ChoiceAt
              path={[...here, 'evidence']}
              label={texts.evidence}
              hint={texts.evidenceHint}
              none={texts.noEvidence}
              options={EVIDENCE_CLASSES.map((id) => ({ id, label: `${id}, ${EVIDENCE_NAMES[id][language]}` }))}
            />
            <TextAt path={[...here, 'id']} label={texts.id} short />
          </Columns>
          <TickAt path={[...here, 'reason']} on="required">
            {texts.reason}
          </TickAt>
          <CriteriaFields path={[...here, 'criteria']} />
        </>
      )}
    </ListAt>
  )
}

/** What must hold for an option to be chosen. */
function CriteriaFields({ path }: { path: Path }) {
  const { scales: texts } = useTexts().models
  const { languages } = useEditor().model
  const names = useNames()
  return (
    <ListAt<Texts>
      path={path}
      label={texts.criteria}
      hint={texts.criteriaHint}
      addLabel={texts.addCriterion}
      begin={(items) => {
        const number = items.length + 1
        return writeIn(languages)({ sv: `Krav ${number}`, en: `Requirement ${number}` })
      }}
      nameOf={names.text}
    >
      {(here) => <TextsAt path={here} label={texts.criterion} />}
    </ListAt>
  )
}

/** Things that are worth something, with little more to say of them: parts of a split, answers of a matrix. */
export function CellFields({ path, label, helped = false }: { path: Path; label: string; helped?: boolean }) {
  const { scales: texts } = useTexts().models
  return (
    <ListAt<Valued> path={path} label={label} {...useValuedList()}>
      {(here) => (
        <>
          <TextsAt path={[...here, 'name']} label={texts.name} />
          {helped && <TextsAt path={[...here, 'help']} label={texts.help} rows={2} optional />}
          <Columns of="fields" least="s">
            <NumberAt path={[...here, 'value']} label={texts.value} />
            <TextAt path={[...here, 'id']} label={texts.id} short />
          </Columns>
        </>
      )}
    </ListAt>
  )
}

/** The rows or the columns of a matrix. */
export function NamedFields({ path, what }: { path: Path; what: 'row' | 'column' }) {
  const { scales: texts } = useTexts().models
  const { languages } = useEditor().model
  const names = useNames()
  const words = { row: { sv: 'Rad', en: 'Row' }, column: { sv: 'Kolumn', en: 'Column' } }[what]
  return (
    <ListAt<Named>
      path={path}
      label={texts[what].list}
      addLabel={texts[what].add}
      keepEmpty
      begin={(items) => {
        const number = items.length + 1
        const name = writeIn(languages)({ sv: `${words.sv} ${number}`, en: `${words.en} ${number}` })
        return { id: freeId(`${what}-${number}`, idsOf(items)), name }
      }}
      nameOf={({ id, name }) => names.text(name) || id}
    >
      {(here) => (
        <>
          <TextsAt path={[...here, 'name']} label={texts.name} />
          <TextAt path={[...here, 'id']} label={texts.id} short />
        </>
      )}
    </ListAt>
  )
}

type Rung = { level: number; name: Texts; statement?: Texts }

/** The rungs of a ladder that is answered with one pick. */
export function RungFields({ path }: { path: Path }) {
  const { scales: texts } = useTexts().models
  const { languages } = useEditor().model
  const names = useNames()
  const write = writeIn(languages)
  return (
    <ListAt<Rung>
      path={path}
      label={texts.rungs}
      addLabel={texts.addRung}
      keepEmpty
      begin={(rungs) => {
        const level = Math.min(20, Math.max(-1, ...rungs.map((rung) => rung.level)) + 1)
        return { level, name: write({ sv: `Steg ${level}`, en: `Step ${level}` }) }
      }}
      nameOf={({ level, name }) => `${level}. ${names.text(name)}`}
    >
      {(here) => (
        <>
          <TextsAt path={[...here, 'name']} label={texts.name} />
          <TextsAt path={[...here, 'statement']} label={texts.statement} rows={2} optional />
          <NumberAt path={[...here, 'level']} label={texts.level} min={0} max={20} decimals={0} />
        </>
      )}
    </ListAt>
  )
}

/** The steps between “not at all” and “fully”. */
export function StepFields({ path }: { path: Path }) {
  const { scales: texts } = useTexts().models
  const { number } = useFormats()
  const { languages } = useEditor().model
  const names = useNames()
  const write = writeIn(languages)
  return (
    <ListAt<{ value: number; name: Texts }>
      path={path}
      label={texts.steps}
      addLabel={texts.addStep}
      keepEmpty
      begin={(steps) => ({ value: above(steps), name: write({ sv: 'Nytt steg', en: 'New step' }) })}
      nameOf={({ name, value }) => texts.valued({ name: names.text(name), value: number(value, 6) })}
    >
      {(here) => (
        <>
          <TextsAt path={[...here, 'name']} label={texts.name} />
          <NumberAt path={[...here, 'value']} label={texts.value} />
        </>
      )}
    </ListAt>
  )
}
