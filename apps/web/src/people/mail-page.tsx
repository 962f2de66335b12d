import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api, read } from '../app/api.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { StatusBadge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Card, Soft, Stack } from '../ui/layout.tsx'
import { DefinitionList } from '../ui/list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { toast } from '../ui/toast.tsx'
import { mailQuery } from './api.ts'
import styles from './mail-page.module.css'
import { MAIL_TONES } from './mails-page.tsx'

/** One mail as its recipient reads it, in plain text. */
export function MailPage() {
  const { mail: id } = useParams({ from: '/signed-in/admin/mail/$mail' })
  const { people } = useTexts()
  const { instant } = useFormats()
  const queryClient = useQueryClient()
  const { data: mail } = useSuspenseQuery(mailQuery(id))
  const retry = useMutation({
    mutationFn: () => read(api.POST('/api/admin/mail/{mail}/retry', { params: { path: { mail: id } } })),
    onSuccess: () => toast(people.adminMail.retried),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: mailQuery(id).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['mails'] }),
      ]),
  })
  return (
    <>
      <PageHeader
        title={mail.subject}
        breadcrumbs={[{ label: people.adminMail.title, href: '/admin/mail' }]}
        status={<StatusBadge tone={MAIL_TONES[mail.status]}>{people.adminMail.statuses[mail.status]}</StatusBadge>}
        actions={
          mail.status === 'failed' && (
            <Button kind="primary" icon="retry" isPending={retry.isPending} onPress={() => retry.mutate()}>
              {people.adminMail.retry}
            </Button>
          )
        }
      />
      <Stack>
        {retry.error && <ErrorState error={retry.error} />}
        <DefinitionList
          items={[
            { term: people.adminMail.to, value: mail.to },
            { term: people.adminMail.at, value: instant(mail.createdAt) },
            ...(mail.sentAt ? [{ term: people.adminMail.sentAt, value: instant(mail.sentAt) }] : []),
            ...(mail.attempts > 1 ? [{ term: people.adminMail.attempts, value: String(mail.attempts) }] : []),
            ...(mail.lastError ? [{ term: people.adminMail.error, value: mail.lastError }] : []),
          ]}
        />
        <Card title={people.adminMail.text}>
          <div className={styles.text} lang={mail.language}>
            <WithLinks text={mail.text} />
          </div>
        </Card>
        {mail.status === 'sent' && <Soft>{people.adminMail.linksStruck}</Soft>}
      </Stack>
    </>
  )
}

const ADDRESS = /(https?:\/\/[^\s<>"]+)/

/** Addresses become links; everything else stays the text it is. */
function WithLinks({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never move.
      <a key={at} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
