import createClient from 'openapi-fetch'
import type { z } from 'zod'
import type { paths } from './api.generated.ts'
import { send } from './send.ts'

/** The typed client: `const company = await read(api.GET('/api/…', { params }))`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => send(request) })

/** A shape of core as it travels: ids are plain text there. */
type Plain<T> = T extends z.$brand
  ? string
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T

/** The data of a call in core's own type, branded ids included: `readAs<CompanyRecord>(api.GET(…))`. */
export async function readAs<Shape>(call: Promise<{ data?: Plain<Shape> }>): Promise<Shape> {
  return (await call).data as Shape
}

/** The data of a call; refusals were thrown by `send` already. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}

/** A shape of core as JSON sends it: without the keys that are undefined. */
type Sent<T> = T extends z.$brand ? string : T extends object ? { [K in keyof T]: Sent<Exclude<T[K], undefined>> } : T

/** A body of core's own type, as the description of the interface has it. */
export const sent = <T>(body: T): Sent<T> => body as Sent<T>
