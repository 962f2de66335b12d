import type { Company } from '@stegvis/core/companies/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Card, Stack } from '../ui/layout.tsx'
import { DefinitionList } from '../ui/list.tsx'
import { Callout } from '../ui/states.tsx'
import { useNames } from './names.ts'

/** For those without access to the record: what the register holds, and whom to ask for more. */
export function RegisterOnly({ programme, company }: { programme: string; company: Company }) {
  const { companies } = useTexts()
  const { municipality } = useNames(programme)
  const { register, facts } = companies
  const ask = company.coach?.name ?? company.subProject?.name ?? company.partner?.name
  return (
    <Stack>
      <Callout title={register.title}>{ask ? register.ask({ whom: ask }) : register.askManager}</Callout>
      <Card>
        <DefinitionList
          items={[
            { term: facts.organisationNumber, value: company.organisationNumber },
            { term: facts.municipality, value: municipality(company.municipalityCode) },
            { term: facts.industryCode, value: company.industryCode },
            { term: companies.list.partner, value: company.partner?.name },
            { term: companies.list.subProject, value: company.subProject?.name },
            { term: companies.list.coach, value: company.coach?.name },
          ]}
        />
      </Card>
    </Stack>
  )
}
