import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, ROOT, readSource, type Source } from './sources.ts'

const CODE = /\.(ts|tsx)$/
const CORE = '@stegvis/core/'
/** Tests, and what they share. */
const TEST = /(\.test\.tsx?|\/test-[\w-]+\.tsx?)$/

const AREAS = ['packages/core/src', 'apps/server/src', 'apps/web/src'] as const
type Area = (typeof AREAS)[number]

const sources = AREAS.flatMap((area) => listFiles(area, CODE)).map(readSource)
const shipped = sources.filter(({ file }) => !TEST.test(file))
const inArea = (area: Area) => shipped.filter(({ file }) => file.startsWith(`${area}/`))

/** The file an import leads to, from the root; `undefined` for a package. */
function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith(CORE)) return `packages/core/src/${specifier.slice(CORE.length)}`
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : undefined
}

function offenders(among: readonly Source[], isWrong: (source: Source, specifier: string) => boolean): string[] {
  return among.flatMap((source) =>
    source.imports
      .filter((specifier) => isWrong(source, specifier))
      .map((specifier) => `${source.file} -> ${specifier}`),
  )
}

/** The package of a specifier: `zod/mini` and `zod` are one. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

test('there is a plausible number of files to judge', () => {
  expect(shipped.length).toBeGreaterThan(60)
  for (const area of AREAS) expect(inArea(area).length, area).toBeGreaterThan(10)
  expect(shipped.flatMap(({ imports }) => imports).length).toBeGreaterThan(shipped.length)
})

test('imports between files lead to a file that is there, with its extension', () => {
  const isLost = ({ file }: Source, specifier: string) => {
    const found = target(file, specifier.split('?')[0]!)
    return found !== undefined && !fs.existsSync(path.join(ROOT, found))
  }
  expect(offenders(sources, isLost)).toEqual([])
})

test('core imports zod, yaml and itself', () => {
  const allowed = new Set(['zod', 'yaml'])
  const isWrong = ({ file }: Source, specifier: string) => {
    const found = target(file, specifier)
    return found ? !found.startsWith('packages/core/src/') : !allowed.has(packageOf(specifier))
  }
  expect(offenders(inArea('packages/core/src'), isWrong)).toEqual([])
})

test('core reads neither the clock nor chance', () => {
  const reading = inArea('packages/core/src').filter(({ globals }) => globals.length > 0)
  expect(reading.map(({ file, globals }) => `${file}: ${globals.join(', ')}`)).toEqual([])
})

test('server and web know core and themselves, not each other', () => {
  const isForeign = (own: Area) => {
    const roots = [own, 'packages/core/src', own === 'apps/server/src' ? 'apps/server/openapi.json' : 'apps/web']
    return ({ file }: Source, specifier: string) => {
      const found = target(file, specifier)
      return found !== undefined && !roots.some((root) => found === root || found.startsWith(`${root}/`))
    }
  }
  expect(offenders(inArea('apps/server/src'), isForeign('apps/server/src'))).toEqual([])
  expect(offenders(inArea('apps/web/src'), isForeign('apps/web/src'))).toEqual([])
})

test('no page imports what only a server has', () => {
  const isServers = (_: Source, specifier: string) =>
    specifier.startsWith('node:') || ['pg', 'fastify', 'kysely'].includes(packageOf(specifier))
  expect(offenders(inArea('apps/web/src'), isServers)).toEqual([])
})

test('a feature reaches another through its service or core, never its store', () => {
  const isStore = /(^|[/-])store\.ts$/
  const feature = (file: string) => file.split('/')[3]!
  const isForeignStore = ({ file }: Source, specifier: string) => {
    const found = target(file, specifier)
    // Files beside the features put them together.
    const isRoot = path.posix.dirname(file) === 'apps/server/src'
    if (found === undefined || !isStore.test(found) || isRoot) return false
    // Every service records and tells what was done, in its own transaction: one in between would only forward.
    return feature(found) !== feature(file) && feature(found) !== 'audit'
  }
  expect(offenders(inArea('apps/server/src'), isForeignStore)).toEqual([])
})

test('no file only passes on what others export', () => {
  expect(shipped.filter(({ isBarrel }) => isBarrel).map(({ file }) => file)).toEqual([])
  expect(shipped.filter(({ file }) => /\/index\.tsx?$/.test(file)).map(({ file }) => file)).toEqual([])
})

test('the journeys import neither application', () => {
  const isApplication = ({ file }: Source, specifier: string) =>
    /^@stegvis\/(server|web)/.test(specifier) || (target(file, specifier)?.startsWith('apps/') ?? false)
  expect(offenders(listFiles('e2e', CODE).map(readSource), isApplication)).toEqual([])
})
