import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Callout, Skeleton, useProblemText } from '../../ui/states.tsx'
import { completeSigning } from './api.ts'

/** Where a provider of electronic identities sends the browser back to: what came with it is handed over once. */
export function SigningReturnPage() {
  const { signing } = useTexts().stateAid
  const problemText = useProblemText()
  const navigate = useNavigate()
  const hasBegun = useRef(false)
  const { mutate, error } = useMutation({
    mutationFn: () => completeSigning(Object.fromEntries(new URLSearchParams(location.search))),
    onSuccess: ({ programme, company, subject }) =>
      navigate({
        href:
          subject.kind === 'declaration'
            ? `/programmes/${programme}/companies/${company}/aid/declaration?step=sign`
            : `/programmes/${programme}/companies/${company}/size`,
        replace: true,
      }),
  })
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    mutate()
  }, [mutate])
  return (
    <Stack gap="l">
      <PageHeader title={signing.title} />
      {error ? <Callout tone="danger">{problemText(error)}</Callout> : <p role="status">{signing.returning}</p>}
      {!error && <Skeleton lines={2} />}
    </Stack>
  )
}
