import type { Administrators, Mail, MailPage, MailStatus } from '@stegvis/core/people/admin/schema.ts'
import { Me } from '@stegvis/core/people/me.ts'
import type {
  CompanyPeople,
  InvitationOffer,
  InvitationPage,
  StaffMember,
  StaffPage,
  StaffRole,
} from '@stegvis/core/people/schema.ts'
import type { LinkOwner, MySignIn, SignInOptions } from '@stegvis/core/people/sign-in/schema.ts'
import type { Programme } from '@stegvis/core/programmes/schema.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, read, readAs } from '../app/api.ts'
import { ProblemError, send } from '../app/send.ts'

export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => readAs<SignInOptions>(api.GET('/api/public/sign-in')),
})

/** Looking uses nothing up; a link that is spent stays so, which no second try changes. */
const once = { retry: false, staleTime: Number.POSITIVE_INFINITY } as const

export const linkQuery = (token: string) =>
  queryOptions({
    ...once,
    queryKey: ['sign-in-link', token],
    queryFn: () => readAs<LinkOwner>(api.POST('/api/public/sign-in/link/look', { body: { token } })),
  })

export const newPasswordLinkQuery = (token: string) =>
  queryOptions({
    ...once,
    queryKey: ['new-password-link', token],
    queryFn: () => readAs<LinkOwner>(api.POST('/api/public/sign-in/new-password-link/look', { body: { token } })),
  })

export const invitationOfferQuery = (token: string) =>
  queryOptions({
    ...once,
    queryKey: ['invitation-offer', token],
    queryFn: () => readAs<InvitationOffer>(api.POST('/api/public/invitation/look', { body: { token } })),
  })

export const setUpLinkQuery = (secret: string) =>
  queryOptions({
    ...once,
    queryKey: ['set-up-link', secret],
    queryFn: async () => {
      await read(api.POST('/api/public/set-up/look', { body: { secret } }))
      return true
    },
  })

export const mySignInQuery = queryOptions({
  queryKey: ['me', 'sign-in'],
  queryFn: () => readAs<MySignIn>(api.GET('/api/me/sign-in')),
})

export type StaffFilter = { q?: string | undefined; role?: StaffRole | undefined }

export const staffQuery = (programme: string, filter: StaffFilter) =>
  infiniteQueryOptions({
    queryKey: ['staff', programme, filter],
    queryFn: ({ pageParam }) =>
      readAs<StaffPage>(
        api.GET('/api/programmes/{programme}/people', {
          params: { path: { programme }, query: given({ ...filter, after: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const memberQuery = (programme: string, person: string) =>
  queryOptions({
    queryKey: ['staff', programme, 'member', person],
    queryFn: () =>
      readAs<StaffMember>(
        api.GET('/api/programmes/{programme}/people/{person}', { params: { path: { programme, person } } }),
      ),
  })

export const invitationsQuery = (programme: string) =>
  infiniteQueryOptions({
    queryKey: ['invitations', programme],
    queryFn: ({ pageParam }) =>
      readAs<InvitationPage>(
        api.GET('/api/programmes/{programme}/invitations', {
          params: { path: { programme }, query: given({ after: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const companyPeopleQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: ['company-people', programme, company],
    queryFn: () =>
      readAs<CompanyPeople>(
        api.GET('/api/programmes/{programme}/companies/{company}/people', { params: { path: { programme, company } } }),
      ),
  })

export type MailFilter = { q?: string | undefined; status?: MailStatus | undefined }

export const mailsQuery = (filter: MailFilter) =>
  infiniteQueryOptions({
    queryKey: ['mails', filter],
    queryFn: ({ pageParam }) =>
      readAs<MailPage>(api.GET('/api/admin/mail', { params: { query: given({ ...filter, after: pageParam }) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const mailQuery = (mail: string) =>
  queryOptions({
    queryKey: ['mail', mail],
    queryFn: () => readAs<Mail>(api.GET('/api/admin/mail/{mail}', { params: { path: { mail } } })),
  })

export const administratorsQuery = queryOptions({
  queryKey: ['administrators'],
  queryFn: () => readAs<Administrators>(api.GET('/api/admin/people')),
})

/** Leaves out what was not given: an address holds no empty words. */
function given<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** Who is signed in on this device; `null` when nobody is. For pages that do not need anybody to be. */
export const presentPersonQuery = queryOptions({
  queryKey: ['present-person'],
  queryFn: async () => {
    try {
      return Me.parse(await (await send('/api/me')).json())
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null
      throw error
    }
  },
})

/** Partners and sub-projects, for choosing where a role is held. */
export const programmePartsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['people', programme, 'parts'],
    queryFn: () => readAs<Programme>(api.GET('/api/programmes/{programme}', { params: { path: { programme } } })),
    staleTime: 5 * 60_000,
  })
