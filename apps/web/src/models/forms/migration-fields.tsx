import { describeError } from '@stegvis/core/models/errors.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Migration, QuestionChange } from '@stegvis/core/models/tree/schema-versions.ts'
import { textIn } from '@stegvis/core/models/tree/texts.ts'
import { checkMigration } from '@stegvis/core/models/tree/versions/migration-check.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { unmentioned } from '../document/migration.ts'
import { isWithin } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { NumberAt } from '../fields/simple-at.tsx'
import styles from './forms.module.css'
import { MigrationRow } from './migration-row.tsx'

type MigrationFieldsProps = { at: number; migration: Migration; older: TreeModel }

/** The questions of the older version against those of this one, and what the way leaves open. */
export function MigrationFields({ at, migration, older }: MigrationFieldsProps) {
  const { model } = useEditor()
  const { language } = useLanguage()
  const { versions: texts } = useTexts().models
  const findings = checkMigration(older, model)
  const say = (path: readonly (string | number)[]) =>
    findings
      .filter((finding) => isWithin(finding.path, path))
      .map(({ code, details }) => describeError(code, details)[language])
  const list = ['migrates', at, 'questions']
  return (
    <Stack>
      <NumberAt
        path={['migrates', at, 'comparable']}
        label={texts.comparable}
        hint={texts.comparableHint}
        min={0}
        max={1}
        decimals={2}
      />
      <Unmapped {...{ at, migration, older }} />
      <ol className={styles.changes}>
        {migration.questions.map((change, place) => (
          <MigrationRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a change is its place; its ids are what is chosen in it.
            key={place}
            path={[...list, place]}
            change={change}
            older={older}
            faults={say([...list, place])}
            textOf={(id) => oldText(older, id, language)}
          />
        ))}
      </ol>
    </Stack>
  )
}

const oldText = (older: TreeModel, id: string, language: string): string => {
  const text = older.questions.find((question) => question.id === id)?.text
  return text ? textIn(older, text, language).text || id : id
}

/** What neither version's list of changes mentions yet. */
function Unmapped({ at, migration, older }: MigrationFieldsProps) {
  const { model, edit, isReadOnly } = useEditor()
  const { versions: texts } = useTexts().models
  const { old, now } = unmentioned(migration, older, model)
  if (old.length === 0 && now.length === 0) return null
  const add = (change: QuestionChange) =>
    edit((before) => ({
      ...before,
      migrates: (before.migrates ?? []).map((one, place) =>
        place === at ? { ...one, questions: [...one.questions, change] } : one,
      ),
    }))
  return (
    <Callout tone="warning" title={texts.unmapped}>
      <Stack gap="s">
        {old.map((id) => (
          <Row key={`old ${id}`} gap="s">
            <span>{texts.oldQuestion({ id })}</span>
            {!isReadOnly && (
              <Button small onPress={() => add({ change: 'gone', question: id })}>
                {texts.decide}
              </Button>
            )}
          </Row>
        ))}
        {now.map((id) => (
          <Row key={`new ${id}`} gap="s">
            <span>{texts.newQuestion({ id })}</span>
            {!isReadOnly && (
              <Button small onPress={() => add({ change: 'new', question: id })}>
                {texts.decide}
              </Button>
            )}
          </Row>
        ))}
      </Stack>
    </Callout>
  )
}
