import { pointerTo } from '@stegvis/core/kernel/pointer.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import type { QuestionChange } from '@stegvis/core/models/tree/schema-versions.ts'
import { valuesOf } from '@stegvis/core/models/tree/versions/carry.ts'
import { mentionedBy } from '@stegvis/core/models/tree/versions/migration-check.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Columns } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { type ChangeKind, changeAs } from '../document/migration.ts'
import { type Path, valueAt, withValue } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { IdsAt } from '../fields/ids-at.tsx'
import { ChoiceAt } from '../fields/simple-at.tsx'
import { useNames } from '../use-names.ts'
import styles from './forms.module.css'

const KINDS: readonly ChangeKind[] = ['same', 'reworded', 'moved', 'rescaled', 'split', 'merged', 'new', 'gone']
const RULES = ['lowest', 'highest', 'equal'] as const

type MigrationRowProps = {
  path: Path
  change: QuestionChange
  older: TreeModel
  faults: readonly string[]
  /** a question of the older version in words */
  textOf: (id: string) => string
}

/** What became of one question, or what one question came from. */
export function MigrationRow({ path, change, older, faults, textOf }: MigrationRowProps) {
  const { edit, isReadOnly } = useEditor()
  const { versions: texts } = useTexts().models
  const names = useNames()
  const { from, to } = mentionedBy(change)
  const set = (next: QuestionChange) => edit((model) => withValue(model, path, next))
  const remove = () =>
    edit((model) => {
      const list = path.slice(0, -1)
      const changes = valueAt(model, list) as QuestionChange[]
      return withValue(model, list, changes.toSpliced(Number(path.at(-1)), 1))
    })
  const title = from.length > 0 ? from.map(textOf).join(' + ') : to.map(names.question).join(', ')
  return (
    <li className={styles.change} data-pointer={pointerTo(path)}>
      <div className={styles.changeHead}>
        <span className={styles.changeTitle}>{title}</span>
        <Select
          label={texts.what}
          short
          isDisabled={isReadOnly}
          options={KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
          value={change.change}
          onChange={(kind) => kind && set(changeAs(kind, change))}
        />
        {!isReadOnly && <IconButton small icon="trash" label={texts.removeChange({ title })} onPress={remove} />}
      </div>
      <SideFields path={path} change={change} older={older} textOf={textOf} isWrong={faults.length > 0} />
      {'options' in change && <ValueMap path={path} change={change} older={older} />}
      {faults.map((fault) => (
        <p key={fault} className={styles.fault}>
          {fault}
        </p>
      ))}
    </li>
  )
}

type SideFieldsProps = Omit<MigrationRowProps, 'faults'> & { isWrong: boolean }

/** Which old and which new questions the change is about, as far as its kind leaves a choice. */
function SideFields({ path, change, older, textOf, isWrong }: SideFieldsProps) {
  const { versions: texts, forms } = useTexts().models
  const names = useNames()
  const old = older.questions.map(({ id }) => ({ id, label: textOf(id) }))
  const now = names.questions()
  const add = forms.actions.addCloses
  switch (change.change) {
    case 'moved':
    case 'rescaled':
      return (
        <Columns of="fields" least="s">
          <ChoiceAt path={[...path, 'from']} label={texts.old} options={old} />
          <ChoiceAt path={[...path, 'to']} label={texts.now} options={now} />
        </Columns>
      )
    case 'split':
      return (
        <>
          <ChoiceAt path={[...path, 'from']} label={texts.old} options={old} />
          <IdsAt
            path={[...path, 'to']}
            label={texts.becomes}
            itemLabel={texts.now}
            addLabel={add}
            options={now}
            keepEmpty
          />
        </>
      )
    case 'merged':
      return (
        <>
          <IdsAt
            path={[...path, 'from']}
            label={texts.merges}
            itemLabel={texts.old}
            addLabel={add}
            options={old}
            keepEmpty
          />
          <ChoiceAt path={[...path, 'to']} label={texts.now} options={now} />
          <ChoiceAt
            path={[...path, 'rule']}
            label={texts.rule}
            options={RULES.map((id) => ({ id, label: texts.rules[id] }))}
          />
        </>
      )
    default:
      // The line says which question it is; only a wrong one is chosen anew.
      return isWrong ? (
        <ChoiceAt path={[...path, 'question']} label={texts.question} options={change.change === 'new' ? now : old} />
      ) : null
  }
}

type ValueMapProps = { path: Path; change: QuestionChange; older: TreeModel }

/** What each old answer is worth now. */
function ValueMap({ path, change, older }: ValueMapProps) {
  const { model } = useEditor()
  const { versions: texts } = useTexts().models
  const { from, to } = mentionedBy(change)
  const before = scaleOf(older, from[0])
  const after = scaleOf(model, to[0])
  if (!before || !after || valuesOf(before).length === 0) return null
  const options = valuesOf(after).map((id) => ({ id, label: id }))
  return (
    <fieldset className={styles.values}>
      <legend>{texts.values}</legend>
      <Columns of="fields" least="s">
        {valuesOf(before).map((value) => (
          <ChoiceAt
            key={value}
            path={[...path, 'options', value]}
            label={texts.value({ value })}
            none={texts.noValue}
            options={options}
          />
        ))}
      </Columns>
    </fieldset>
  )
}

function scaleOf(model: TreeModel, question: string | undefined): Scale | undefined {
  const id = model.questions.find((one) => one.id === question)?.scale
  return id === undefined ? undefined : model.scales[id]
}
