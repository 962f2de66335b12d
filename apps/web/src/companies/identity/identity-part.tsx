import type { CompanyIdentity } from '@stegvis/core/identity/records.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { DefinitionList } from '../../ui/list.tsx'
import { Table } from '../../ui/table.tsx'
import { identityQuery } from './api.ts'
import { IdentifierDialog, type IdentifierTarget } from './identifier-dialog.tsx'
import { IndustriesPart } from './industries-part.tsx'

export type IdentityProps = { programme: string; company: string }

/** What registers call the company, what it does and where: what follows from the record, and what is added to it. */
export function IdentityPart(where: IdentityProps) {
  const { data: identity } = useSuspenseQuery(identityQuery(where.programme, where.company))
  const { identity: texts } = useTexts()
  const { language } = useLanguage()
  const { number, derived, place } = identity
  return (
    <Section title={texts.title} intro={texts.intro}>
      <Stack gap="l">
        <DefinitionList
          items={[
            {
              term: number.name[language],
              value: number.personal ? `${number.value} (${texts.personal})` : number.value,
            },
            ...derived.map(({ name, value }) => ({
              term: name[language],
              value: `${value} (${texts.derived})`,
            })),
            { term: texts.county, value: place?.county },
            { term: texts.nuts3, value: place?.nuts3 },
            { term: texts.nuts2, value: place?.nuts2 },
          ]}
        />
        <Identifiers {...where} identity={identity} />
        <IndustriesPart {...where} identity={identity} />
        {identity.workplaces.some(({ place: at }) => at !== null) && <Sites identity={identity} />}
      </Stack>
    </Section>
  )
}

type WithIdentity = IdentityProps & { identity: CompanyIdentity }

function Identifiers({ programme, company, identity }: WithIdentity) {
  const { identity: texts, common } = useTexts()
  const { language } = useLanguage()
  const { dayOf } = useFormats()
  const [target, setTarget] = useState<IdentifierTarget | null>(null)
  const { identifiers, mayEdit } = identity
  return (
    <Section
      level={3}
      title={texts.numbers}
      actions={
        mayEdit && (
          <Button icon="add" onPress={() => setTarget({ scheme: null, value: null })}>
            {texts.addNumber}
          </Button>
        )
      }
    >
      <Table
        label={texts.numbers}
        rows={identifiers}
        rowKey={({ scheme }) => scheme}
        empty={texts.noNumbers}
        columns={[
          { id: 'name', label: texts.kind, main: true, cell: ({ name }) => name[language] },
          {
            id: 'value',
            label: texts.number,
            cell: ({ value, differs }) => (
              <Row gap="s">
                <span>{value}</span>
                {differs && <Badge tone="warning">{texts.differs}</Badge>}
              </Row>
            ),
          },
          { id: 'checked', label: texts.checked, cell: ({ checked }) => texts.checks[checked] },
          { id: 'by', label: texts.by, cell: ({ by, at }) => [by, dayOf(at)].filter(Boolean).join(', ') },
          ...(mayEdit
            ? [
                {
                  id: 'deeds',
                  label: common.edit,
                  cell: ({ scheme, name, value }: CompanyIdentity['identifiers'][number]) => (
                    <IconButton
                      small
                      icon="edit"
                      label={`${common.edit}: ${name[language]}`}
                      onPress={() => setTarget({ scheme, value })}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {target && <IdentifierDialog {...{ programme, company, identity, target }} onClose={() => setTarget(null)} />}
    </Section>
  )
}

function Sites({ identity: { workplaces } }: { identity: CompanyIdentity }) {
  const { identity: texts } = useTexts()
  return (
    <Section level={3} title={texts.sites}>
      <Table
        label={texts.sites}
        rows={workplaces}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', label: texts.site, main: true, cell: ({ name }) => name },
          { id: 'number', label: texts.siteNumber, cell: ({ number }) => number },
          { id: 'municipality', label: texts.municipality, cell: ({ place }) => place?.municipality.name },
          {
            id: 'nuts',
            label: texts.region,
            cell: ({ place }) => place && <Soft>{[place.county, place.nuts3, place.nuts2].join(' · ')}</Soft>,
          },
        ]}
      />
    </Section>
  )
}

/** Shows the answer of a change at once. */
export function useIdentityChanged(programme: string, company: string): (identity: CompanyIdentity) => void {
  const queryClient = useQueryClient()
  return (identity) => queryClient.setQueryData(identityQuery(programme, company).queryKey, identity)
}
