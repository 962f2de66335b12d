import type { ReportData } from '@stegvis/core/reports/schema.ts'

/** `Stegvis-Exempel-Mekaniska-AB-2026-11-23.pdf`: letters as they are, and no sign that a file system minds. */
export function reportFileName({ company, madeOn }: Pick<ReportData, 'company' | 'madeOn'>): string {
  const name = company.name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return ['Stegvis', name, madeOn].filter(Boolean).join('-').concat('.pdf')
}
