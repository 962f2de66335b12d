import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { printRoles } from '@stegvis/core/people/print-roles.ts'

const FILE = path.resolve(import.meta.dirname, '../docs/roles.md')

/** Prints the roles and what they may do, from the table the server enforces. */
export async function main(): Promise<void> {
  writeFileSync(FILE, printRoles())
}
