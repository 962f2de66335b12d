import './ui/base.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { applyAppearance } from './app/appearance.ts'
import { languageOfPage } from './locales/language.ts'
import { loadPublicMessages, PublicTextsProvider } from './locales/public-texts.tsx'
import { Skeleton } from './ui/states.tsx'

// Each page is a chunk of its own: a visitor loads the one they came for.
const InterestPage = lazy(() => import('./intake/interest-page.tsx').then((page) => ({ default: page.InterestPage })))
const ProgrammePage = lazy(() =>
  import('./intake/programme-page.tsx').then((page) => ({ default: page.ProgrammePage })),
)

/** `/p/:slug` and `/p/:slug/interest`: two addresses need no router. */
const [, slug = '', page] = location.pathname.replace(/^\//, '').split('/')

applyAppearance()
const language = languageOfPage()
const texts = await loadPublicMessages(language)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <PublicTextsProvider first={{ language, texts }}>
      <Suspense fallback={<Skeleton />}>
        {page === 'interest' ? <InterestPage slug={slug} /> : <ProgrammePage slug={slug} />}
      </Suspense>
    </PublicTextsProvider>
  </StrictMode>,
)
