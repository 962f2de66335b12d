import type { CompanyRow } from '@stegvis/core/companies/list/schema.ts'
import { SIZE_WORDS } from '@stegvis/core/companies/size/size.ts'
import { STATUS_NAMES } from '@stegvis/core/companies/standing/status.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Spreadsheet } from '../../http/spreadsheet.ts'
import { COMPANIES_SHEET } from '../../locales/companies-sheet.ts'
import { municipalityName } from '../municipalities.ts'

/** The list as a spreadsheet. Empty cells where this person sees the register only. */
export function companySheet(rows: readonly CompanyRow[], language: Language, madeAt: string): Spreadsheet<CompanyRow> {
  const { title, fileName, heading } = COMPANIES_SHEET[language]
  return {
    fileName: `stegvis-${fileName}-${madeAt.slice(0, 10)}`,
    title,
    madeAt,
    rows,
    columns: [
      { heading: heading.name, kind: 'text', value: (row) => row.name },
      { heading: heading.organisationNumber, kind: 'text', value: (row) => row.organisationNumber },
      { heading: heading.municipality, kind: 'text', value: (row) => municipalityName(row.municipalityCode) },
      { heading: heading.status, kind: 'text', value: (row) => STATUS_NAMES[row.status][language] },
      { heading: heading.statusSince, kind: 'day', value: (row) => row.statusSince },
      { heading: heading.partner, kind: 'text', value: (row) => row.partner?.name ?? null },
      { heading: heading.subProject, kind: 'text', value: (row) => row.subProject?.name ?? null },
      { heading: heading.coach, kind: 'text', value: (row) => row.coach?.name ?? null },
      { heading: heading.industryCode, kind: 'text', value: (row) => row.industryCode },
      { heading: heading.size, kind: 'text', value: (row) => row.sizeClass && SIZE_WORDS[row.sizeClass][language] },
      { heading: heading.nextStep, kind: 'long-text', value: (row) => row.nextStep },
      { heading: heading.nextStepOn, kind: 'day', value: (row) => row.nextStepOn },
      { heading: heading.lastContactOn, kind: 'day', value: (row) => row.lastContactOn },
      { heading: heading.createdAt, kind: 'day', value: (row) => row.createdAt.slice(0, 10) },
    ],
  }
}
