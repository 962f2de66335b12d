import type { CompanyKeyFigure, CompanyKeyFigures, KeyFigureValue } from '@stegvis/core/indicators/schema.ts'
import { QUALITY_NAMES } from '@stegvis/core/indicators/terms.ts'
import { inLanguage, type Language } from '@stegvis/core/kernel/text.ts'
import type { Spreadsheet } from '../http/spreadsheet.ts'

const HEADINGS = {
  sv: {
    title: 'Nyckeltal',
    file: 'nyckeltal',
    keyFigure: 'Nyckeltal',
    area: 'Fokusområde',
    from: 'Från och med',
    to: 'Till och med',
    amount: 'Värde',
    unit: 'Enhet',
    quality: 'Kvalitet',
    verifiedBy: 'Verifierat av',
    source: 'Källa',
    note: 'Anteckning',
    enteredBy: 'Ifyllt av',
    enteredOn: 'Ifyllt',
  },
  en: {
    title: 'Key figures',
    file: 'key-figures',
    keyFigure: 'Key figure',
    area: 'Focus area',
    from: 'From',
    to: 'To',
    amount: 'Value',
    unit: 'Unit',
    quality: 'Quality',
    verifiedBy: 'Verified by',
    source: 'Source',
    note: 'Note',
    enteredBy: 'Entered by',
    enteredOn: 'Entered',
  },
} as const

type Row = { keyFigure: CompanyKeyFigure; value: KeyFigureValue }

/** Every value of a company's key figures, in the order of the page; a figure without values has no row. */
export function keyFigureSheet(
  { keyFigures }: CompanyKeyFigures,
  language: Language,
  madeAt: string,
): Spreadsheet<Row> {
  const heading = HEADINGS[language]
  const areas = ({ keyFigure }: Row) => keyFigure.focusAreas.map(({ name }) => inLanguage(name, language)).join(', ')
  return {
    fileName: `stegvis-${heading.file}-${madeAt.slice(0, 10)}`,
    title: heading.title,
    madeAt,
    rows: keyFigures.flatMap((keyFigure) => keyFigure.values.map((value) => ({ keyFigure, value }))),
    columns: [
      { heading: heading.keyFigure, kind: 'text', value: ({ keyFigure }) => keyFigure.name[language] },
      { heading: heading.area, kind: 'text', value: areas },
      { heading: heading.from, kind: 'day', value: ({ value }) => value.fromOn },
      { heading: heading.to, kind: 'day', value: ({ value }) => value.toOn },
      { heading: heading.amount, kind: 'decimal', value: ({ value }) => value.amount },
      { heading: heading.unit, kind: 'text', value: (row) => unitOf(row, language) },
      { heading: heading.quality, kind: 'text', value: ({ value }) => QUALITY_NAMES[value.quality][language] },
      { heading: heading.verifiedBy, kind: 'text', value: ({ value }) => value.verifiedBy?.name ?? null },
      { heading: heading.source, kind: 'text', value: ({ value }) => value.source },
      { heading: heading.note, kind: 'long-text', value: ({ value }) => value.note },
      { heading: heading.enteredBy, kind: 'text', value: ({ value }) => value.enteredBy },
      { heading: heading.enteredOn, kind: 'day', value: ({ value }) => value.enteredAt.slice(0, 10) },
    ],
  }
}

/** In the reader's language; a value entered in a unit the ladder no longer has keeps its own. */
function unitOf({ keyFigure: { unit }, value }: Row, language: Language): string {
  return value.unit === unit.sv ? unit[language] : value.unit
}
