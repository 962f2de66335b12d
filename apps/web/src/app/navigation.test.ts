import { Me } from '@stegvis/core/people/me.ts'
import { ROLES, type Role } from '@stegvis/core/people/roles.ts'
import { describe, expect, test } from 'vitest'
import { navigationFor, startPath } from './navigation.ts'

const ID = '018f0000-0000-7000-8000-000000000001'

const grant = (role: Role) => ({
  role,
  partnerId: null,
  subProjectId: null,
  companyId: ROLES[role].scope === 'company' ? ID : null,
  companyName: ROLES[role].scope === 'company' ? 'Verkstad AB' : null,
})

const person = (programmes: Record<string, Role[]>, administrator = false) =>
  Me.parse({
    id: ID,
    name: 'Anna',
    email: 'anna@example.com',
    language: 'sv',
    administrator,
    programmes: Object.entries(programmes).map(([slug, roles]) => ({
      id: ID,
      slug,
      name: { sv: slug, en: slug },
      demonstration: false,
      timeZone: 'Europe/Stockholm',
      grants: roles.map(grant),
    })),
  })

const places = (...roles: Role[]) => {
  const me = person({ west: roles })
  return navigationFor(me, me.programmes[0]!).map(({ href }) => href.replace('/programmes/west/', ''))
}

describe('the navigation', () => {
  test('of a company holds the company and nothing of the others', () => {
    expect(places('company-manager')).toEqual(['home', 'plan', 'key-figures', 'documents', 'people'])
    expect(places('company-member')).not.toContain('people')
  })

  test('of a coach starts with the companies and has no set-up', () => {
    expect(places('coach')[0]).toBe('companies')
    expect(places('coach')).not.toContain('set-up')
  })

  test('of a programme manager has the set-up', () => {
    expect(places('programme-manager')).toContain('set-up')
  })

  test('of a person on both sides has both, each place once', () => {
    const both = places('coach', 'company-manager')
    expect(both).toContain('home')
    expect(both).toContain('companies')
    expect(new Set(both).size).toBe(both.length)
  })

  test('leads every role somewhere or to a page that says why not', () => {
    for (const role of Object.keys(ROLES) as Role[]) expect(startPath(person({ west: [role] }))).toMatch(/^\//)
  })
})

describe('the first page', () => {
  test('is the one programme, the choice between several, or the installation', () => {
    expect(startPath(person({ west: ['coach'] }))).toBe('/programmes/west/companies')
    expect(startPath(person({ west: ['coach'], north: ['company-manager'] }))).toBe('/welcome')
    expect(startPath(person({}, true))).toBe('/admin/programmes')
    expect(startPath(person({}))).toBe('/welcome')
  })
})
