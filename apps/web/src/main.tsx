import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyAppearance } from './app/appearance.ts'
import { AriaLocale } from './app/aria-locale.tsx'
import { createQueryClient } from './app/query-client.ts'
import { createAppRouter } from './app/router.tsx'
import { ProblemError } from './app/send.ts'
import { signInPath } from './app/session.ts'
import { AppTextsProvider, loadMessages } from './locales/app-texts.tsx'
import { languageOfPage } from './locales/language.ts'
import { restoreLastPerson } from './offline/offline.ts'
import { keepForOffline, reloadForMissingPart } from './offline/updates.ts'

applyAppearance()
window.addEventListener('vite:preloadError', reloadForMissingPart)

const language = languageOfPage()
const queryClient = createQueryClient(() => {
  // The session ended while a page was open: the address brings the person back to it.
  if (!location.pathname.startsWith('/sign-in')) location.assign(signInPath(`${location.pathname}${location.search}`))
})
const [texts] = await Promise.all([loadMessages(language), restoreLastPerson(queryClient)])
const router = createAppRouter(queryClient)

createRoot(document.getElementById('root')!, {
  // What the server refused is told on the page; only our own faults belong in the console.
  onCaughtError: (error) => {
    if (!(error instanceof ProblemError)) console.error(error)
  },
}).render(
  <StrictMode>
    <AppTextsProvider first={{ language, texts }}>
      <AriaLocale>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AriaLocale>
    </AppTextsProvider>
  </StrictMode>,
)

keepForOffline()
