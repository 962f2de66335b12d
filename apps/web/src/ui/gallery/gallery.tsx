import '../base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AriaLocale } from '../../app/aria-locale.tsx'
import { AppTextsProvider, loadMessages } from '../../locales/app-texts.tsx'
import { languageOfPage } from '../../locales/language.ts'
import { Toasts } from '../toast.tsx'
import { GalleryPage } from './gallery-page.tsx'

const language = languageOfPage()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppTextsProvider first={{ language, texts: await loadMessages(language) }}>
      <AriaLocale>
        <GalleryPage />
        <Toasts />
      </AriaLocale>
    </AppTextsProvider>
  </StrictMode>,
)
