import { paperContent } from '@stegvis/core/aid/papers/content.ts'
import type { PaperData } from '@stegvis/core/aid/papers/material.ts'
import { PAPER_TITLES } from '@stegvis/core/aid/papers/titles.ts'
import { maskPersonalNumbers } from '@stegvis/core/identity/masking.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { fundingMarks, type Logo } from '../../reports/marks.ts'
import type { PrintJob } from '../../reports/typst/messages.ts'

/**
 * What the template is given to set a paper: PDF/UA-1, since everybody must be able to read what they sign. The same
 * data gives the same bytes.
 */
export function paperJob(data: PaperData, language: Language, logos: readonly Logo[]): PrintJob {
  const content = paperContent(data, language)
  const { files, funding, emblem, logo } = fundingMarks(content.funding, logos)
  return {
    template: 'paper.typ',
    inputs: {
      paper: JSON.stringify({ ...content, cover: { funding }, emblem, logo }),
      data: JSON.stringify(data, null, 2),
    },
    files,
    standard: 'ua-1',
  }
}

/** `Forsakran-om-forsumbart-stod-Exempel-Mekaniska-AB-2026-11-23.pdf`; never with somebody's number in it. */
export function paperFileName({ company, material, madeOn }: PaperData, language: Language): string {
  const words = [PAPER_TITLES[material.kind][language], maskPersonalNumbers(company.name)].map((text) =>
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80),
  )
  return [...words, madeOn].filter(Boolean).join('-').concat('.pdf')
}
