import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSmeDefinitions } from '@stegvis/core/aid/size/definition.ts'
import { AID } from '../../paths.ts'

/** Read once: the file is part of the installation. */
export const SME_DEFINITIONS = parseSmeDefinitions(readFileSync(path.join(AID, 'sme-definition.yaml'), 'utf8'))
