import type { Language } from '@stegvis/core/kernel/text.ts'

type Texts = {
  /** to the contact of a company that is new in the programme */
  welcome: {
    subject: (p: { programme: string }) => string
    paragraphs: (p: { company: string; programme: string; partner: string | null }) => readonly string[]
    action: string
    notes: readonly string[]
  }
  /** to somebody who wrote about a company that is known already */
  received: {
    subject: (p: { programme: string }) => string
    paragraphs: (p: { company: string; programme: string }) => readonly string[]
  }
  /** to the lead */
  interest: {
    subject: (p: { company: string }) => string
    paragraph: (p: { company: string; contact: string; municipality: string | null; known: boolean }) => string
    message: (p: { contact: string; message: string }) => string
    action: string
  }
  /** to a coach who was given companies */
  assigned: {
    subject: (p: { companies: readonly string[] }) => string
    paragraph: (p: { by: string; companies: readonly string[] }) => string
    note: (p: { by: string; note: string }) => string
    action: string
  }
}

const sv: Texts = {
  welcome: {
    subject: ({ programme }) => `Tack för er intresseanmälan till ${programme}`,
    paragraphs: ({ company, programme, partner }) => [
      `Vi har tagit emot intresseanmälan för ${company}. ${partner ?? programme} hör av sig inom några dagar för att boka ett första samtal.`,
      'Vill du komma i gång redan nu? Logga in med knappen här nedanför. Där ser du ert nästa steg och kan fylla i uppgifter om företaget.',
    ],
    action: 'Logga in',
    notes: ['Länken loggar in dig utan lösenord. Den fungerar en gång och gäller i sju dagar.'],
  },
  received: {
    subject: ({ programme }) => `Tack för er intresseanmälan till ${programme}`,
    paragraphs: ({ company, programme }) => [
      `Vi har tagit emot din intresseanmälan för ${company}. Vi på ${programme} hör av oss inom några dagar.`,
    ],
  },
  interest: {
    subject: ({ company }) => `Ny intresseanmälan: ${company}`,
    paragraph: ({ company, contact, municipality, known }) =>
      known
        ? `${contact} har skickat en intresseanmälan för ${company}. Företaget finns redan i programmet, så anmälan ligger på företagets sida.`
        : `${contact} har skickat en intresseanmälan för ${company}${municipality ? ` i ${municipality}` : ''}.`,
    message: ({ contact, message }) => `${contact} skriver:\n${message}`,
    action: 'Öppna företaget',
  },
  assigned: {
    subject: ({ companies }) =>
      companies.length === 1
        ? `Du är utvecklare för ${companies[0]}`
        : `Du är utvecklare för ${companies.length} nya företag`,
    paragraph: ({ by, companies }) => `${by} har lämnat över till dig: ${companies.join(', ')}.`,
    note: ({ by, note }) => `${by} skriver:\n${note}`,
    action: 'Se företaget',
  },
}

const en: Texts = {
  welcome: {
    subject: ({ programme }) => `Thank you for your interest in ${programme}`,
    paragraphs: ({ company, programme, partner }) => [
      `We have received the expression of interest from ${company}. ${partner ?? programme} will be in touch within a few days to arrange a first conversation.`,
      'Would you like to get started now? Sign in with the button below. There you will see your next step and can add details about the company.',
    ],
    action: 'Sign in',
    notes: ['The link signs you in without a password. It works once and is valid for seven days.'],
  },
  received: {
    subject: ({ programme }) => `Thank you for your interest in ${programme}`,
    paragraphs: ({ company, programme }) => [
      `We have received your expression of interest for ${company}. ${programme} will be in touch within a few days.`,
    ],
  },
  interest: {
    subject: ({ company }) => `New expression of interest: ${company}`,
    paragraph: ({ company, contact, municipality, known }) =>
      known
        ? `${contact} has sent an expression of interest for ${company}. The company is already in the programme, so you will find it on the company’s page.`
        : `${contact} has sent an expression of interest for ${company}${municipality ? ` in ${municipality}` : ''}.`,
    message: ({ contact, message }) => `${contact} writes:\n${message}`,
    action: 'Open the company',
  },
  assigned: {
    subject: ({ companies }) =>
      companies.length === 1
        ? `You are the coach of ${companies[0]}`
        : `You are the coach of ${companies.length} new companies`,
    paragraph: ({ by, companies }) => `${by} has handed over to you: ${companies.join(', ')}.`,
    note: ({ by, note }) => `${by} writes:\n${note}`,
    action: 'See the company',
  },
}

export const COMPANIES_MAIL: Record<Language, Texts> = { sv, en }
