import pg from 'pg'

type Parse = (text: string) => unknown

/** How columns arrive in TypeScript, decided once for every query of a feature. */
const PARSERS: Readonly<Record<number, Parse>> = {
  20: parseInteger, // int8
  1700: parseNumeric,
  1082: asText, // date: a calendar day has no time and no zone
  1184: parseInstant, // timestamptz
  1016: eachOf(parseInteger),
  1231: eachOf(parseNumeric),
  1182: eachOf(asText),
  1185: eachOf(parseInstant),
}

/** Handed to each query; the pools themselves keep the driver's own types, which libraries on them expect. */
export const COLUMN_TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: unknown) =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
}

function asText(text: string): string {
  return text
}

function parseInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError('an integer from the database is too large to be exact')
  return number
}

/** Whole numbers exactly or not at all; others as the nearest double. */
function parseNumeric(text: string): number {
  return text.includes('.') ? Number(text) : parseInteger(text)
}

const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)(?::(\d\d))?(?::\d\d)?$/

/** ISO 8601 in UTC with every digit the database has, so that an instant read and sent back is the same one. */
function parseInstant(text: string): string {
  const found = INSTANT.exec(text)
  if (!found) return text // 'infinity'
  const [, day, time, fraction = '', hours, minutes = '00'] = found
  if (hours === '+00' && minutes === '00') return `${day}T${time}${fraction}Z`
  const utc = new Date(`${day}T${time}${hours}:${minutes}`).toISOString()
  return `${utc.slice(0, 19)}${fraction}Z`
}

/** For flat arrays of types whose text holds no comma, brace or quote of its own. */
function eachOf(parse: Parse): Parse {
  return (text) => {
    const entries = text.slice(1, -1)
    if (entries === '') return []
    return entries.split(',').map((entry) => (entry === 'NULL' ? null : parse(entry.replaceAll('"', ''))))
  }
}
