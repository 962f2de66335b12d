import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Deps } from '../deps.ts'
import { COMPANIES_MAIL } from '../locales/companies-mail.ts'
import { getLetterhead } from '../people/letterhead.ts'
import { layOutMail, type MailContent } from '../people/mail-layout.ts'
import type { Receiver } from './intake/store.ts'

const LINK_DAYS = 7

type Parts = Pick<Deps, 'sendMail' | 'signIn'> & { config: Pick<Deps['config'], 'publicUrl'> }
type Body = Omit<MailContent, 'language' | 'letterhead' | 'to'>
type Programme = { slug: string; name: string }

type Envelope = { programmeId: ProgrammeId; to: Receiver; kind: string }

async function post(
  tx: Tx,
  { sendMail }: Parts,
  { programmeId, to, kind }: Envelope,
  body: (programme: Programme) => Body | Promise<Body>,
): Promise<void> {
  const { language } = to
  const { slug, ...letterhead } = await getLetterhead(tx, programmeId, language)
  await sendMail(tx, {
    to: to.email,
    language,
    kind,
    ...layOutMail({ language, letterhead, to: to.name, ...(await body({ slug, name: letterhead.name })) }),
  })
}

/** To the contact: thanks, what happens next and, where `signsIn`, a link that signs in and opens the home page. */
export async function thankContact(
  tx: Tx,
  parts: Parts,
  programmeId: ProgrammeId,
  to: Receiver,
  { company, partner, signsIn }: { company: string; partner: string | null; signsIn: boolean },
): Promise<void> {
  const { welcome, received } = COMPANIES_MAIL[to.language]
  if (!signsIn) {
    await post(tx, parts, { programmeId, to, kind: 'interest-received' }, ({ name: programme }) => ({
      subject: received.subject({ programme }),
      paragraphs: received.paragraphs({ company, programme }),
    }))
    return
  }
  await post(tx, parts, { programmeId, to, kind: 'interest-received' }, async ({ slug, name: programme }) => ({
    subject: welcome.subject({ programme }),
    paragraphs: welcome.paragraphs({ company, programme, partner }),
    action: {
      label: welcome.action,
      address: await parts.signIn.createSignInLink(tx, to, `/programmes/${slug}/home`, LINK_DAYS),
    },
    notes: welcome.notes,
  }))
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
  for (const to of receivers) {
    const texts = COMPANIES_MAIL[to.language].interest
    const own = message ? [texts.message({ contact: news.contact, message })] : []
    await post(tx, parts, { programmeId, to, kind: 'new-interest' }, ({ slug }) => ({
      subject: texts.subject(news),
      paragraphs: [texts.paragraph(news), ...own],
      action: { label: texts.action, address: companyAddress(parts, slug, companyId) },
    }))
  }
}

export type CoachNews = { by: string; companies: readonly string[]; companyId: CompanyId | null; note: string | null }

/** To a coach: these companies are yours now. */
export async function tellCoach(
  tx: Tx,
  parts: Parts,
  programmeId: ProgrammeId,
  to: Receiver,
  { by, companies, companyId, note }: CoachNews,
): Promise<void> {
  const texts = COMPANIES_MAIL[to.language].assigned
  await post(tx, parts, { programmeId, to, kind: 'coach-assigned' }, ({ slug }) => ({
    subject: texts.subject({ companies }),
    paragraphs: [texts.paragraph({ by, companies }), ...(note ? [texts.note({ by, note })] : [])],
    action: { label: texts.action, address: companyAddress(parts, slug, companyId) },
  }))
}

/** The list of one's own companies when there is more than one. */
function companyAddress({ config }: Parts, slug: string, companyId: CompanyId | null): string {
  return `${config.publicUrl}/programmes/${slug}/companies${companyId ? `/${companyId}` : '?mine=yes'}`
}
