import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDeMinimisLaw } from '@stegvis/core/aid/de-minimis/law.ts'
import { AID } from '../paths.ts'

const read = (file: string) => readFileSync(path.join(AID, file), 'utf8')

/** Read once: the files are part of the installation. */
export const DE_MINIMIS_LAW = parseDeMinimisLaw(read('de-minimis.yaml'), read('public-holidays.yaml'))
