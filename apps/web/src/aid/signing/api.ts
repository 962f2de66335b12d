import type { PaperPage, PaperToSign } from '@stegvis/core/aid/papers/schema.ts'
import type { NewSignature, SignedKind, SigningReturned, SigningStep } from '@stegvis/core/aid/signing/schema.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { send } from '../../app/send.ts'
import { aidKey } from '../ledger/api.ts'

type Where = { programme: string; company: string }

/** What is signed: a declaration, or the size of the company as it was frozen. */
export type Subject = { kind: SignedKind; id: string }

const urlOf = ({ programme, company }: Where) => `/api/programmes/${programme}/companies/${company}`

const subjectUrl = (where: Where, { kind, id }: Subject) =>
  `${urlOf(where)}/${kind === 'declaration' ? 'declarations' : 'size/snapshots'}/${id}`

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  return (await send(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}

export const paperFileUrl = (where: Where, paper: string) => `${urlOf(where)}/papers/${paper}/file`

export const papersQuery = (where: Where) =>
  infiniteQueryOptions({
    queryKey: [...aidKey(where.programme), 'papers', where.company],
    queryFn: async ({ pageParam }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      return (await send(`${urlOf(where)}/papers${after}`)).json() as Promise<PaperPage>
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** Makes the paper of what is to be signed, as it stands now; the same state gives the same paper. */
export const paperToSignQuery = (where: Where, subject: Subject, language: Language) =>
  queryOptions({
    queryKey: [...aidKey(where.programme), 'paper', subject.kind, subject.id, language],
    queryFn: () => post(`${subjectUrl(where, subject)}/paper`, { language }) as Promise<PaperToSign>,
    staleTime: 0,
  })

export const signPaper = (where: Where, subject: Subject, body: NewSignature) =>
  post(`${subjectUrl(where, subject)}/sign`, body) as Promise<SigningStep>

export const completeSigning = (parameters: Record<string, string>) =>
  post('/api/me/signing/complete', { parameters }) as Promise<SigningReturned>
