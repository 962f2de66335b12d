import type { DeclarationChange } from '@stegvis/core/aid/declaration/schema.ts'
import type { CompanyAid, NewException } from '@stegvis/core/aid/gate/schema.ts'
import type { GrantChangeInput, GrantCorrection, NewGrant } from '@stegvis/core/aid/ledger/schema.ts'
import type { DecisionInput, NewSupport, SupportChange, SupportStep } from '@stegvis/core/aid/support/schema.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../app/api.ts'

/** Every query about the aid of a programme's companies begins like this. */
export const aidKey = (programme: string) => ['aid', programme] as const

/** Each write answers with all of the company's aid as it is then. */
const typed = (call: Promise<{ data?: unknown }>) => read(call) as Promise<CompanyAid>

const at = (programme: string, company: string) => ({ params: { path: { programme, company } } })
const one = (programme: string, company: string, id: string) => ({ params: { path: { programme, company, id } } })

/** Kept on the device, so that a visit without a network knows whether its session can be logged. */
export const companyAidQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: [...aidKey(programme), 'company', company],
    queryFn: () => typed(api.GET('/api/programmes/{programme}/companies/{company}/aid', at(programme, company))),
    staleTime: 0,
    meta: { offline: true },
  })

export const planSupport = (programme: string, company: string, body: NewSupport) =>
  typed(api.POST('/api/programmes/{programme}/companies/{company}/aid/supports', { ...at(programme, company), body }))

export const changeSupport = (programme: string, company: string, id: string, body: SupportChange) =>
  typed(
    api.PUT('/api/programmes/{programme}/companies/{company}/aid/supports/{id}', {
      ...one(programme, company, id),
      body,
    }),
  )

export const stepSupport = (programme: string, company: string, id: string, body: SupportStep) =>
  typed(
    api.POST('/api/programmes/{programme}/companies/{company}/aid/supports/{id}/state', {
      ...one(programme, company, id),
      body,
    }),
  )

export const decideSupport = (programme: string, company: string, id: string, body: DecisionInput) =>
  typed(
    api.POST('/api/programmes/{programme}/companies/{company}/aid/supports/{id}/decision', {
      ...one(programme, company, id),
      body,
    }),
  )

export const addGrant = (programme: string, company: string, body: NewGrant) =>
  typed(
    api.POST('/api/programmes/{programme}/companies/{company}/aid/grants', {
      ...at(programme, company),
      body: plain(body),
    }),
  )

export const correctGrant = (programme: string, company: string, id: string, body: GrantCorrection) =>
  typed(
    api.PUT('/api/programmes/{programme}/companies/{company}/aid/grants/{id}', {
      ...one(programme, company, id),
      body: plain(body),
    }),
  )

export const changeGrant = (programme: string, company: string, id: string, body: GrantChangeInput) =>
  typed(
    api.POST('/api/programmes/{programme}/companies/{company}/aid/grants/{id}/changes', {
      ...one(programme, company, id),
      body,
    }),
  )

export const makeException = (programme: string, company: string, body: NewException) =>
  typed(api.POST('/api/programmes/{programme}/companies/{company}/aid/exceptions', { ...at(programme, company), body }))

export const removeException = (programme: string, company: string, id: string) =>
  typed(api.DELETE('/api/programmes/{programme}/companies/{company}/aid/exceptions/{id}', one(programme, company, id)))

export const beginDeclaration = (programme: string, company: string, id: string) =>
  typed(
    api.POST('/api/programmes/{programme}/companies/{company}/aid/declarations', {
      ...at(programme, company),
      body: { id },
    }),
  )

export const changeDeclaration = (programme: string, company: string, id: string, body: DeclarationChange) =>
  typed(
    api.PUT('/api/programmes/{programme}/companies/{company}/aid/declarations/{id}', {
      ...one(programme, company, id),
      body: { ...body, earlierAid: body.earlierAid.map(plain) },
    }),
  )

/** Takes up what has changed since it was filled in, and keeps the answers. */
export const refillDeclaration = (programme: string, company: string, id: string, revision: number) =>
  typed(
    api.POST('/api/programmes/{programme}/companies/{company}/aid/declarations/{id}/refill', {
      ...one(programme, company, id),
      body: { revision },
    }),
  )

type Amounted = {
  amount: { currency: string; minor: number; rate?: { perEuro: string; source: string; day: string } | undefined }
}

/** A rate that is not given is left out; it never travels as undefined. */
function plain<T extends Amounted>({ amount: { rate, ...amount }, ...rest }: T) {
  return { ...rest, amount: { ...amount, ...(rate && { rate }) } }
}
