import { inLanguage, type Language } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { peopleMail } from '../../locales/people-mail.ts'
import { getLetterhead } from '../letterhead.ts'
import { layOutMail } from '../mail-layout.ts'
import { getOffer } from './store.ts'

export type Mailer = Pick<Deps, 'sendMail' | 'clock' | 'config'>

/** Mails the link to an invitation, in the language the inviter chose for the invited. */
export async function mailInvitation(
  tx: Tx,
  actor: Actor,
  { sendMail, config }: Mailer,
  { id, language }: { id: string; language: Language },
  token: string,
): Promise<void> {
  const offer = await getOffer(tx, actor.programmeId, id)
  const texts = peopleMail[language].invitation
  const programme = inLanguage(offer.programme, language)
  const role = ROLES[offer.role].name[language]
  const mail = layOutMail({
    language,
    letterhead: await getLetterhead(tx, actor.programmeId, language),
    subject: texts.subject({ programme }),
    to: offer.name,
    paragraphs: [
      texts.paragraph({ inviter: actor.name, programme, role, within: offer.within || null }),
      ...(offer.message ? [texts.message({ inviter: actor.name, message: offer.message })] : []),
    ],
    action: { label: texts.action, address: `${config.publicUrl}/invitation#${token}` },
    notes: texts.notes({ until: dayInWords(offer.expiresAt, language, actor.timeZone) }),
  })
  await sendMail(tx, { to: offer.email, language, kind: 'invitation', ...mail })
}

const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const

function dayInWords(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone }).format(new Date(instant))
}
