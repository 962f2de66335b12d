import { spawn } from 'node:child_process'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { ENVIRONMENT } from '../../test/child-process.ts'

const MAIN = path.resolve(import.meta.dirname, 'main.ts')

type Run = { code: number | null; out: string; problem: string }
type Surroundings = { input?: string; env?: Record<string, string> }

/** Runs a command as a terminal does, with its own process and its own environment. */
export async function runCommand(words: readonly string[], { input = '', env = {} }: Surroundings = {}): Promise<Run> {
  const script = `await (await import(${JSON.stringify(MAIN)})).main(process.argv.slice(1))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...words], {
    env: { ...ENVIRONMENT, ...env },
  })
  child.stdin.end(input)
  const [out, problem, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ])
  return { code, out, problem }
}
