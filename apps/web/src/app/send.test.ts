import { afterEach, describe, expect, test, vi } from 'vitest'
import { worthRetrying } from './query-client.ts'
import { actFor, isOpenedForAnother, NetworkError, ProblemError, send, sendAsWhoever } from './send.ts'

const answer = (status: number, body: unknown = {}) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body, { status }))

const ADDRESS = 'http://localhost/api/companies'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a call to the server', () => {
  test('marks writes as ours, and only those', async () => {
    const fetched = answer(200)
    await send(ADDRESS)
    await send(ADDRESS, { method: 'PATCH', body: '{}' })
    const headers = fetched.mock.calls.map(([request]) => (request as Request).headers.get('x-stegvis-csrf'))
    expect(headers).toEqual([null, '1'])
  })

  test('says whom the page was opened for, so that nobody else answers for it', async () => {
    const fetched = answer(200)
    actFor('anna')
    await send(ADDRESS)
    await sendAsWhoever(ADDRESS)
    actFor(undefined)
    await send(ADDRESS)
    const people = fetched.mock.calls.map(([request]) => (request as Request).headers.get('x-stegvis-person'))
    expect(people).toEqual(['anna', null, null])
  })

  test('notices that somebody else has signed in', () => {
    expect(isOpenedForAnother('anna')).toBe(false)
    actFor('anna')
    expect(isOpenedForAnother('anna')).toBe(false)
    expect(isOpenedForAnother('bo')).toBe(true)
    actFor(undefined)
  })

  test('throws the refusal with its slug, its fields and what it adds', async () => {
    answer(422, {
      type: '/problems/invalid-input',
      status: 422,
      errors: [{ pointer: '#/name', detail: 'too short' }],
      headroomCents: 5,
    })
    const refusal: unknown = await send(ADDRESS).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({
      slug: 'invalid-input',
      status: 422,
      errors: [{ pointer: '#/name', detail: 'too short' }],
      extra: { headroomCents: 5 },
    })
  })

  test.each([
    [401, 'not-signed-in'],
    [404, 'not-found'],
    [503, 'unavailable'],
    [500, 'internal'],
  ])('knows what %i means when something between us answered without a problem', async (status, slug) => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<html>', { status }))
    await expect(send(ADDRESS)).rejects.toMatchObject({ slug })
  })

  test('tells a lost network from a refusal', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('failed to fetch'))
    await expect(send(ADDRESS)).rejects.toBeInstanceOf(NetworkError)
  })
})

test('only silence and faults of the server are tried again, and not for ever', () => {
  expect(worthRetrying(0, new NetworkError('no answer'))).toBe(true)
  expect(worthRetrying(0, new ProblemError(503, {}))).toBe(true)
  expect(worthRetrying(0, new ProblemError(404, {}))).toBe(false)
  expect(worthRetrying(2, new NetworkError('no answer'))).toBe(false)
})
