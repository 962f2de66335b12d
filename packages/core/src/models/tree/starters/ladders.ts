import { node, OPEN, POLICIES, question, type Starter, type Write, yesPartlyNo } from './parts.ts'

/** Two dimensions of three rungs, each rung needing all below it, and the step of the whole. */
export function ladder(write: Write): Starter {
  const rungs = (id: string) => [1, 2, 3].map((level) => ({ question: `${id}-${level}`, level }))
  return {
    purpose: write(
      'Visar vilket steg ni står på i varje delområde och vad som behövs för nästa.',
      'Shows which step you stand on in each dimension and what the next one needs.',
    ),
    scales: { met: yesPartlyNo(write) },
    questions: [
      question('flow-1', 'met', write('Vi vet hur lång tid en order tar.', 'We know how long an order takes.')),
      question('flow-2', 'met', write('Flödet är ritat med tider.', 'The flow is drawn with times.')),
      question(
        'flow-3',
        'met',
        write('Vi har kortat ledtiden det senaste året.', 'We have cut lead time in the past year.'),
      ),
      question('skills-1', 'met', write('Vi vet vem som kan vad.', 'We know who can do what.')),
      question(
        'skills-2',
        'met',
        write('Det finns en plan för vad fler ska lära sig.', 'There is a plan for what more people will learn.'),
      ),
      question(
        'skills-3',
        'met',
        write('Varje viktigt moment kan skötas av minst två.', 'At least two people can do each key task.'),
      ),
    ],
    policies: POLICIES,
    tree: node('whole', write('Hela stegen', 'The whole ladder'), { op: 'broad-step', share: [2, 3], floor: 1 }, [
      node('flow', write('Flöde', 'Flow'), { op: 'ladder', need: 'all', 'at-least': 1 }, rungs('flow'), {
        kind: 'dimension',
      }),
      node('skills', write('Kompetens', 'Skills'), { op: 'ladder', need: 'all', 'at-least': 1 }, rungs('skills'), {
        kind: 'dimension',
      }),
    ]),
  }
}

/** Three stages; each opens only when all its requirements and all stages below hold. */
export function gate(write: Write): Starter {
  const stage = (level: number, name: ReturnType<Write>, questions: string[]) =>
    node(
      `stage-${level}`,
      name,
      { op: 'gate', need: 'all', 'at-least': 1 },
      questions.map((id) => ({ question: id })),
      { kind: 'rung', level },
    )
  return {
    purpose: write(
      'Visar om allt som krävs är på plats, steg för steg.',
      'Shows whether everything that is required is in place, stage by stage.',
    ),
    scales: { met: yesPartlyNo(write) },
    questions: [
      question('backup', 'met', write('Viktiga filer kopieras varje dag.', 'Important files are copied every day.')),
      question('updates', 'met', write('Datorerna uppdateras av sig själva.', 'The computers update by themselves.')),
      question(
        'restore',
        'met',
        write('Vi har provat att läsa tillbaka en kopia i år.', 'We have tried to restore a copy this year.'),
      ),
      question('sign-in', 'met', write('Inloggning kräver två steg.', 'Signing in takes two steps.')),
      question('exercise', 'met', write('Vi har övat på ett driftstopp.', 'We have practised an outage.')),
    ],
    policies: POLICIES,
    tree: node('whole', write('Hela trappan', 'All stages'), { op: 'ladder', need: 'all', 'at-least': 1 }, [
      stage(1, write('Grunden', 'The basics'), ['backup', 'updates']),
      stage(2, write('Skyddet', 'Protection'), ['restore', 'sign-in']),
      stage(3, write('Beredskapen', 'Readiness'), ['exercise']),
    ]),
  }
}

