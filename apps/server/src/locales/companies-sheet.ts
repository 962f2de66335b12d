import type { Language } from '@stegvis/core/kernel/text.ts'

const sv = {
  title: 'Företag',
  fileName: 'foretag',
  heading: {
    name: 'Företag',
    organisationNumber: 'Organisationsnummer',
    municipality: 'Kommun',
    status: 'Status',
    statusSince: 'Sedan',
    partner: 'Partner',
    subProject: 'Delprojekt',
    coach: 'Utvecklare',
    industryCode: 'Branschkod',
    size: 'Storlek',
    nextStep: 'Nästa steg',
    nextStepOn: 'När',
    lastContactOn: 'Senaste kontakt',
    createdAt: 'Kom in',
  },
}

const en: typeof sv = {
  title: 'Companies',
  fileName: 'companies',
  heading: {
    name: 'Company',
    organisationNumber: 'Organisation number',
    municipality: 'Municipality',
    status: 'Status',
    statusSince: 'Since',
    partner: 'Partner',
    subProject: 'Sub-project',
    coach: 'Coach',
    industryCode: 'Industry code',
    size: 'Size',
    nextStep: 'Next step',
    nextStepOn: 'When',
    lastContactOn: 'Last contact',
    createdAt: 'Came in',
  },
}

export const COMPANIES_SHEET: Record<Language, typeof sv> = { sv, en }
