import type { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { inLanguage, type Language } from '@stegvis/core/kernel/text.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { peopleMail } from '../../locales/people-mail.ts'
import { getLetterhead } from '../letterhead.ts'
import { layOutMail } from '../mail-layout.ts'
import { getOffer } from './store.ts'

/** Who invites: an actor, or the operator on the command line, who is nobody in the programme. */
export type Inviter = {
  programmeId: ProgrammeId
  personId: PersonId | null
  name: string | null
  timeZone: string
}

export type Mailer = Pick<Deps, 'sendMail' | 'clock' | 'config'>

/** Mails the link to an invitation, in the language the inviter chose for the invited. Answers the link. */
export async function mailInvitation(
  tx: Tx,
  inviter: Inviter,
  { sendMail, config }: Mailer,
  { id, language }: { id: string; language: Language },
  token: string,
): Promise<string> {
  const offer = await getOffer(tx, inviter.programmeId, id)
  const texts = peopleMail[language].invitation
  const programme = inLanguage(offer.programme, language)
  const role = ROLES[offer.role].name[language]
  const address = `${config.publicUrl}/invitation#${token}`
  const mail = layOutMail({
    language,
    letterhead: await getLetterhead(tx, inviter.programmeId, language),
    subject: texts.subject({ programme }),
    to: offer.name,
    paragraphs: [
      texts.paragraph({ inviter: inviter.name, programme, role, within: offer.within || null }),
      ...(offer.message && inviter.name ? [texts.message({ inviter: inviter.name, message: offer.message })] : []),
    ],
    action: { label: texts.action, address },
    notes: texts.notes({ until: dayInWords(offer.expiresAt, language, inviter.timeZone) }),
  })
  await sendMail(tx, { to: offer.email, language, kind: 'invitation', ...mail })
  return address
}

const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const

function dayInWords(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone }).format(new Date(instant))
}
