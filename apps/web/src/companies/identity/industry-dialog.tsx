import type { CompanyIdentity, IndustryInput } from '@stegvis/core/identity/records.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Columns } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { putIndustry } from './api.ts'
import { type IdentityProps, useIdentityChanged } from './identity-part.tsx'

const SCHEMES = ['sni-2025', 'sni-2007', 'nace-2.1', 'nace-2'] as const

type IndustryDialogProps = IdentityProps & {
  industry: CompanyIdentity['industries'][number] | undefined
  /** the first place that is free */
  rank: number
  onClose: () => void
}

/** One code of one classification; whether there is such a code is the server's to say. */
export function IndustryDialog({ programme, company, industry, rank, onClose }: IndustryDialogProps) {
  const { identity: texts, common } = useTexts()
  const changed = useIdentityChanged(programme, company)
  const [id] = useState(() => industry?.id ?? newId())
  const [isTried, setTried] = useState(false)
  const [draft, setDraft] = useState<IndustryInput>({
    base: industry?.revision ?? 0,
    scheme: industry?.scheme ?? 'sni-2025',
    code: industry?.code ?? '',
    rank: industry?.rank ?? rank,
    from: industry?.from ?? null,
    to: industry?.to ?? null,
  })
  const change = (part: Partial<IndustryInput>) => setDraft((now) => ({ ...now, ...part }))
  const save = useMutation({
    mutationFn: () => putIndustry(programme, company, id, { ...draft, code: draft.code.trim() }),
    onSuccess: (next) => {
      toast(texts.industrySaved)
      changed(next)
      onClose()
    },
  })
  const isGiven = draft.code.trim() !== ''
  const day = (key: 'from' | 'to') => ({
    name: key,
    optional: true,
    value: draft[key],
    onChange: (on: PlainDate | null) => change(key === 'from' ? { from: on } : { to: on }),
  })
  return (
    <Dialog title={industry ? texts.editIndustry : texts.addIndustry} isOpen onClose={onClose}>
      <Form
        problem={save.error}
        onSubmit={() => (isGiven ? save.mutate() : setTried(true))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {common.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <Columns of="fields" least="s">
          <Select
            label={texts.scheme}
            options={SCHEMES.map((scheme) => ({ id: scheme, label: texts.schemes[scheme] }))}
            value={draft.scheme}
            onChange={(scheme) => scheme && change({ scheme })}
          />
          <TextField
            name="code"
            label={texts.code}
            short
            maxLength={20}
            value={draft.code}
            onChange={(code) => change({ code })}
            error={isTried && !isGiven ? texts.codeMissing : undefined}
          />
        </Columns>
        <NumberField
          name="rank"
          label={texts.rank}
          hint={texts.rankHint}
          minValue={1}
          maxValue={20}
          steps
          value={draft.rank}
          onChange={(value) => !Number.isNaN(value) && change({ rank: value })}
        />
        <Columns of="fields" least="s">
          <DateField label={texts.fromDay} {...day('from')} />
          <DateField label={texts.toDay} {...day('to')} />
        </Columns>
      </Form>
    </Dialog>
  )
}
