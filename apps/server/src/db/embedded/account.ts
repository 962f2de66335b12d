import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The account PostgreSQL runs as: empty for "the one that runs us". */
export type Account = { uid?: number; gid?: number }

const NAME = 'postgres'

/**
 * PostgreSQL refuses to run as root, and `initdb` refuses a number without a name. So when root starts us, an
 * unprivileged account is found or made.
 */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const account = find(NAME) ?? make(NAME) ?? find('nobody')
  if (!account) throw new Error('Started as root, and there is no unprivileged account for PostgreSQL to run as.')
  return account
}

function find(name: string): Account | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
  if (uid.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) }
}

function make(name: string): Account | undefined {
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--user-group', name])
  return made.status === 0 ? find(name) : undefined
}

/** Whether the account may enter the folder: every folder above it has to let it through. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true
  return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0
}

/** Gives a file, or a folder with all it holds, to the account. */
export function giveTo(account: Account, target: string): void {
  if (account.uid === undefined || account.gid === undefined) return
  fs.lchownSync(target, account.uid, account.gid)
  if (!fs.lstatSync(target).isDirectory()) return
  for (const entry of fs.readdirSync(target)) giveTo(account, path.join(target, entry))
}
