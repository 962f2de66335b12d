import { PROBLEMS, type ProblemSlug } from '@stegvis/core/kernel/problems.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'

/** `message` is the sentence for people, where the server has one for the fault. */
export type FieldError = { pointer: string; detail: string; message?: Text }

/** A refusal of the server, RFC 9457. Screens translate the slug; `extra` holds what the problem adds. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly slug: ProblemSlug
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>) {
    const slug = slugOf(body.type, status)
    super(slug)
    this.slug = slug
    this.status = status
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : []
    this.extra = body
  }
}

/** No answer at all: the network is gone, the server is down. Trying again later is right. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

const BY_STATUS: Record<number, ProblemSlug> = { 401: 'not-signed-in', 404: 'not-found', 429: 'too-many-requests' }

function slugOf(type: unknown, status: number): ProblemSlug {
  const last = String(type ?? '')
    .split('/')
    .at(-1)!
  if (last in PROBLEMS) return last as ProblemSlug
  return BY_STATUS[status] ?? (status >= 502 ? 'unavailable' : 'internal')
}

/** Turns an answer that is not 2xx into the error to throw. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  return new ProblemError(
    response.status,
    body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {},
  )
}

const SAFE = new Set(['GET', 'HEAD'])

let openedFor: string | undefined

/** From here on every request says whom this page was opened for; the server refuses it for anybody else. */
export function actFor(person: string | undefined): void {
  openedFor = person
}

/** Whether this page was opened for somebody else than the one who is signed in now. */
export function isOpenedForAnother(person: string): boolean {
  return openedFor !== undefined && openedFor !== person
}

/** Headers of our own, on every request. */
export function ownHeaders(method: string): Record<string, string> {
  return {
    // A page of another site cannot set this header without asking the server first.
    ...(SAFE.has(method) ? {} : { 'x-stegvis-csrf': '1' }),
    ...(openedFor === undefined ? {} : { 'x-stegvis-person': openedFor }),
  }
}

/** `fetch` for our own interface: marks writes as ours, throws `ProblemError` or `NetworkError`. */
export async function send(input: Request | string, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  for (const [name, value] of Object.entries(ownHeaders(request.method))) request.headers.set(name, value)
  return answered(request)
}

/** A question to which the answer depends on who is signed in, whoever that is. */
export async function sendAsWhoever(address: string): Promise<Response> {
  return answered(new Request(address))
}

async function answered(request: Request): Promise<Response> {
  let response: Response
  try {
    response = await fetch(request)
  } catch (cause) {
    if (request.signal.aborted) throw cause
    throw new NetworkError('no answer', { cause })
  }
  if (!response.ok) throw await problemFrom(response)
  return response
}
