import { pino } from 'pino'
import type { Config } from './config.ts'

/** JSON lines to standard output. Never holds addresses of people, names, or what was searched for. */
export function createLog(level: Config['logLevel'], destination?: NodeJS.WritableStream) {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, req: () => undefined, res: () => undefined },
  }
  return destination ? pino(options, destination) : pino(options)
}

const MAIL_ADDRESS = /[^\s<>"'()=:,;]+@[^\s<>"'()=:,;]+/g

/**
 * What a developer needs of an error. The database puts rows into `detail` and `where`, so those are left out;
 * addresses that got into a message are struck.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: strike(String(error)) }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  return {
    type: error.name,
    message: strike(error.message),
    stack: strike(error.stack ?? ''),
    code,
    constraint,
    table,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

const strike = (text: string) => text.replace(MAIL_ADDRESS, '[address]')