/** Nine rungs, the lower ones first, on two scales side by side; there is no total. */
export function readiness(write: Write): Starter {
  const product = [
    write('Behovet är beskrivet.', 'The need is described.'),
    write('En lösning är skissad.', 'A solution is sketched.'),
    write('Det som är osäkert är utpekat.', 'What is uncertain is pointed out.'),
    write('De osäkra delarna fungerar var för sig.', 'The uncertain parts work one by one.'),
    write('Delarna fungerar ihop på provbänken.', 'The parts work together on the bench.'),
    write('En prototyp fungerar i rätt miljö.', 'A prototype works where it will be used.'),
    write('En kund har använt prototypen.', 'A customer has used the prototype.'),
    write('Produkten är färdig och provad.', 'The product is finished and tested.'),
    write('Produkten tillverkas och används.', 'The product is made and in use.'),
  ]
  const customer = [
    write('Vi tror att någon har problemet.', 'We believe that somebody has the problem.'),
    write('Vi har pratat med fem tänkbara kunder.', 'We have talked with five possible customers.'),
    write('Minst en kund bekräftar problemet.', 'At least one customer confirms the problem.'),
    write('Flera kunder vill prova lösningen.', 'Several customers want to try the solution.'),
    write('Vi vet vad de är beredda att betala.', 'We know what they are willing to pay.'),
    write('En kund har skrivit på en avsikt att köpa.', 'A customer has signed an intent to buy.'),
    write('En första kund har betalat.', 'A first customer has paid.'),
    write('Flera kunder har köpt.', 'Several customers have bought.'),
    write('Kunder köper igen.', 'Customers buy again.'),
  ]
  const rungs = (id: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ question: `${id}-${at + 1}`, level: at + 1 }))
  return {
    purpose: write(
      'Visar hur långt produkten och kunderna har kommit, var för sig.',
      'Shows how far the product and its customers have come, one by one.',
    ),
    scales: { met: yesPartlyNo(write) },
    questions: [
      ...product.map((text, at) => question(`product-${at + 1}`, 'met', text)),
      ...customer.map((text, at) => question(`customer-${at + 1}`, 'met', text)),
    ],
    policies: POLICIES,
    tree: node('whole', write('Profil', 'Profile'), { op: 'none' }, [
      node(
        'product',
        write('Produkten', 'The product'),
        { op: 'ladder', need: 'all', 'at-least': 1 },
        rungs('product', 9),
      ),
      node(
        'customer',
        write('Kunderna', 'The customers'),
        { op: 'ladder', need: 'all', 'at-least': 1 },
        rungs('customer', 9),
      ),
    ]),
  }
}

/** Practices of three levels and two streams: what is done, and how well it is followed up. */
export function streams(write: Write): Starter {
  const practice = (id: string, name: ReturnType<Write>) =>
    node(
      id,
      name,
      { op: 'sum' },
      [1, 2, 3].map((level) =>
        node(`${id}-level-${level}`, write(`Nivå ${level}`, `Level ${level}`), { op: 'mean' }, [
          { question: `${id}-do-${level}` },
          { question: `${id}-follow-${level}` },
        ]),
      ),
      { kind: 'practice' },
    )
  const asked = (id: string, level: number, what: ReturnType<Write>, follow: ReturnType<Write>) => [
    question(`${id}-do-${level}`, 'coverage', what),
    question(`${id}-follow-${level}`, 'coverage', follow),
  ]
  return {
    purpose: write(
      'Visar hur långt varje arbetssätt har kommit, i två strömmar: att göra och att följa upp.',
      'Shows how far each practice has come, in two streams: doing it and following it up.',
    ),
    scales: {
      coverage: {
        type: 'single',
        options: [
          { id: 'no', name: write('Nej', 'No'), value: 0 },
          { id: 'some', name: write('I någon del', 'In some part'), value: 0.25 },
          { id: 'most', name: write('I minst hälften', 'In at least half'), value: 0.5 },
          { id: 'all', name: write('Överallt', 'Everywhere'), value: 1 },
        ],
        ...OPEN,
      },
    },
    questions: [
      ...asked(
        'goals',
        1,
        write('Målen är nedskrivna.', 'The goals are written down.'),
        write('Någon ansvarar för varje mål.', 'Somebody is responsible for each goal.'),
      ),
      ...asked(
        'goals',
        2,
        write('Målen är brutna ned till varje grupp.', 'The goals are broken down to each team.'),
        write('Utfallet visas varje månad.', 'The outcome is shown every month.'),
      ),
      ...asked(
        'goals',
        3,
        write('Grupperna sätter egna mål.', 'The teams set goals of their own.'),
        write('Avvikelser leder till åtgärder inom en vecka.', 'Deviations lead to action within a week.'),
      ),
      ...asked(
        'learning',
        1,
        write('Nya får en handledare.', 'New people get a mentor.'),
        write('Vi frågar hur introduktionen fungerade.', 'We ask how the introduction worked.'),
      ),
      ...asked(
        'learning',
        2,
        write('Alla har en plan för sitt lärande.', 'Everyone has a plan for learning.'),
        write('Planen gås igenom varje halvår.', 'The plan is gone through every half-year.'),
      ),
      ...asked(
        'learning',
        3,
        write('Grupper lär av varandra på arbetstid.', 'Teams learn from one another in working hours.'),
        write('Vi mäter vad lärandet har gett.', 'We measure what the learning has given.'),
      ),
    ],
    policies: POLICIES,
    tree: node('whole', write('Hela modellen', 'The whole model'), { op: 'mean' }, [
      practice('goals', write('Mål', 'Goals')),
      practice('learning', write('Lärande', 'Learning')),
    ]),
  }
}
