import { inLanguage, Language } from '@stegvis/core/kernel/text.ts'
import type { Me } from '@stegvis/core/people/me.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Appearance, chooseAppearance, useAppearance } from '../app/appearance.ts'
import { meQuery, useMe } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Card, Section, Stack } from '../ui/layout.tsx'
import { DefinitionList } from '../ui/list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SaveState } from '../ui/save-state.tsx'
import { SavedRecord, SavedTextField } from '../ui/saved-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSavedField } from '../ui/use-saved-field.ts'
import { Devices } from './account-devices.tsx'
import { PasswordSection } from './account-password.tsx'
import { mySignInQuery } from './api.ts'

export function AccountPage() {
  const me = useMe()
  const { data: signIn } = useSuspenseQuery(mySignInQuery)
  const { people } = useTexts()
  return (
    <>
      <PageHeader title={people.account.title} />
      <Stack gap="l">
        <Section title={people.account.about}>
          <Card>
            <SavedRecord url="/api/me" queryKey={meQuery.queryKey} values={{ name: me.name, language: me.language }}>
              <SavedTextField field="name" label={people.account.name} />
              <TextField label={people.account.email} hint={people.account.emailHint} value={me.email} isReadOnly />
              <LanguageField />
            </SavedRecord>
            <AppearanceField />
          </Card>
        </Section>
        <Roles me={me} />
        <PasswordSection hasPassword={signIn.hasPassword} />
        <Devices sessions={signIn.sessions} />
      </Stack>
    </>
  )
}

/** Their own language in mails and reports, and at once the one of the page. */
function LanguageField() {
  const { people } = useTexts()
  const { ui } = useTexts()
  const { chooseLanguage } = useLanguage()
  const saved = useSavedField('language', people.account.language)
  return (
    <RadioGroup
      row
      label={people.account.language}
      hint={people.account.languageHint}
      status={<SaveState state={saved.state} onUndo={saved.undo} />}
      value={String(saved.value)}
      onChange={(language) => {
        saved.change(language, 'now')
        chooseLanguage(Language.parse(language))
      }}
      options={Language.options.map((language) => ({
        id: language,
        label: <span lang={language}>{ui.languageNames[language]}</span>,
      }))}
    />
  )
}

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark']

function AppearanceField() {
  const { people, shell } = useTexts()
  return (
    <RadioGroup
      row
      label={people.account.appearance}
      hint={people.account.appearanceHint}
      value={useAppearance()}
      onChange={(choice) => chooseAppearance(choice as Appearance)}
      options={APPEARANCES.map((choice) => ({ id: choice, label: shell.appearances[choice] }))}
    />
  )
}

function Roles({ me }: { me: Me }) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const items = me.programmes.map((programme) => ({
    term: inLanguage(programme.name, language),
    value: (
      <>
        {programme.grants.map(({ role, companyId, partnerId, subProjectId, companyName }) => (
          <div key={`${role} ${companyId} ${partnerId} ${subProjectId}`}>
            {ROLES[role].name[language]}
            {companyName && `, ${companyName}`}
          </div>
        ))}
      </>
    ),
  }))
  return (
    <Section title={people.account.roles}>
      <Card>
        {me.administrator && <p>{people.account.administrator}</p>}
        {items.length > 0 ? <DefinitionList items={items} /> : !me.administrator && <p>{people.account.noRoles}</p>}
      </Card>
    </Section>
  )
}
