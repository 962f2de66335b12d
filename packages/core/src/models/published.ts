import { parseAnyModel } from './parse-any.ts'

/** A model file and its path below `content/`, such as `models/energy-transition/1.0.0.yaml`. */
export type ContentFile = { path: string; text: string }
/** SHA-256 of a text as UTF-8, in hexadecimal. Given by the caller: `core` has no hash of its own. */
export type Sha256 = (text: string) => string

export type PublishedFault = { path: string; fault: 'changed' | 'gone' | 'not-listed' }

/**
 * The text of `content/published.sha256`: one line for each model that is not a draft, in the order of their
 * paths, as `sha256sum --check` reads it from within `content/`.
 */
export function publishedManifest(files: readonly ContentFile[], sha256: Sha256): string {
  return published(files)
    .map(({ path, text }) => `${sha256(text)}  ${path}\n`)
    .join('')
}

/** What no longer agrees with the list: a published file never changes, and none is missing from the list. */
export function checkPublished(manifest: string, files: readonly ContentFile[], sha256: Sha256): PublishedFault[] {
  const listed = new Map(
    manifest
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  )
  const present = new Map(files.map((file) => [file.path, file.text]))
  const faults: PublishedFault[] = []
  for (const [path, hash] of listed) {
    const text = present.get(path)
    if (text === undefined) faults.push({ path, fault: 'gone' })
    else if (sha256(text) !== hash) faults.push({ path, fault: 'changed' })
  }
  for (const { path } of published(files)) if (!listed.has(path)) faults.push({ path, fault: 'not-listed' })
  return faults
}

function published(files: readonly ContentFile[]): ContentFile[] {
  return files
    .filter(({ path, text }) => {
      const parsed = parseAnyModel(text, path)
      return parsed.ok && parsed.model.status !== 'draft'
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
