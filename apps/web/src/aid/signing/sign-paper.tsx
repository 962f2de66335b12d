import type { PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import { type SigningMethodId, StatedAuthority } from '@stegvis/core/aid/signing/schema.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Row, Soft, Stack } from '../../ui/layout.tsx'
import { RadioCards, RadioGroup } from '../../ui/radio-group.tsx'
import { Callout } from '../../ui/states.tsx'
import { aidKey } from '../ledger/api.ts'
import { paperFileUrl, paperToSignQuery, type Subject, signPaper } from './api.ts'
import { Signed } from './signed.tsx'
import styles from './signing.module.css'

type Where = { programme: string; company: string }
type Props = Where & { subject: Subject; onSigned?: () => void }

/** The paper as it stands, read and signed by somebody who may; a receipt afterwards. */
export function SignPaper({ subject, onSigned, ...where }: Props) {
  const { language } = useFormats()
  const { data } = useSuspenseQuery(paperToSignQuery(where, subject, language))
  const { signing } = useTexts().stateAid
  const [hasOpened, setOpened] = useState(false)
  const { paper } = data
  if (paper.state === 'signed') return <Signed where={where} paper={paper} />
  return (
    <Stack gap="l">
      <Row>
        <a
          className={buttonClass({ kind: hasOpened ? 'secondary' : 'primary' })}
          href={paperFileUrl(where, paper.id)}
          target="_blank"
          rel="noreferrer"
          onClick={() => setOpened(true)}
        >
          <Icon name="documents" />
          {signing.read}
        </a>
      </Row>
      {paper.signatures.length > 0 && (
        <Callout tone="good">
          {signing.signedAlready({ names: paper.signatures.map(({ name }) => name).join(', ') })} {signing.halfText}
        </Callout>
      )}
      {data.maySign ? <SignForm {...{ where, subject, data, hasOpened, onSigned }} /> : <Soft>{signing.notYou}</Soft>}
    </Stack>
  )
}

type FormProps = {
  where: Where
  subject: Subject
  data: PaperToSign
  hasOpened: boolean
  onSigned: (() => void) | undefined
}

function SignForm({ where, subject, data: { paper, consents, methods }, hasOpened, onSigned }: FormProps) {
  const { signing } = useTexts().stateAid
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const [authority, setAuthority] = useState<StatedAuthority | null>(null)
  const [method, setMethod] = useState<SigningMethodId>(methods[0] ?? 'session')
  const consent = authority && consents[authority][paper.language]
  const sign = useMutation({
    mutationFn: () =>
      signPaper(where, subject, {
        id,
        paper: paper.id,
        documentSha256: paper.file?.sha256 ?? '',
        statedAuthority: authority!,
        consent: consent!,
        method,
      }),
    onSuccess: async (step) => {
      if (step.state === 'elsewhere') return location.assign(step.address)
      await queryClient.invalidateQueries({ queryKey: aidKey(where.programme) })
      onSigned?.()
    },
  })
  return (
    <Form
      problem={sign.error}
      onSubmit={() => sign.mutate()}
      actions={
        <Button type="submit" kind="primary" isPending={sign.isPending} isDisabled={!hasOpened || consent === null}>
          {signing.sign}
        </Button>
      }
    >
      {!hasOpened && <Soft>{signing.readFirst}</Soft>}
      <RadioCards
        label={signing.authority}
        value={authority}
        onChange={(choice) => setAuthority(StatedAuthority.parse(choice))}
        options={StatedAuthority.options.map((one) => ({ id: one, ...signing.authorities[one] }))}
      />
      {methods.length > 1 && (
        <RadioGroup
          label={signing.method}
          value={method}
          onChange={(choice) => setMethod(choice === 'oidc' ? 'oidc' : 'session')}
          options={methods.map((one) => ({ id: one, ...signing.methods[one] }))}
        />
      )}
      {consent && (
        <figure className={styles.consent}>
          <figcaption>{signing.consent}</figcaption>
          <blockquote>{consent}</blockquote>
        </figure>
      )}
    </Form>
  )
}
