import { NetworkError, ProblemError } from '../app/send.ts'

type Reply = (call: { url: string; body: unknown; headers: Record<string, string> }) => Response | Error

/** Answers in turn, the last reply for ever after; remembers what it was sent. */
export function testServer(...replies: Reply[]) {
  const calls: { url: string; method: string; body: unknown; headers: Record<string, string> }[] = []
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const call = {
      url,
      method: init.method ?? 'GET',
      body: init.body === undefined ? undefined : (JSON.parse(String(init.body)) as unknown),
      headers: (init.headers ?? {}) as Record<string, string>,
    }
    calls.push(call)
    const reply = replies.length > 1 ? replies.shift()! : replies[0]!
    const answer = reply(call)
    if (answer instanceof Error) throw answer
    return answer
  }
  return { send, calls, next: (...more: Reply[]) => replies.splice(0, replies.length, ...more) }
}

export const taken: Reply = () => Response.json({})
export const noNetwork: Reply = () => new NetworkError('no answer')
export const refused =
  (status: number, slug: string, extra: Record<string, unknown> = {}): Reply =>
  () =>
    new ProblemError(status, { type: `/problems/${slug}`, ...extra })
