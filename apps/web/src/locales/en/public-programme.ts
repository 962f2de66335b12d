import type { publicProgramme as sv } from '../sv/public-programme.ts'

export const publicProgramme = {
  loading: 'Loading …',
  interest: 'Express interest',
  toCheck: 'Is it for us? Find out in two minutes',
  about: 'About the programme',
  areas: 'Focus areas and ladders',
  areasIntro:
    'Each focus area has a ladder of five steps. You start where you stand and choose for yourselves where to go.',
  stepsOf: (p) => `The five steps of the ladder: ${p.area}`,
  offer: 'What you get',
  how: 'How it works',
  steps: [
    { title: 'Express interest', text: 'Fill in a short form. A coach near you will be in touch within a few days.' },
    {
      title: 'Measure where you stand',
      text: 'You answer some questions on your phone. Then we go through the answers together on site.',
    },
    {
      title: 'Choose where to go',
      text: 'We help you choose three to five goals and make a plan that fits into your working day.',
    },
    {
      title: 'Take the next step',
      text: 'The coach stays with you while you work. After about a year we measure again.',
    },
  ],
  check: 'Is the programme for us?',
  checkIntro: 'Answer a few questions and see at once whether you can take part and which partner is yours.',
  partners: 'Who runs the programme',
  contact: 'Contact',
  fundedBy: 'The programme is funded by',
  notOpen: 'The programme',
  notOpenTitle: 'There is no such page',
  notOpenText: 'The programme has not opened, or it has ended. Check the address.',
  failed: 'The programme',
} satisfies typeof sv
