import { createObservable } from './observable.ts'

const found = createObservable()
let waiting: ServiceWorker | null = null

/** Keeps the app on this device for work without a network. Secure pages only, which localhost counts as. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const hadOne = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) location.reload()
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
  waiting?.postMessage('take-over')
}
