import type { Company } from '@stegvis/core/companies/schema.ts'
import {
  type CompanyStatus,
  changeStatus,
  STATUS_NAMES,
  STATUS_PATHS,
} from '@stegvis/core/companies/standing/status.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Stack } from '../ui/layout.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { companiesKey, companyKey, setStatus } from './api.ts'

/** One step along the company's path, or back, with its reason. */
export function StatusDialog({
  programme,
  company,
  onClose,
}: {
  programme: string
  company: Company
  onClose: () => void
}) {
  const { common, companies, problems } = useTexts()
  const { status: texts } = companies
  const { language } = useLanguage()
  const paths = STATUS_PATHS[company.status]
  const [to, setTo] = useState<CompanyStatus | null>(paths.length === 1 ? paths[0]!.to : null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const decision = to === null ? null : changeStatus(company.status, to, reason)
  const isBack = paths.some((path) => path.to === to && path.back)
  const change = useMutation({
    mutationFn: () => setStatus(programme, company.id, { id: newId(), to: to!, reason }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(companyKey(programme, company.id), changed)
      void queryClient.invalidateQueries({ queryKey: companiesKey(programme) })
      toast(texts.changed({ status: STATUS_NAMES[changed.status][language] }))
      onClose()
    },
  })
  const submit = () => {
    setTried(true)
    if (decision?.ok) change.mutate()
  }
  return (
    <Dialog
      title={texts.change}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={change.isPending} onPress={submit}>
            {texts.confirm}
          </Button>
        </>
      }
    >
      <Stack>
        {change.error && <Callout tone="danger">{problem(change.error)}</Callout>}
        <RadioGroup
          label={texts.to({ now: STATUS_NAMES[company.status][language] })}
          value={to}
          onChange={(id) => setTo(id as CompanyStatus)}
          options={paths.map((path) => ({
            id: path.to,
            label: STATUS_NAMES[path.to][language],
            description: texts.means[path.to],
          }))}
          {...(tried && to === null ? { error: texts.choose } : {})}
        />
        <TextArea
          label={texts.reason}
          hint={isBack ? texts.reasonBack : texts.reasonForward}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={1000}
          {...(tried && decision && !decision.ok ? { error: problems[decision.problem] } : {})}
        />
      </Stack>
    </Dialog>
  )
}
