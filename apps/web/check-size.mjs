// Fails when the first load of a public page is more than 120 kB compressed, fonts apart.
// Counts what the browser fetches before the page can be used: the document, its scripts and styles with all
// they import, one language, and the page itself. Run after `vite build`.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_BYTES = 120_000
const dist = new URL('./dist/', import.meta.url)
if (!existsSync(new URL('.vite/manifest.json', dist))) {
  console.error('there is no build to measure: run vite build first')
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const compressed = (file) => gzipSync(readFileSync(new URL(file, dist))).length

function filesOf(entry, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[entry]
  for (const each of [file, ...css]) found.add(each)
  for (const each of imports) if (!found.has(manifest[each].file)) filesOf(each, found)
  return found
}

const LANGUAGES = ['src/locales/sv-public.ts', 'src/locales/en-public.ts']
const PAGES = ['src/intake/programme-page.tsx', 'src/intake/interest-page.tsx']
let tooMuch = false
for (const page of PAGES) {
  for (const language of LANGUAGES) {
    const files = new Set([...filesOf('public.html'), ...filesOf(language), ...filesOf(page)])
    const sizes = [...files, 'public.html'].map((file) => [compressed(file), file]).sort((a, b) => b[0] - a[0])
    const total = sizes.reduce((sum, [size]) => sum + size, 0)
    tooMuch ||= total > LIMIT_BYTES
    const name = `${page.split('/').at(-1)} (${language.includes('/sv') ? 'sv' : 'en'})`
    console.log(`${(total / 1000).toFixed(1).padStart(6)} kB  ${name}, limit ${LIMIT_BYTES / 1000} kB`)
    if (total > LIMIT_BYTES || process.argv.includes('--list')) {
      for (const [size, file] of sizes) console.log(`        ${(size / 1000).toFixed(1).padStart(6)} kB  ${file}`)
    }
  }
}
process.exit(tooMuch ? 1 : 0)
