import { Me, type MyProgramme } from '@stegvis/core/people/me.ts'
import { type Action, type Actor, may } from '@stegvis/core/people/permissions.ts'
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { forgetWhatWasRead } from '../offline/offline.ts'
import { isOpenedForAnother, send, sendAsWhoever } from './send.ts'

async function fetchMe(): Promise<Me> {
  const me = Me.parse(await (await sendAsWhoever('/api/me')).json())
  if (!isOpenedForAnother(me.id)) return me
  // Somebody else has signed in, in another tab say: nothing the first one had open may shine through.
  await forgetWhatWasRead()
  location.reload()
  return new Promise(() => {})
}

/** The signed-in person; 401 when nobody is. Kept for offline work. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: fetchMe, staleTime: 60_000, meta: { offline: true } })

/** The signed-in person. Only for pages behind sign-in. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** Sign-in, and back to `href` afterwards. */
export function signInPath(href: string): string {
  return href === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(href)}`
}

export function programmeOf(me: Me, slug: string): MyProgramme | undefined {
  return me.programmes.find((programme) => programme.slug === slug || programme.id === slug)
}

/** The programme of the address. Only for pages under `/programmes/$programme`. */
export function useProgramme(): MyProgramme {
  const me = useMe()
  const { programme: slug } = useParams({ strict: false })
  const programme = programmeOf(me, slug ?? '')
  if (!programme) throw new Error('this page is only for people of the programme')
  return programme
}

/** Whether the signed-in person may do this at all in the programme of the address. */
export function useMay(action: Action): boolean {
  return mayIn(useMe(), useProgramme(), action)
}

/** Ends the session and forgets what was read. What was typed and not yet sent stays on the device. */
export async function signOut(queryClient: QueryClient): Promise<void> {
  await send('/api/me/sign-out', { method: 'POST' })
  queryClient.clear()
  await forgetWhatWasRead()
  location.assign('/sign-in')
}

/** The same table the server enforces, for showing or hiding what a person can do. */
export function actorIn(me: Me, programme: MyProgramme): Actor {
  return {
    personId: me.id,
    name: me.name,
    language: me.language,
    programmeId: programme.id,
    timeZone: programme.timeZone,
    grants: programme.grants,
  }
}

/** Whether this person holds a role in the programme that may do this at all. */
export function mayIn(me: Me, programme: MyProgramme, action: Action): boolean {
  return may(actorIn(me, programme), action)
}

/** The company of a person who is there for a company; undefined for the programme's own staff. */
export function ownCompany(programme: MyProgramme): { id: string; name: string } | undefined {
  const grant = programme.grants.find(({ role }) => role === 'company-manager' || role === 'company-member')
  return grant?.companyId ? { id: grant.companyId, name: grant.companyName ?? '' } : undefined
}
