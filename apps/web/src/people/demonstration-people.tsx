import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ROLES, Role } from '@stegvis/core/people/roles.ts'
import type { DemonstrationPerson, DemonstrationSignIn } from '@stegvis/core/people/sign-in/schema.ts'
import { useMutation } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Section } from '../ui/layout.tsx'
import { openAfterSignIn } from './after-sign-in.ts'
import styles from './demonstration-people.module.css'

/** The four who carry a company through the programme; the others are a press further away. */
const FIRST: ReadonlySet<Role> = new Set<Role>(['company-manager', 'coach', 'sub-project-lead', 'programme-manager'])

type Group = { role: Role | null; people: DemonstrationPerson[] }

/** People to be in a demonstration, by role: one press signs in. */
export function DemonstrationPeople({ offer, returnTo }: { offer: DemonstrationSignIn; returnTo: string | undefined }) {
  const { people: texts } = useTexts()
  const { language } = useLanguage()
  const signIn = useMutation({
    mutationFn: (personId: string) => read(api.POST('/api/public/sign-in/demonstration', { body: { personId } })),
    onSuccess: () => openAfterSignIn(returnTo),
  })
  const groups: Group[] = [...Role.options, null]
    .map((role) => ({ role, people: offer.people.filter((person) => person.role === role) }))
    .filter(({ people }) => people.length > 0)
  const isFirst = ({ role }: Group) => role !== null && FIRST.has(role)
  const list = (shown: readonly Group[]) => (
    <div className={styles.roles}>
      {shown.map((group) => (
        <RoleGroup
          key={group.role ?? 'administrator'}
          group={group}
          isDisabled={signIn.isPending || signIn.isSuccess}
          onChoose={(personId) => signIn.mutate(personId)}
        />
      ))}
    </div>
  )
  return (
    <Section
      title={texts.demonstration.title}
      intro={texts.demonstration.intro({ programme: inLanguage(offer.programme, language) })}
    >
      {signIn.error && <ErrorState error={signIn.error} />}
      {list(groups.filter(isFirst))}
      <Disclosure plain summary={texts.demonstration.more}>
        {list(groups.filter((group) => !isFirst(group)))}
      </Disclosure>
    </Section>
  )
}

type RoleGroupProps = { group: Group; isDisabled: boolean; onChoose: (personId: string) => void }

function RoleGroup({ group: { role, people }, isDisabled, onChoose }: RoleGroupProps) {
  const { people: texts } = useTexts()
  const { language } = useLanguage()
  const name = role === null ? texts.demonstration.administrator : ROLES[role].name[language]
  const does = role === null ? texts.demonstration.administratorDoes : ROLES[role].does[language]
  return (
    <div className={styles.role}>
      <h3>{name}</h3>
      <p className={styles.does}>{does}.</p>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.personId + person.within}>
            <button
              type="button"
              className={styles.person}
              disabled={isDisabled}
              onClick={() => onChoose(person.personId)}
            >
              <span className={styles.name}>{person.name}</span>
              {person.within && <span className={styles.within}>{person.within}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
