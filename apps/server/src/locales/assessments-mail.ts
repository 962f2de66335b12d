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
  subject: ({ company }) => `Dags att svara: var står ${company}?`,
  invited: ({ inviter, company, ladders, count }) =>
    `${inviter} ber dig svara för ${company}. Det gäller ${count === 1 ? 'trappan' : 'trapporna'} ${ladders}.`,
  reminded: ({ inviter, company, ladders }) =>
    `${inviter} påminner om mätningen för ${company}: ${ladders}. Det du redan har svarat är sparat.`,
  how: ({ minutes }) =>
    `Det tar ungefär ${minutes} minuter, och går bra i telefonen. Varje svar sparas direkt, så du kan ta en paus och fortsätta när du vill.`,
  private:
    'Svara som det är i dag, inte som ni vill att det ska vara. Er utvecklare ser dina svar, men inte dina kollegor.',
  action: 'Börja svara',
  notes: ['Länken loggar in dig utan lösenord. Den fungerar en gång och gäller i sju dagar.'],
}

const en: Texts = {
  subject: ({ company }) => `Time to answer: where does ${company} stand?`,
  invited: ({ inviter, company, ladders, count }) =>
    `${inviter} is asking you to answer for ${company}. It is about the ${count === 1 ? 'ladder' : 'ladders'} ${ladders}.`,
  reminded: ({ inviter, company, ladders }) =>
    `A reminder from ${inviter} about the assessment of ${company}: ${ladders}. What you have already answered is saved.`,
  how: ({ minutes }) =>
    `It takes about ${minutes} minutes and works well on a phone. Each answer is saved at once, so you can take a break and continue when you like.`,
  private:
    'Answer as things are today, not as you want them to be. Your coach sees your answers, but your colleagues do not.',
  action: 'Start answering',
  notes: ['The link signs you in without a password. It works once and is valid for seven days.'],
}

export const ASSESSMENT_MAIL: Record<Language, Texts> = { sv, en }
