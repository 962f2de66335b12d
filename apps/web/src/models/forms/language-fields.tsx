import { LanguageTag } from '@stegvis/core/models/tree/schema-words.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Row, Section, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { withFallback, withFirst, withoutLanguage } from '../document/languages.ts'
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
                <Button small kind="quiet" onPress={() => edit((before) => withFirst(before, language))}>
                  {texts.first}
                </Button>
                <IconButton
                  small
                  icon="trash"
                  label={texts.remove({ language: nameOf(language) })}
                  onPress={() => edit((before) => withoutLanguage(before, language))}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <AddLanguage
          taken={languages}
          onAdd={(language) => edit((before) => ({ ...before, languages: [...before.languages, language] }))}
        />
      )}
      {languages.slice(1).map((language) => (
        <Fallback key={language} language={language} />
      ))}
    </Section>
  )
}

/** As many as the format takes. */
const MOST_WAYS = 5

/** Which languages stand in where a text is missing in this one: the first that has it. */
function Fallback({ language }: { language: string }) {
  const { model, edit, isReadOnly } = useEditor()
  const { languages: texts } = useTexts().models.forms
  const nameOf = useLanguageName()
  const ways = model.fallback?.[language] ?? []
  const free = model.languages.filter((other) => other !== language && !ways.includes(other))
  // The first language has every text: after it nothing is missing.
  const isWhole = ways.includes(model.languages[0]!) || ways.length >= MOST_WAYS
  const places = isWhole || free.length === 0 ? ways : [...ways, null]
  return (
    <Stack gap="s">
      <FaultsAt path={['fallback', language]} />
      <Row align="bottom">
        {places.map((way, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: a way is its place, and keeps the focus when it changes.
            key={at}
            label={at === 0 ? texts.missing({ language: nameOf(language) }) : texts.missingThere}
            none={at === 0 ? texts.required : texts.noMore}
            isDisabled={isReadOnly}
            options={[...(way === null ? [] : [way]), ...free].map((id) => ({
              id,
              label: texts.showIn({ language: nameOf(id) }),
            }))}
            value={way}
            onChange={(chosen) => {
              const next = [...ways.slice(0, at), ...(chosen === null ? [] : [chosen, ...ways.slice(at + 1)])]
              edit((before) => withFallback(before, language, next))
            }}
          />
        ))}
      </Row>
    </Stack>
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
