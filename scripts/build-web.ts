import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const ROOT = path.resolve(import.meta.dirname, '..')
const WEB = path.join(ROOT, 'apps/web')
const DIST = path.join(WEB, 'dist')
const STAMP = path.join(ROOT, 'node_modules/.stegvis-web-build')

/** Everything the build reads: another byte in one of them makes a new build. */
const SOURCES = [
  'apps/web',
  'packages/core/src',
  'packages/core/package.json',
  'package-lock.json',
  'tsconfig.base.json',
]
const IGNORED = new Set(['node_modules', 'dist', 'test-results'])
const TEST = /\.test\.tsx?$/
const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/

/** Builds the web application when its sources are others than at the last build. Throws what the builder said. */
export function buildWeb(): void {
  const wanted = hashOf(SOURCES)
  const built = fs.existsSync(path.join(DIST, 'index.html')) && fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8')
  if (built === wanted) return
  const start = Date.now()
  process.stderr.write('Builds the web application … ')
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js')
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: WEB, encoding: 'utf8' })
  if (result.status !== 0) {
    const said = stripVTControlCharacters(result.stderr || result.stdout).trim()
    throw new Error(`The web application could not be built:\n${said}`)
  }
  compress(DIST)
  fs.writeFileSync(STAMP, wanted)
  process.stderr.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`)
}

function hashOf(entries: readonly string[]): string {
  const hash = createHash('sha256')
  for (const entry of entries) {
    for (const file of filesBelow(path.join(ROOT, entry))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

function filesBelow(entry: string): string[] {
  if (!fs.statSync(entry).isDirectory()) return TEST.test(entry) ? [] : [entry]
  const names = fs.readdirSync(entry).filter((name) => !IGNORED.has(name))
  return names.sort().flatMap((name) => filesBelow(path.join(entry, name)))
}

/** Once here instead of at each request. */
function compress(folder: string): void {
  for (const file of filesBelow(folder).filter((name) => COMPRESSIBLE.test(name))) {
    const bytes = fs.readFileSync(file)
    fs.writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
