import { createObservable } from './observable.ts'

/** `sent`: nothing left to try. `later`: try again after a while. `signed-out`: only sign-in helps. */
export type Outcome = 'sent' | 'later' | 'signed-out'

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 60_000

type SenderParts = {
  /** one sender at a time over all tabs of this person */
  lock: string
  work: () => Promise<Outcome>
  wait?: (milliseconds: number, wake: () => void) => () => void
}

/**
 * Sends what waits: after each write, on return of the network or of the page, and else again after a pause
 * that doubles up to a minute. `state.stuck` is true while the last try got no answer.
 */
export function createSender({ lock, work, wait = waitInBrowser }: SenderParts) {
  const changed = createObservable()
  let state: { stuck: boolean; signedOut: boolean } = { stuck: false, signedOut: false }
  let pause = FIRST_PAUSE
  let stopWaiting = () => {}
  let running: Promise<void> | null = null
  let again = false

  function note(outcome: Outcome) {
    const next = { stuck: outcome === 'later', signedOut: outcome === 'signed-out' }
    if (next.stuck === state.stuck && next.signedOut === state.signedOut) return
    state = next
    changed.tell()
  }

  async function runUntilQuiet() {
    do {
      again = false
      const outcome = await withLock(lock, work)
      note(outcome)
      if (outcome === 'later') {
        stopWaiting = wait(pause, () => void kick())
        pause = Math.min(pause * 2, LONGEST_PAUSE)
        return
      }
      pause = FIRST_PAUSE
    } while (again)
  }

  /** Sends now. While it is sending already, once more after that. */
  function kick(): Promise<void> {
    stopWaiting()
    again = true
    running ??= runUntilQuiet().finally(() => {
      running = null
    })
    return running
  }

  return { kick, subscribe: changed.subscribe, state: () => state, stop: () => stopWaiting() }
}

function waitInBrowser(milliseconds: number, wake: () => void): () => void {
  // A crowd that lost its server together should not come back to it together.
  const timer = setTimeout(wake, milliseconds * (0.75 + Math.random() / 2))
  return () => clearTimeout(timer)
}

/** Locks exist on secure pages only; on a plain local address tabs are not kept apart. */
async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, work) : work()
}

/** Tries again when there is reason to believe that it helps. */
export function kickWhenBack(kick: () => Promise<void>): () => void {
  const back = () => {
    if (document.visibilityState === 'visible') void kick()
  }
  window.addEventListener('online', back)
  document.addEventListener('visibilitychange', back)
  return () => {
    window.removeEventListener('online', back)
    document.removeEventListener('visibilitychange', back)
  }
}
