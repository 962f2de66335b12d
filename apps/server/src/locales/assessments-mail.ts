import type { Language } from '@stegvis/core/kernel/text.ts'

type Texts = {
  subject: (p: { company: string; programme: string }) => string
  invited: (p: { inviter: string; company: string; ladders: string; count: number }) => string
  reminded: (p: { inviter: string; company: string; ladders: string }) => string
  how: (p: { minutes: number }) => string
  private: string
  action: string
  notes: readonly string[]
}

const sv: Texts = {
  subject: ({ company }) => `Dags att svara: ${company} mäter var ni står`,
  invited: ({ inviter, company, ladders, count }) =>
    `${inviter} ber dig svara för ${company}. Det gäller ${count === 1 ? 'trappan' : 'trapporna'} ${ladders}.`,
  reminded: ({ inviter, company, ladders }) =>
    `${inviter} påminner om mätningen för ${company}: ${ladders}. Det du redan har svarat är sparat.`,
  how: ({ minutes }) =>
    `Det tar ungefär ${minutes} minuter, och går bra i telefonen. Varje svar sparas direkt, så du kan ta en paus och fortsätta när du vill.`,
  private:
    'Svara som det är i dag, inte som ni vill att det ska vara. Dina svar ses av er utvecklare, inte av kollegorna.',
  action: 'Börja svara',
  notes: ['Länken loggar in dig utan lösenord. Den fungerar en gång och gäller i sju dagar.'],
}

const en: Texts = {
  subject: ({ company }) => `Time to answer: ${company} measures where you stand`,
  invited: ({ inviter, company, ladders, count }) =>
    `${inviter} asks you to answer for ${company}. It is about the ${count === 1 ? 'ladder' : 'ladders'} ${ladders}.`,
  reminded: ({ inviter, company, ladders }) =>
    `${inviter} reminds you of the assessment of ${company}: ${ladders}. What you have answered already is saved.`,
  how: ({ minutes }) =>
    `It takes about ${minutes} minutes and works well on a phone. Each answer is saved at once, so you can take a break and go on when you like.`,
  private:
    'Answer as it is today, not as you want it to be. Your answers are seen by your coach, not by your colleagues.',
  action: 'Start answering',
  notes: ['The link signs you in without a password. It works once, for seven days.'],
}

export const ASSESSMENT_MAIL: Record<Language, Texts> = { sv, en }
