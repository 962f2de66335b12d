import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Email } from './email.ts'
import { acceptInvitation, resendInvitation, revokeRole } from './rules.ts'
import { StaffInvitation } from './schema.ts'
import { deviceOf } from './sign-in/devices.ts'
import { passwordFault } from './sign-in/password.ts'
import { returnPath } from './sign-in/return-path.ts'

describe('a password', () => {
  const known = ['Åsa Öberg', 'asa.oberg@verkstaden.example', 'stegvis']

  test.each([
    ['elva tecken', 'too-short'],
    ['tolv tecken!', undefined],
    ['åäöåäöåäöåäöåäö', 'repeats'],
    ['öbergöberg99', 'personal'],
    ['Verkstaden 12', 'personal'],
    ['Öberg älskar kaffe', undefined],
    ['a'.repeat(300), 'too-long'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, known)).toBe(fault)
  })

  test('is counted by what people see, not by how it is stored', () => {
    expect(passwordFault('🐎🔋🧷🐴🌍🌊', [])).toBe('too-short')
  })

  test('of enough different signs is never refused without known words', () => {
    const words = fc.array(fc.constantFrom('häst', 'batteri', 'klammer', 'korrekt', 'moln'), {
      minLength: 3,
      maxLength: 9,
    })
    fc.assert(fc.property(words, (parts) => passwordFault(`${parts.join(' ')} 1!`, []) !== 'personal'))
  })
})

describe('the page after signing in', () => {
  test.each(['/', '/programmes/x/home', '/a?b=c#d', '/å/ä'])('%s is ours', (path) => {
    expect(returnPath(path)).toBe(path)
  })

  test.each([
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
  ])('%s is not', (path) => {
    expect(returnPath(path)).toBe('/')
  })

  test('stays on this site whatever is given', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(new URL(returnPath(given), 'https://stegvis.example').origin).toBe('https://stegvis.example')
      }),
    )
  })
})

test('one address is one person however it is spelled', () => {
  expect(Email.parse('  Åsa.Oberg@Example.ORG'.replace('Å', 'A'))).toBe('asa.oberg@example.org')
  for (const wrong of ['', 'a', 'a@', '@b.se', 'a b@c.se']) expect(Email.safeParse(wrong).success).toBe(false)
})

describe('a device', () => {
  const CHROME =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36'
  const SAFARI =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/20.0 Mobile/15E148 Safari/604.1'

  test.each([
    [CHROME, { browser: 'Chrome', system: 'Windows' }],
    [`${CHROME} Edg/156.0`, { browser: 'Edge', system: 'Windows' }],
    [SAFARI, { browser: 'Safari', system: 'iPhone' }],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0', { browser: 'Firefox', system: 'Linux' }],
    ['Mozilla/5.0 (Linux; Android 16) Chrome/156.0 Mobile Safari/537.36', { browser: 'Chrome', system: 'Android' }],
    ['curl/8.0', { browser: '', system: '' }],
  ])('is named by what it calls itself', (userAgent, device) => {
    expect(deviceOf(userAgent)).toEqual(device)
  })
})

describe('an invitation', () => {
  const now = '2026-11-23T12:00:00.000Z'
  const open = { acceptedAt: null, withdrawnAt: null, expiresAt: '2026-12-07T12:00:00.000Z' }

  test('is accepted while it is open', () => {
    expect(acceptInvitation(open, now)).toEqual({ ok: true, value: open })
  })

  test.each([
    ['used', { ...open, acceptedAt: now }],
    ['withdrawn', { ...open, withdrawnAt: now }],
    ['run out', { ...open, expiresAt: now }],
  ])('that is %s is refused alike', (_, invitation) => {
    expect(acceptInvitation(invitation, now)).toEqual({ ok: false, problem: 'invitation-expired' })
  })

  test('that has run out can be sent again, one that was answered cannot', () => {
    expect(resendInvitation({ ...open, expiresAt: now }).ok).toBe(true)
    expect(resendInvitation({ ...open, acceptedAt: now }).ok).toBe(false)
    expect(resendInvitation({ ...open, withdrawnAt: now }).ok).toBe(false)
  })

  test.each([
    ['coach', 'partnerId', true],
    ['coach', 'subProjectId', false],
    ['coach', null, false],
    ['sub-project-lead', 'subProjectId', true],
    ['sub-project-lead', 'partnerId', false],
    ['economist', null, true],
    ['economist', 'partnerId', false],
  ])('of a %s names %s: %s', (role, scope, fits) => {
    const id = '018f0000-0000-7000-8000-000000000001'
    const person = { id, name: 'Nils', email: 'nils@example.org', language: 'sv', title: null, message: null }
    const given = { partnerId: null, subProjectId: null, ...(scope && { [scope]: id }) }
    expect(StaffInvitation.safeParse({ ...person, role, ...given }).success).toBe(fits)
  })
})

describe('taking a role away', () => {
  test('needs a reason', () => {
    expect(revokeRole('coach', 5, '  ')).toEqual({ ok: false, problem: 'reason-required' })
    expect(revokeRole('coach', 1, ' Byter jobb ')).toEqual({ ok: true, value: { reason: 'Byter jobb' } })
  })

  test('never leaves a programme without a manager', () => {
    expect(revokeRole('programme-manager', 1, 'x')).toEqual({ ok: false, problem: 'last-of-role' })
    expect(revokeRole('programme-manager', 2, 'x').ok).toBe(true)
  })
})
