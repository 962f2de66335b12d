import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { useLanguageName } from '../language-name.ts'
import styles from './fields.module.css'
import { asParagraph, useTyped } from './typed.ts'
import { useBound, useFaultText } from './use-bound.ts'

type TextsAtProps = {
  path: Path
  label: string
  hint?: string
  /** a long text: so many lines to begin with */
  rows?: number
  /** may be left out; `unsaid`: without a word of it, where leaving it out is the exception */
  optional?: boolean | 'unsaid'
}

/** A text in all the model's languages, side by side. Without any it is left out of the model. */
export function TextsAt(props: TextsAtProps) {
  const { languages } = useEditor().model
  return (
    <div className={styles.languages}>
      {languages.map((language) => (
        <TextIn key={language} {...props} language={language} />
      ))}
      <TextsFault path={props.path} />
    </div>
  )
}

/** A text that lacks a language has no field of its own to say so when the whole text is missing. */
function TextsFault({ path }: { path: Path }) {
  const text = useFaultText(path)
  return text === undefined ? null : <p className={styles.fault}>{text}</p>
}

function TextIn({ path, label, hint, rows, optional = false, language }: TextsAtProps & { language: string }) {
  const { value, type, leave, pointer, isReadOnly } = useBound(path)
  const { languages } = useEditor().model
  const error = useFaultText([...path, language])
  const nameOf = useLanguageName()
  const { editor } = useTexts().models
  const texts = (value ?? {}) as Texts
  const typed = useTyped(texts[language] ?? '', asParagraph)
  const change = (text: string) => {
    typed.type(text)
    type(withText(texts, language, asParagraph(text), optional !== false))
  }
  const props = {
    label: languages.length > 1 ? editor.inLanguage({ label, language: nameOf(language) }) : label,
    optional: optional === true,
    ...(hint !== undefined && language === languages[0] && { hint }),
    value: typed.shown,
    onChange: change,
    onBlur: () => {
      typed.left()
      leave()
    },
    isReadOnly,
    ...(error !== undefined && { error }),
  }
  return (
    <div data-pointer={`${pointer}/${language}`} lang={language}>
      {rows === undefined ? <TextField {...props} autoComplete="off" /> : <TextArea {...props} rows={rows} />}
    </div>
  )
}

function withText(texts: Texts, language: string, text: string, optional: boolean): Texts | undefined {
  const { [language]: _, ...others } = texts
  const next = text === '' ? others : { ...texts, [language]: text }
  return optional && Object.keys(next).length === 0 ? undefined : next
}
