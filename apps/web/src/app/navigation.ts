import type { Me, MyProgramme } from '@stegvis/core/people/me.ts'
import type { Action } from '@stegvis/core/people/permissions.ts'
import type { shell } from '../locales/sv/shell.ts'
import { mayIn, ownCompany } from './session.ts'

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
  { href: 'models', label: 'models', icon: 'models', needs: 'programme.read', for: 'staff' },
  { href: 'people', label: 'people', icon: 'people', needs: 'people.read', for: 'staff' },
  { href: 'set-up', label: 'setUp', icon: 'set-up', needs: 'programme.texts', for: 'staff' },
]

export function navigationFor(me: Me, programme: MyProgramme): NavigationItem[] {
  const side = ownCompany(programme) ? 'company' : 'staff'
  return ITEMS.filter((item) => item.for === side && mayIn(me, programme, item.needs)).map((item) => ({
    href: `/programmes/${programme.slug}/${item.href}`,
    label: item.label,
    icon: item.icon,
  }))
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
