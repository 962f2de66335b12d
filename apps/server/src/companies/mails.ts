import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { type DraftText, inLanguage } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Deps } from '../deps.ts'
import { COMPANIES_MAIL } from '../locales/companies-mail.ts'
import { layOutMail, type MailContent } from '../people/mail-layout.ts'
import { getLetterhead, type Receiver } from './intake-store.ts'

const LINK_DAYS = 7

type Parts = Pick<Deps, 'sendMail' | 'signIn'> & { config: Pick<Deps['config'], 'publicUrl'> }
type Head = { slug: string; name: DraftText; acknowledgements: DraftText[] }
type Body = Omit<MailContent, 'language' | 'letterhead' | 'to'>

async function post(tx: Tx, { sendMail }: Parts, to: Receiver, kind: string, head: Head, body: Body): Promise<void> {
  const { language } = to
  const letterhead = {
    name: inLanguage(head.name, language),
    acknowledgements: head.acknowledgements.map((text) => inLanguage(text, language)).filter(Boolean),
  }
  await sendMail(tx, { to: to.email, language, kind, ...layOutMail({ language, letterhead, to: to.name, ...body }) })
}

/** To the contact: thanks, what happens next and, where `signsIn`, a link that signs in and opens the home page. */
export async function thankContact(
  tx: Tx,
  parts: Parts,
  programmeId: ProgrammeId,
  to: Receiver,
  { company, partner, signsIn }: { company: string; partner: string | null; signsIn: boolean },
): Promise<void> {
  const head = await getLetterhead(tx, programmeId)
  const programme = inLanguage(head.name, to.language)
  const { welcome, received } = COMPANIES_MAIL[to.language]
  if (!signsIn) {
    const paragraphs = received.paragraphs({ company, programme })
    await post(tx, parts, to, 'interest-received', head, { subject: received.subject({ programme }), paragraphs })
    return
  }
  const address = await parts.signIn.createSignInLink(tx, to, `/programmes/${head.slug}/home`, LINK_DAYS)
  await post(tx, parts, to, 'interest-received', head, {
    subject: welcome.subject({ programme }),
    paragraphs: welcome.paragraphs({ company, programme, partner }),
    action: { label: welcome.action, address },
    notes: welcome.notes,
  })
}

export type InterestNews = {
  companyId: CompanyId
  company: string
  contact: string
  municipality: string | null
  message: string | null
  known: boolean
}

/** To the lead and the coach: somebody is interested. */
export async function tellReceivers(
  tx: Tx,
  parts: Parts,
  programmeId: ProgrammeId,
  receivers: readonly Receiver[],
  { companyId, message, ...news }: InterestNews,
): Promise<void> {
  const head = await getLetterhead(tx, programmeId)
  for (const to of receivers) {
    const texts = COMPANIES_MAIL[to.language].interest
    const own = message ? [texts.message({ contact: news.contact, message })] : []
    await post(tx, parts, to, 'new-interest', head, {
      subject: texts.subject(news),
      paragraphs: [texts.paragraph(news), ...own],
      action: { label: texts.action, address: companyAddress(parts, head.slug, companyId) },
    })
  }
}

/** To a coach: these companies are yours now. */
export async function tellCoach(
  tx: Tx,
  parts: Parts,
  programmeId: ProgrammeId,
  to: Receiver,
  {
    by,
    companies,
    companyId,
    note,
  }: { by: string; companies: readonly string[]; companyId: CompanyId | null; note: string | null },
): Promise<void> {
  const head = await getLetterhead(tx, programmeId)
  const texts = COMPANIES_MAIL[to.language].assigned
  await post(tx, parts, to, 'coach-assigned', head, {
    subject: texts.subject({ companies }),
    paragraphs: [texts.paragraph({ by, companies }), ...(note ? [texts.note({ by, note })] : [])],
    action: { label: texts.action, address: companyAddress(parts, head.slug, companyId) },
  })
}

/** The list of one's own companies when there is more than one. */
function companyAddress({ config }: Parts, slug: string, companyId: CompanyId | null): string {
  return `${config.publicUrl}/programmes/${slug}/companies${companyId ? `/${companyId}` : '?mine=yes'}`
}
