import { MailStatus } from '@stegvis/core/people/admin/schema.ts'
import { StaffRole } from '@stegvis/core/people/schema.ts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { onlyWhoMay } from '../app/guards.ts'
import { adminRoute, guestRoute, programmeRoute, welcomeFrameRoute } from '../app/parent-routes.tsx'
import { ownCompany } from '../app/session.ts'
import { administratorsQuery, mailQuery, memberQuery, mySignInQuery, signInOptionsQuery } from './api.ts'

/** A word of the address; anything else counts as not given. */
const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export const signInRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: 'sign-in',
  validateSearch: (search): { return?: string | undefined } => ({ return: word(search.return) }),
  loader: ({ context }) => context.queryClient.ensureQueryData({ ...signInOptionsQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

export const linkRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: 'sign-in/link',
  validateSearch: (search): { to?: string | undefined } => ({ to: word(search.to) }),
  component: lazyRouteComponent(() => import('./link-page.tsx'), 'LinkPage'),
})

export const newPasswordRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: 'sign-in/new-password',
  component: lazyRouteComponent(() => import('./new-password-page.tsx'), 'NewPasswordPage'),
})

export const setUpRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: 'set-up',
  validateSearch: (search): { secret?: string | undefined } => ({ secret: word(search.secret) }),
  component: lazyRouteComponent(() => import('./set-up-page.tsx'), 'SetUpPage'),
})

export const invitationRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: 'invitation',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
})

/** sign-in, set-up, invitations */
export const peopleGuestRoutes = [signInRoute, linkRoute, newPasswordRoute, setUpRoute, invitationRoute] as const

export const accountRoute = createRoute({
  getParentRoute: () => welcomeFrameRoute,
  path: 'account',
  loader: ({ context }) => context.queryClient.ensureQueryData(mySignInQuery),
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})

export const peopleAccountRoutes = [accountRoute] as const

export const peopleRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'people',
  validateSearch: (search): { q?: string | undefined; role?: StaffRole | undefined } => ({
    q: word(search.q),
    role: StaffRole.safeParse(search.role).data,
  }),
  beforeLoad: (where) =>
    onlyWhoMay(ownCompany(where.context.programme) ? 'company-people.invite' : 'people.read')(where),
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
})

export const inviteRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'people/invite',
  beforeLoad: onlyWhoMay('people.invite'),
  component: lazyRouteComponent(() => import('./invite-page.tsx'), 'InvitePage'),
})

export const memberRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'people/$person',
  beforeLoad: onlyWhoMay('people.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(memberQuery(params.programme, params.person)),
  component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
})

export const peopleRoutes = [peopleRoute, inviteRoute, memberRoute] as const

export const mailsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: 'mail',
  validateSearch: (search): { q?: string | undefined; status?: MailStatus | undefined } => ({
    q: word(search.q),
    status: MailStatus.safeParse(search.status).data,
  }),
  component: lazyRouteComponent(() => import('./mails-page.tsx'), 'MailsPage'),
})

export const mailRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: 'mail/$mail',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(mailQuery(params.mail)),
  component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
})

export const administratorsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: 'people',
  loader: ({ context }) => context.queryClient.ensureQueryData(administratorsQuery),
  component: lazyRouteComponent(() => import('./administrators-page.tsx'), 'AdministratorsPage'),
})

export const peopleAdminRoutes = [mailsRoute, mailRoute, administratorsRoute] as const
