import {
  type CompanyKeyFigure,
  type CompanyKeyFigures,
  type KeyFigureValue,
  NewValue,
  type Quality,
  ValueChange,
} from '@stegvis/core/indicators/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { newId } from '../app/new-id.ts'
import { ProblemError } from '../app/send.ts'
import { useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { useFormDraft } from '../offline/form-draft.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Form } from '../ui/form.tsx'
import { Callout, Skeleton } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { correctValue, enterValue, indicatorsKey } from './api.ts'
import { firstPeriod } from './periods.ts'
import { RemoveValue } from './remove-value.tsx'
import { ValueFields, type ValueInput } from './value-fields.tsx'
import { ValueHistory } from './value-history.tsx'

type Props = {
  programme: string
  keyFigure: CompanyKeyFigure
  among: CompanyKeyFigures
  /** the value to change; left out for a new one */
  value?: KeyFigureValue
  onClose: () => void
}

/** Enters or corrects one value. What is typed is kept on this device until it has been saved. */
export function ValueDialog({ programme, keyFigure, among, value, onClose }: Props) {
  const { indicators, common } = useTexts()
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const me = useMe()
  const [revision, setRevision] = useState(value?.revision ?? 0)
  const [isTried, setTried] = useState(false)
  const place = value ? `${value.id}:${value.revision}` : `${among.company.id}:${keyFigure.id}`
  const draft = useFormDraft<ValueInput & { id: string }>(
    `${me.id}:key-figure:${place}`,
    value ? { ...inputOf(value), id: value.id } : { ...firstInput(keyFigure, among), id: newId() },
  )
  const save = useMutation({
    mutationFn: () => {
      const { id, ...facts } = draft.value
      return value
        ? correctValue(programme, id, ValueChange.parse({ ...facts, revision }))
        : enterValue(programme, among.company.id, NewValue.parse({ ...facts, id, keyFigureId: keyFigure.id }))
    },
    onSuccess: async () => {
      draft.clear()
      toast(indicators.form.saved)
      await queryClient.invalidateQueries({ queryKey: indicatorsKey(programme) })
      onClose()
    },
    onError: (error) => {
      const current = error instanceof ProblemError ? (error.extra.current as KeyFigureValue | undefined) : undefined
      if (current) setRevision(current.revision)
    },
  })
  const isConflict = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  const isReadOnly = value !== undefined && !value.mayChange
  const name = keyFigure.name[language]
  return (
    <Dialog title={value ? indicators.editTitle({ name }) : indicators.addTitle({ name })} isOpen onClose={onClose}>
      {isConflict && <Callout tone="warning">{indicators.form.changed}</Callout>}
      {!isReadOnly && (
        <Form
          problem={isConflict ? null : save.error}
          onSubmit={() => (draft.value.amount === null ? setTried(true) : save.mutate())}
          actions={
            <>
              <Button type="submit" kind="primary" isPending={save.isPending}>
                {indicators.form.save}
              </Button>
              <Button kind="quiet" onPress={onClose}>
                {common.cancel}
              </Button>
              {value && <RemoveValue programme={programme} value={value} onRemoved={onClose} />}
            </>
          }
        >
          <ValueFields
            keyFigure={keyFigure}
            among={among}
            value={draft.value}
            change={draft.change}
            error={isTried && draft.value.amount === null ? indicators.form.required : undefined}
          />
        </Form>
      )}
      {value && among.mayReadHistory && (
        <Disclosure summary={indicators.history} open={isReadOnly}>
          <Suspense fallback={<Skeleton />}>
            <ValueHistory programme={programme} value={value} />
          </Suspense>
        </Disclosure>
      )}
    </Dialog>
  )
}

function inputOf({ fromOn, toOn, amount, quality, source, note }: KeyFigureValue): ValueInput {
  return { fromOn, toOn, amount, quality, source, note }
}

/** The first value is how it was: last year's, whole. Later ones go on from there. */
function firstInput(keyFigure: CompanyKeyFigure, { today }: CompanyKeyFigures): ValueInput {
  const hasBaseline = keyFigure.values.some(({ quality }) => quality === 'baseline')
  const quality: Quality = hasBaseline ? 'estimated' : 'baseline'
  return { ...firstPeriod(today, hasBaseline), amount: null, quality, source: '', note: '' }
}
