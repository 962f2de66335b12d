import type { Me, MyProgramme } from '@stegvis/core/people/me.ts'
import type { Action } from '@stegvis/core/people/permissions.ts'
import type { Role } from '@stegvis/core/people/roles.ts'
import type { shell } from '../locales/sv/shell.ts'
import { mayIn } from './session.ts'

export type NavigationItem = { href: string; label: keyof (typeof shell)['navigation']; icon: NavigationIcon }
export type NavigationIcon =
  | 'home'
  | 'companies'
  | 'calendar'
  | 'plan'
  | 'figures'
  | 'documents'
  | 'people'
  | 'models'
  | 'mail'
  | 'set-up'

type Candidate = NavigationItem & { needs: Action; for: 'company' | 'staff' }

/** In the order they are shown. A person of a company sees their own company; staff see the programme. */
const ITEMS: readonly Candidate[] = [
  { href: 'home', label: 'home', icon: 'home', needs: 'company.read', for: 'company' },
  { href: 'plan', label: 'plan', icon: 'plan', needs: 'plan.read', for: 'company' },
  { href: 'key-figures', label: 'keyFigures', icon: 'figures', needs: 'key-figure.read', for: 'company' },
  { href: 'documents', label: 'documents', icon: 'documents', needs: 'report.read', for: 'company' },
  { href: 'people', label: 'ourPeople', icon: 'people', needs: 'company-people.invite', for: 'company' },
  { href: 'companies', label: 'companies', icon: 'companies', needs: 'company.list', for: 'staff' },
  { href: 'sessions', label: 'sessions', icon: 'calendar', needs: 'session.log', for: 'staff' },
  { href: 'models', label: 'models', icon: 'models', needs: 'model.read', for: 'staff' },
  { href: 'rates', label: 'rates', icon: 'figures', needs: 'rates.write', for: 'staff' },
  { href: 'people', label: 'people', icon: 'people', needs: 'people.read', for: 'staff' },
  { href: 'set-up', label: 'setUp', icon: 'set-up', needs: 'programme.texts', for: 'staff' },
]

const COMPANY_ROLES: ReadonlySet<Role> = new Set(['company-manager', 'company-member'])

/** Who holds roles on both sides sees both, each place once. */
export function navigationFor(me: Me, programme: MyProgramme): NavigationItem[] {
  const sides = new Set(programme.grants.map(({ role }) => (COMPANY_ROLES.has(role) ? 'company' : 'staff')))
  const items = ITEMS.filter((item) => sides.has(item.for) && mayIn(me, programme, item.needs))
  return items
    .filter(({ href }, at) => items.findIndex((other) => other.href === href) === at)
    .map(({ href, label, icon }) => ({ href: `/programmes/${programme.slug}/${href}`, label, icon }))
}

export const ADMIN_NAVIGATION: readonly NavigationItem[] = [
  { href: '/admin/programmes', label: 'programmes', icon: 'companies' },
  { href: '/admin/people', label: 'people', icon: 'people' },
  { href: '/admin/mail', label: 'mail', icon: 'mail' },
]

/** The first page after sign-in: the person's one programme, the choice between several, or the installation. */
export function startPath(me: Me): string {
  if (me.programmes.length > 1) return '/welcome'
  const [programme] = me.programmes
  if (!programme) return me.administrator ? '/admin/programmes' : '/welcome'
  return navigationFor(me, programme)[0]?.href ?? '/welcome'
}
