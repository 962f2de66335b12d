import type { Company, CompanyDetails } from '@stegvis/core/companies/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Columns, Section, Stack } from '../ui/layout.tsx'
import { DefinitionList } from '../ui/list.tsx'
import { SavedComboBox, SavedRecord, SavedTextArea, SavedTextField } from '../ui/saved-field.tsx'
import { Skeleton } from '../ui/states.tsx'
import { companyKey, companyQuery, companyUrl } from './api.ts'
import type { PanelProps } from './company-tabs.tsx'
import { ContactsForm } from './contacts-form.tsx'
import { FocusAreasForm } from './focus-areas-form.tsx'
import { useNames } from './names.ts'
import { WorkplacesForm } from './workplaces-form.tsx'
import { YearsForm } from './years-form.tsx'

const IdentityPart = lazy(async () => ({ default: (await import('./identity/identity-part.tsx')).IdentityPart }))

/** The facts of the company. Each field saves by itself; nothing has to be filled in. */
export function FactsPanel({ programme, company: id, may }: PanelProps) {
  const { data: company } = useSuspenseQuery(companyQuery(programme, id))
  if (!company.details) return null
  const readOnly = !may.includes('company.edit')
  const parts = { programme, company, details: company.details, readOnly }
  return (
    <Stack gap="l">
      <Facts {...parts} />
      <FocusAreasForm {...parts} />
      <ContactsForm {...parts} />
      <YearsForm {...parts} />
      <WorkplacesForm {...parts} />
      <Suspense fallback={<Skeleton lines={5} />}>
        <IdentityPart programme={programme} company={id} />
      </Suspense>
    </Stack>
  )
}

export type FactsProps = { programme: string; company: Company; details: CompanyDetails; readOnly: boolean }

function Facts({ programme, company, details, readOnly }: FactsProps) {
  const { companies } = useTexts()
  const { facts: texts } = companies
  const { choices } = useNames(programme)
  const { nextStep: _, nextStepOn: __, ...facts } = details.facts
  return (
    <Section title={texts.title} intro={readOnly ? undefined : texts.intro}>
      <SavedRecord
        url={companyUrl(programme, company.id)}
        queryKey={companyKey(programme, company.id)}
        values={facts}
        isReadOnly={readOnly}
      >
        <DefinitionList items={[{ term: texts.organisationNumber, value: company.organisationNumber }]} />
        <Columns of="fields">
          <SavedTextField field="name" label={texts.name} errorText={texts.nameNeeded} />
          <SavedTextField field="legalForm" label={texts.legalForm} />
          <SavedComboBox
            field="municipalityCode"
            label={texts.municipality}
            hint={texts.municipalityHint}
            options={choices.municipalities.map(({ code, name }) => ({ id: code, label: name }))}
          />
          <SavedTextField
            field="industryCode"
            label={texts.industryCode}
            hint={texts.industryCodeHint}
            errorText={texts.industryCodeWrong}
          />
          <SavedTextField field="address" label={texts.address} />
          <SavedTextField field="postcode" label={texts.postcode} short />
          <SavedTextField field="city" label={texts.city} />
          <SavedTextField field="website" label={texts.website} type="url" errorText={texts.websiteWrong} />
        </Columns>
        <SavedTextArea field="description" label={texts.description} hint={texts.descriptionHint} />
      </SavedRecord>
    </Section>
  )
}
