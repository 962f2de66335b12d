import type { Funding } from '@stegvis/core/reports/content/schema.ts'
import { EU_EMBLEM, emblemSvg } from '@stegvis/core/reports/eu-emblem.ts'
import { EMBLEM_MM, LOGO_MM } from '@stegvis/core/reports/funding.ts'
import type { PrintJob } from './typst/messages.ts'

/** A funder's mark as it is kept. */
export type Logo = { id: string; mediaType: string; content: Uint8Array }

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
}

/** What `funding` in cover.typ sets: the words, the emblem, and the marks as files beside the template. */
export function fundingMarks({ others, ...funding }: Funding, logos: readonly Logo[]) {
  const marks = logos.flatMap(({ id, mediaType, content }) => {
    const extension = EXTENSIONS[mediaType]
    return extension ? [{ id, path: `logo-${id}.${extension}`, content }] : []
  })
  const paths = new Map(marks.map(({ id, path }) => [id, path]))
  const files: PrintJob['files'] = marks.map(({ path, content }) => ({ path, content }))
  return {
    files,
    funding: {
      ...funding,
      others: others.map(({ logo, ...other }) => ({ ...other, path: paths.get(logo ?? '') ?? null })),
    },
    emblem: { svg: emblemSvg(EU_EMBLEM), ...EMBLEM_MM },
    logo: LOGO_MM,
  }
}
