import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type DemonstrationContent, parseDemonstration } from '@stegvis/core/programmes/demonstration/content.ts'
import { CONTENT } from '../../paths.ts'

const FOLDER = path.join(CONTENT, 'programmes')

/** The content that says of itself that it is a demonstration; the first by name. Throws when there is none. */
export function loadDemonstration(folder = FOLDER): DemonstrationContent {
  for (const entry of readdirSync(folder).sort()) {
    const read = (file: string) => readFileSync(path.join(folder, entry, `${file}.yaml`), 'utf8')
    if (!existsSync(path.join(folder, entry, 'programme.yaml'))) continue
    if (!/^demonstration: true$/m.test(read('programme'))) continue
    return parseDemonstration({
      programme: read('programme'),
      people: read('people'),
      companies: read('companies'),
      stories: read('stories'),
      groups: read('groups'),
      aid: read('aid'),
    })
  }
  throw new Error(`There is no demonstration in ${folder}`)
}
