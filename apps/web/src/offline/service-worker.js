// Keeps the built application on the device, so that it opens without a network. Never touches /api.
const CACHE = 'stegvis-__VERSION__'
const FILES = ['__FILES__']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)))
})

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('stegvis-') && name !== CACHE)
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))))
  // The very first visit works without a network too: the page that fetched this version is kept by it from now on.
  event.waitUntil(self.clients.claim())
})

// The page asks the person before an update takes over: nobody loses a page in the middle of an assessment.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (event.request.mode === 'navigate') {
    if (url.pathname.startsWith('/p/')) return
    event.respondWith(fetch(event.request).catch(() => caches.match('/index.html')))
    return
  }
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)))
})
