import type { Language } from '@stegvis/core/kernel/text.ts'

/** On whose behalf a mail is sent. */
export type Letterhead = {
  /** the programme; Stegvis itself where no programme is concerned */
  name: string
  /** the sentence each funder asks for */
  acknowledgements: readonly string[]
}

export type MailContent = {
  language: Language
  letterhead: Letterhead
  subject: string
  /** the person's own name, or null when nobody is addressed by name */
  to: string | null
  paragraphs: readonly string[]
  /** the one thing to do */
  action?: { label: string; address: string }
  /** below the action, smaller: how long it holds, what to do when it was not asked for */
  notes?: readonly string[]
}

export const STEGVIS: Letterhead = { name: 'Stegvis', acknowledgements: [] }

const GREETING = {
  sv: (name: string | null) => (name ? `Hej ${name}!` : 'Hej!'),
  en: (name: string | null) => (name ? `Hello ${name},` : 'Hello,'),
}

/** The same mail as plain text and as HTML. No pictures, nothing loaded, no tracking. */
export function layOutMail(content: MailContent): { subject: string; text: string; html: string } {
  return { subject: content.subject, text: asText(content), html: asHtml(content) }
}

function asText({ language, letterhead, to, paragraphs, action, notes = [] }: MailContent): string {
  const parts = [
    GREETING[language](to),
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.address}`] : []),
    ...notes,
    ['-- ', letterhead.name, ...letterhead.acknowledgements].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

const BODY = 'margin:0;padding:24px;background:#f4f5f3;color:#1d2b28;font:16px/1.6 Arial,Helvetica,sans-serif'
const SHEET = 'max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px'
const BUTTON =
  'display:inline-block;padding:12px 24px;background:#0b5c4f;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:bold'
const SMALL = 'font-size:14px;color:#4d5b57'

function asHtml(content: MailContent): string {
  const { language, letterhead, subject, to, paragraphs, action, notes = [] } = content
  const paragraph = (text: string, style = '') => `<p${style && ` style="${style}"`}>${linesOf(text)}</p>`
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="${BODY}"><div role="article" aria-label="${escaped(subject)}" style="${SHEET}">`,
    `<p style="${SMALL}">${escaped(letterhead.name)}</p>`,
    paragraph(GREETING[language](to)),
    ...paragraphs.map((text) => paragraph(text)),
    ...(action ? [`<p><a href="${escaped(action.address)}" style="${BUTTON}">${escaped(action.label)}</a></p>`] : []),
    ...notes.map((text) => paragraph(text, SMALL)),
    ...letterhead.acknowledgements.map((text) => paragraph(text, SMALL)),
    '</div></body></html>',
  ].join('\n')
}

const linesOf = (text: string) => escaped(text).replaceAll('\n', '<br>')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}
