import path from 'node:path'

/** Where everything of the embedded server lies, below the data directory. */
export function layout(root: string) {
  const at = (name: string) => path.join(root, name)
  return {
    root,
    cluster: at('cluster'),
    draft: at('cluster.draft'),
    secret: at('secret.json'),
    password: at('password.draft'),
    socket: at('socket'),
    socketFolder: at('s'),
    log: at('postgres.log'),
    lock: at('start.lock'),
    users: at('users'),
    postmaster: path.join(at('cluster'), 'postmaster.pid'),
    /** a copy of the engine, for an account that cannot reach the dependencies */
    engine: (version: string) => at(`engine-${version}`),
    /** names the folder of a copy among the temporary files */
    temporaryEngine: at('engine'),
  }
}
export type Layout = ReturnType<typeof layout>

/**
 * How a program of PostgreSQL is told of a folder below a home that is closed to its account: it starts in the
 * folder and calls it by that. Linux only.
 */
export const HERE = '/proc/self/cwd'
