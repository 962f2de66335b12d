import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describeInterface } from '../apps/server/src/openapi.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
export const OPENAPI_FILE = path.join(ROOT, 'apps/server/openapi.json')

/** Writes the description of the interface, and the types of the client that calls it. */
export async function main(): Promise<void> {
  writeFileSync(OPENAPI_FILE, await describeInterface())
  execFileSync(process.execPath, [path.join(ROOT, 'tools/api-types/generate.mjs')], { stdio: 'inherit' })
}
