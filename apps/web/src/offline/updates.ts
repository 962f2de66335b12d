import { createObservable } from './observable.ts'

const found = createObservable()
let waiting: ServiceWorker | null = null
let isWanted = false

/** Keeps the app on this device for work without a network. Secure pages only, which localhost counts as. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Only where it was asked for: another tab may be in the middle of something.
    if (isWanted) location.reload()
  })
  void navigator.serviceWorker.register('/service-worker.js').then(watch)
}

function watch(registration: ServiceWorkerRegistration): void {
  const notice = (worker: ServiceWorker | null) => {
    // Without a controller this is the first version: nothing to ask about.
    if (!worker || !navigator.serviceWorker.controller) return
    waiting = worker
    found.tell()
  }
  notice(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') notice(registration.waiting)
    })
  })
}

/** Told when a new version is here and waits for the person's word. */
export const onUpdate = found.subscribe
export const isUpdateWaiting = () => waiting !== null

/** The person said yes: the new version takes over and the page starts anew. */
export function takeUpdate(): void {
  isWanted = true
  waiting?.postMessage('take-over')
}

const RELOADED_AT = 'reloaded-at'
const AGAIN_MILLISECONDS = 60_000

/**
 * A part of an older version may be gone from the server: the new version is one reload away. Once a minute at
 * most, so that a page whose parts cannot be had, without a network say, shows its error and does not spin.
 */
export function reloadForMissingPart(event: Event): void {
  const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0)
  if (!navigator.onLine || Date.now() - last < AGAIN_MILLISECONDS) return
  sessionStorage.setItem(RELOADED_AT, String(Date.now()))
  event.preventDefault()
  location.reload()
}
