import type { AssessmentId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { type DraftText, inLanguage } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { ASSESSMENT_MAIL } from '../../locales/assessments-mail.ts'
import type { CompanyPerson } from '../../people/company-people/member-service.ts'
import { getLetterhead } from '../../people/letterhead.ts'
import { layOutMail } from '../../people/mail-layout.ts'

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
  people: readonly CompanyPerson[],
  invitation: Invitation,
): Promise<void> {
  if (people.length === 0 || invitation.ladders.length === 0) return
  for (const { name, email, language } of people) {
    const { slug, ...letterhead } = await getLetterhead(tx, invitation.programmeId, language)
    const path = `/programmes/${slug}/assessments/${invitation.ladders[0]!.assessmentId}/answer`
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
        letterhead,
        subject: texts.subject({ company, programme: letterhead.name }),
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
