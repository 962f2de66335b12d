import { createHash } from 'node:crypto'
import { type RegisterExportQuery, type RegisterFile, registerLine } from '@stegvis/core/aid/register/export.ts'
import { REGISTER_FIELD_KEYS, REGISTER_FIELDS } from '@stegvis/core/aid/register/fields.ts'
import { instrumentText } from '@stegvis/core/aid/register/instruments.ts'
import type { RegisterRow } from '@stegvis/core/aid/register/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { writeCsv } from 'hucre/csv'
import type { Tx } from '../../db/tenancy.ts'
import type { Column, Spreadsheet } from '../../http/spreadsheet.ts'
import { AID_REGISTER_SHEET } from '../../locales/aid-register-sheet.ts'
import { readProgramme } from '../../programmes/service.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { readAllOfRegister } from './service.ts'
import type { RegisteredGrant } from './store.ts'

/** What the filter finds, as files have it. */
export async function readRegisterFile(
  tx: Tx,
  actor: Actor,
  { edition, language, ...filter }: RegisterExportQuery,
  { today, now }: { today: PlainDate; now: string },
): Promise<RegisterFile> {
  const found = await readAllOfRegister(tx, actor, filter, today)
  const grants = found.map(({ grant, row }) =>
    registerLine(lineOf(actor, grant, row), edition, language ?? actor.language),
  )
  const { slug: programme } = await readProgramme(tx, actor)
  return { format: 'stegvis-aid-register/1', edition, programme, madeAt: now, grants }
}

function lineOf({ programmeId }: Actor, { rate }: RegisteredGrant, row: RegisterRow) {
  const pseudonym = createHash('sha256').update(`${programmeId} ${row.companyId}`).digest('hex').slice(0, 8)
  return { row, rate, pseudonym, decimals: DE_MINIMIS_LAW.currencies[row.currency] ?? 2 }
}

export function fileName({ edition, madeAt }: RegisterFile, language: Language): string {
  return `stegvis-${AID_REGISTER_SHEET[language].fileName[edition]}-${madeAt.slice(0, 10)}`
}

/** As a spreadsheet: headings and instruments in words, days and amounts as such. */
export function registerSheet(file: RegisterFile, language: Language): Spreadsheet<RegisterFile['grants'][number]> {
  return {
    fileName: fileName(file, language),
    title: AID_REGISTER_SHEET[language].title,
    madeAt: file.madeAt,
    rows: file.grants,
    columns: REGISTER_FIELD_KEYS.map((key): Column<RegisterFile['grants'][number]> => {
      const { heading, kind } = REGISTER_FIELDS[key]
      const name = heading[language]
      if (key === 'instrument')
        return { heading: name, kind: 'text', value: (line) => instrumentText(line[key])[language] }
      if (kind === 'amount') return { heading: name, kind: 'decimal', value: (line) => Number(line[key]) }
      return { heading: name, kind, value: (line) => line[key] }
    }),
  }
}

/** As comma-separated values: the names of the fields as headings. No cell is read as a formula. */
export function registerCsv({ grants }: RegisterFile): string {
  const rows = grants.map((line) => REGISTER_FIELD_KEYS.map((key) => line[key]))
  return writeCsv([[...REGISTER_FIELD_KEYS], ...rows], { bom: true, escapeFormulae: true })
}
