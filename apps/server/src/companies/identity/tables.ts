import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseClassification } from '@stegvis/core/identity/industry.ts'
import { CONTENT } from '../../paths.ts'

const FOLDER = path.join(CONTENT, 'classifications')

/** Both revisions of the industry codes. Read once: the files are part of the installation. */
export const CLASSIFICATIONS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => parseClassification(readFileSync(path.join(FOLDER, file), 'utf8')))
