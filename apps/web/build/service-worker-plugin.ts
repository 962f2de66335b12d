import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Fonts beyond Latin are fetched when a text needs them, never in advance. */
const WANTED = /\.(js|css|html|webmanifest|svg)$|latin.*\.woff2$/

/** Writes service-worker.js with the list of built files and a version made from their names, which carry their hashes. */
export function serviceWorker(): Plugin {
  return {
    name: 'stegvis-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => WANTED.test(file) && !file.startsWith('public.'))
      const page = bundle['index.html']
      const hash = createHash('sha256').update(files.sort().join('\n'))
      if (page?.type === 'asset') hash.update(page.source)
      const source = readFileSync(new URL('../src/offline/service-worker.js', import.meta.url), 'utf8')
        .replace('__VERSION__', hash.digest('hex').slice(0, 12))
        .replace("'__FILES__'", files.map((file) => JSON.stringify(`/${file}`)).join(', '))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}
