/** The entry of a record, and nothing a record inherits: an id may be `constructor`. */
export function own<Entry>(record: Readonly<Record<string, Entry>>, key: string): Entry | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
