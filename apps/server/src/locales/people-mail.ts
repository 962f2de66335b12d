import type { Language } from '@stegvis/core/kernel/text.ts'

type Texts = {
  signIn: { subject: string; paragraph: string; action: string; notes: readonly string[] }
  newPassword: { subject: string; paragraph: string; action: string; notes: readonly string[] }
  passwordChanged: { subject: string; paragraphs: readonly string[] }
  administrator: {
    subject: string
    /** without an inviter, the operator of the installation did it */
    paragraph: (p: { inviter: string | null }) => string
    action: string
    notes: readonly string[]
  }
  invitation: {
    subject: (p: { programme: string }) => string
    /** without an inviter, the programme itself invites */
    paragraph: (p: { inviter: string | null; programme: string; role: string; within: string | null }) => string
    /** the inviter's own words follow */
    message: (p: { inviter: string; message: string }) => string
    action: string
    notes: (p: { until: string }) => readonly string[]
  }
}

const sv: Texts = {
  signIn: {
    subject: 'Din länk för att logga in',
    paragraph: 'Här är länken du bad om. Den loggar in dig utan lösenord.',
    action: 'Logga in',
    notes: [
      'Länken fungerar en gång och gäller i 15 minuter.',
      'Bad du inte om den? Då behöver du inte göra något. Ingen kan logga in utan länken.',
    ],
  },
  newPassword: {
    subject: 'Välj ett nytt lösenord',
    paragraph: 'Med länken här nedanför väljer du ett nytt lösenord. Därefter är du inloggad.',
    action: 'Välj nytt lösenord',
    notes: [
      'Länken fungerar en gång och gäller i 15 minuter.',
      'Bad du inte om den? Då behöver du inte göra något. Ditt lösenord gäller som förut.',
    ],
  },
  passwordChanged: {
    subject: 'Ditt lösenord har ändrats',
    paragraphs: [
      'Lösenordet till ditt konto ändrades nyss.',
      'Var det inte du? Välj genast ett nytt lösenord på inloggningssidan. Då loggas alla andra enheter ut.',
    ],
  },
  administrator: {
    subject: 'Du är administratör för Stegvis',
    paragraph: ({ inviter }) =>
      `${inviter ? `${inviter} har gjort dig till administratör.` : 'Du är nu administratör.'} Du kan lägga upp program, läsa utskick och utse fler administratörer.`,
    action: 'Logga in',
    notes: ['Länken fungerar en gång och gäller i sju dagar. Därefter loggar du in med din e-postadress.'],
  },
  invitation: {
    subject: ({ programme }) => `Inbjudan till ${programme}`,
    paragraph: ({ inviter, programme, role, within }) =>
      `${inviter ? `${inviter} bjuder in dig` : 'Du är inbjuden'} till ${programme}${within ? `, ${within}` : ''}. Din roll blir ${role.toLowerCase()}.`,
    message: ({ inviter, message }) => `${inviter} skriver:\n${message}`,
    action: 'Se inbjudan',
    notes: ({ until }) => [`Inbjudan gäller till och med ${until}. Du behöver inget lösenord.`],
  },
}

const en: Texts = {
  signIn: {
    subject: 'Your sign-in link',
    paragraph: 'Here is the link you asked for. It signs you in without a password.',
    action: 'Sign in',
    notes: [
      'The link works once and is valid for 15 minutes.',
      'Didn’t ask for it? Then there is nothing you need to do. Nobody can sign in without the link.',
    ],
  },
  newPassword: {
    subject: 'Choose a new password',
    paragraph: 'Use the link below to choose a new password. You are signed in afterwards.',
    action: 'Choose a new password',
    notes: [
      'The link works once and is valid for 15 minutes.',
      'Didn’t ask for it? Then there is nothing you need to do. Your password stays as it was.',
    ],
  },
  passwordChanged: {
    subject: 'Your password has been changed',
    paragraphs: [
      'The password for your account has just been changed.',
      'Wasn’t it you? Choose a new password on the sign-in page at once. All other devices will then be signed out.',
    ],
  },
  administrator: {
    subject: 'You are an administrator of Stegvis',
    paragraph: ({ inviter }) =>
      `${inviter ? `${inviter} has made you an administrator.` : 'You are now an administrator.'} You can add programmes, see e-mails that were sent and appoint more administrators.`,
    action: 'Sign in',
    notes: ['The link works once and is valid for seven days. After that you sign in with your e-mail address.'],
  },
  invitation: {
    subject: ({ programme }) => `Invitation to ${programme}`,
    paragraph: ({ inviter, programme, role, within }) =>
      `${inviter ? `${inviter} invites you` : 'You are invited'} to ${programme}${within ? `, ${within}` : ''}. Your role will be ${role.toLowerCase()}.`,
    message: ({ inviter, message }) => `${inviter} writes:\n${message}`,
    action: 'See the invitation',
    notes: ({ until }) => [`The invitation is valid until ${until}. You do not need a password.`],
  },
}

export const peopleMail: Record<Language, Texts> = { sv, en }
