import type { shell as Swedish } from '../sv/shell.ts'

export const shell: typeof Swedish = {
  menu: 'Menu',
  openMenu: 'Open the menu',
  mainNavigation: 'Main menu',
  account: 'My account',
  accountMenu: (p) => `Account: ${p.name}`,
  signOut: 'Sign out',
  switchProgramme: 'Switch programme',
  accessibilityLink: 'Accessibility',
  cofundedBy: 'Co-funded by',
  appearance: 'Appearance',
  appearances: { system: 'As the device', light: 'Light', dark: 'Dark' },
  navigation: {
    home: 'Home',
    companies: 'Companies',
    plan: 'Plan',
    keyFigures: 'Key figures',
    sessions: 'Coaching',
    documents: 'Documents',
    people: 'Staff',
    ourPeople: 'Our people',
    rates: 'Currency rates',
    setUp: 'Set-up',
    models: 'Models',
    administration: 'Administration',
    programmes: 'Programmes',
    mail: 'E-mails',
  },
  welcome: {
    title: (p) => `Welcome, ${p.name}`,
    choose: 'You take part in several programmes. Which one do you want to open?',
    none: 'You are not part of any programme yet',
    noneText: 'When someone invites you, you get an e-mail with a link.',
    demonstration: 'Demonstration',
    open: 'Open the programme',
    noPages: 'Your role gives access to no pages of the programme.',
    publicPage: 'Read about the programme',
  },
  accessibility: {
    title: 'Accessibility',
    intro: 'Everyone should be able to use Stegvis. We follow WCAG 2.2, level AA.',
    parts: [
      {
        title: 'What works',
        text: 'Every page can be used with a keyboard alone and is built for screen readers. Nothing is shown by colour alone: steps, statuses and focus areas also have a shape, a pattern or words. Every chart is also available as text and as a table. Text can be enlarged to 400 per cent, and the pages follow the device’s light or dark mode and its setting for reduced motion.',
      },
      {
        title: 'Where it falls short',
        text: 'Files uploaded as evidence are shown as they are and may lack a text alternative. While a searchable list is open, some screen readers read the list only and not the rest of the page. The pages have been reviewed with automatic tools and with a keyboard, but not yet by people who use a screen reader every day.',
      },
      {
        title: 'Tell us',
        text: 'Have you found something you cannot use? Tell your coach or the contact person of the programme: they will help you, and the fault will be fixed.',
      },
    ],
  },
  notFound: {
    title: 'There is no such page',
    text: 'It may have moved, or you do not have access to it.',
    toStart: 'To the start page',
  },
}
