import type { AssessmentId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { type DraftText, inLanguage } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Deps } from '../deps.ts'
import { ASSESSMENT_MAIL } from '../locales/assessments-mail.ts'
import { layOutMail } from '../people/mail-layout.ts'
import { getProgrammeLetterhead, type Person } from './planning-store.ts'

const LINK_DAYS = 7
const MINUTES_PER_LADDER = 10

export type Invitation = {
  programmeId: ProgrammeId
  inviter: string
  company: string
  kind: 'invited' | 'reminded'
  /** in the order to answer them; the link opens the first */
  ladders: readonly { assessmentId: AssessmentId; name: DraftText }[]
}

/** Mails each person a link that signs them in and opens the first ladder they are asked about. */
export async function sendInvitations(
  tx: Tx,
  { sendMail, signIn }: Pick<Deps, 'sendMail' | 'signIn'>,
  people: readonly Person[],
  invitation: Invitation,
): Promise<void> {
  if (people.length === 0 || invitation.ladders.length === 0) return
  const programme = await getProgrammeLetterhead(tx, invitation.programmeId)
  const path = `/programmes/${programme.slug}/assessments/${invitation.ladders[0]!.assessmentId}/answer`
  for (const { name, email, language } of people) {
    const texts = ASSESSMENT_MAIL[language]
    const ladders = new Intl.ListFormat(language).format(
      invitation.ladders.map((ladder) => inLanguage(ladder.name, language)),
    )
    const { inviter, company } = invitation
    const count = invitation.ladders.length
    await sendMail(tx, {
      to: email,
      language,
      kind: 'assessment-invitation',
      ...layOutMail({
        language,
        letterhead: {
          name: inLanguage(programme.name, language),
          acknowledgements: programme.acknowledgements.map((text) => inLanguage(text, language)).filter(Boolean),
        },
        subject: texts.subject({ company, programme: inLanguage(programme.name, language) }),
        to: name,
        paragraphs: [
          texts[invitation.kind]({ inviter, company, ladders, count }),
          texts.how({ minutes: MINUTES_PER_LADDER * count }),
          texts.private,
        ],
        action: {
          label: texts.action,
          address: await signIn.createSignInLink(tx, { name, email, language }, path, LINK_DAYS),
        },
        notes: texts.notes,
      }),
    })
  }
}
