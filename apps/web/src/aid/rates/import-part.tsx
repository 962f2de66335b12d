import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { type FieldError, ProblemError } from '../../app/send.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FileUpload } from '../../ui/file-upload.tsx'
import { Columns, Section, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { importRates, ratesKey } from './api.ts'
import { currenciesIn, isMonth, lineOf } from './import-input.ts'

type Imported = Awaited<ReturnType<typeof importRates>>
type Result = { ok: true; imported: Imported } | { ok: false; errors: readonly FieldError[] }

const TYPES = ['application/xml', 'text/xml', 'text/csv', 'application/vnd.ms-excel', 'application/json']
const MOST_BYTES = 900_000
/** A file of the wrong kind is wrong on every line; a few of them tell enough. */
const MOST_FAULTS = 8

/** Reads a published file of rates, and tells what came of it line by line. */
export function ImportPart({ programme }: { programme: string }) {
  const { import: texts } = useTexts().rates
  const queryClient = useQueryClient()
  const [month, setMonth] = useState('')
  const [only, setOnly] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const upload = async (file: File) => {
    setResult(null)
    const currencies = currenciesIn(only)
    try {
      const imported = await importRates(programme, {
        id: newId() as Parameters<typeof importRates>[1]['id'],
        name: file.name,
        text: await file.text(),
        ...(isMonth(month) && { month }),
        ...(currencies && { currencies }),
      })
      setResult({ ok: true, imported })
      await queryClient.invalidateQueries({ queryKey: ratesKey(programme) })
    } catch (error) {
      if (error instanceof ProblemError && error.errors.length > 0) setResult({ ok: false, errors: error.errors })
      else throw error
    }
  }
  return (
    <Section title={texts.title} intro={texts.text}>
      <Stack>
        <Disclosure plain summary={`${texts.month}, ${texts.only.toLowerCase()}`}>
          <Columns of="fields">
            <TextField
              label={texts.month}
              hint={texts.monthHint}
              optional
              short
              value={month}
              onChange={setMonth}
              error={month === '' || isMonth(month) ? undefined : texts.monthWrong}
            />
            <TextField label={texts.only} hint={texts.onlyHint} optional value={only} onChange={setOnly} />
          </Columns>
        </Disclosure>
        <FileUpload
          label={texts.file}
          types={TYPES}
          typesInWords={texts.types}
          maxBytes={MOST_BYTES}
          upload={(file) => upload(file)}
        />
        <div aria-live="polite">{result && <ImportResult result={result} />}</div>
      </Stack>
    </Section>
  )
}

function ImportResult({ result }: { result: Result }) {
  const { import: texts } = useTexts().rates
  const { language } = useLanguage()
  if (result.ok) {
    return (
      <Callout tone="good" title={texts.done}>
        {texts.added(result.imported)}
      </Callout>
    )
  }
  const { errors } = result
  return (
    <Callout tone="danger" title={texts.refused}>
      {errors.slice(0, MOST_FAULTS).map(({ pointer, detail, message }, at) => {
        const line = lineOf(pointer)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand twice, and faults never move.
          <div key={at}>
            {line && `${texts.at({ line })}: `}
            {message?.[language] ?? detail}
          </div>
        )
      })}
      {errors.length > MOST_FAULTS && <div>{texts.more({ count: errors.length - MOST_FAULTS })}</div>}
    </Callout>
  )
}
