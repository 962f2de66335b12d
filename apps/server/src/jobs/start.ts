import type { Deps } from '../deps.ts'

/** Background work of this process. Every job may run on several nodes at once. */
export function startJobs(_deps: Deps): { stop(): Promise<void> } {
  return { stop: async () => {} }
}
