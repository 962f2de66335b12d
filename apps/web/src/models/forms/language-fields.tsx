import { LanguageTag } from '@stegvis/core/models/tree/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Row, Section } from '../../ui/layout.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from '../fields/faults-at.tsx'
import { useLanguageName } from '../language-name.ts'
import styles from './forms.module.css'

/** The languages the model is written in; the first is the one every text has. */
export function LanguageFields() {
  const { model, edit, isReadOnly } = useEditor()
  const { languages: texts } = useTexts().models.forms
  const nameOf = useLanguageName()
  const { languages } = model
  const set = (next: string[]) => edit((before) => ({ ...before, languages: next }))
  return (
    <Section level={3} title={texts.title} intro={texts.intro}>
      <FaultsAt path={['languages']} />
      <ul className={styles.languages}>
        {languages.map((language, at) => (
          <li key={language}>
            <span>
              {nameOf(language)} <code>{language}</code>
            </span>
            {!isReadOnly && at > 0 && (
              <>
                <Button small kind="quiet" onPress={() => set([language, ...languages.toSpliced(at, 1)])}>
                  {texts.first}
                </Button>
                <IconButton
                  small
                  icon="trash"
                  label={texts.remove({ language: nameOf(language) })}
                  onPress={() => set(languages.toSpliced(at, 1))}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && <AddLanguage taken={languages} onAdd={(language) => set([...languages, language])} />}
    </Section>
  )
}

function AddLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (language: string) => void }) {
  const { languages: texts } = useTexts().models.forms
  const nameOf = useLanguageName()
  const [tag, setTag] = useState('')
  const isTag = LanguageTag.safeParse(tag).success
  const isFree = isTag && !taken.includes(tag)
  return (
    <Row align="bottom" gap="s">
      <TextField
        label={texts.add}
        hint={isTag ? nameOf(tag) : texts.addHint}
        short
        autoComplete="off"
        value={tag}
        onChange={(typed) => setTag(typed.trim())}
      />
      <Button
        icon="add"
        isDisabled={!isFree}
        onPress={() => {
          onAdd(tag)
          setTag('')
        }}
      >
        {texts.addButton}
      </Button>
    </Row>
  )
}
