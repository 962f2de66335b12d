import createClient from 'openapi-fetch'
import type { paths } from './api.generated.ts'
import { send } from './send.ts'

/** The typed client: `const company = await read(api.GET('/api/…', { params }))`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => send(request) })

/** The data of a call; refusals were thrown by `send` already. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}
