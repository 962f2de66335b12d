import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { startChunks } from './build/chunks.ts'
import { publicPagesInDev } from './build/public-pages-in-dev.ts'
import { serviceWorker } from './build/service-worker-plugin.ts'

const api = process.env.STEGVIS_API ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-GB', 'en-US'] }), enforce: 'pre' },
    react(),
    publicPagesInDev(),
    serviceWorker(),
  ],
  build: {
    manifest: true,
    // The content security policy allows no data: fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: 'index.html', public: 'public.html' },
      output: { codeSplitting: { groups: startChunks(fileURLToPath(new URL('public.html', import.meta.url))) } },
    },
  },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
})
