import { formatNumber } from '@stegvis/core/companies/organisation-number.ts'
import type { PartnerId } from '@stegvis/core/kernel/ids.ts'
import { sumOfBudgets, targetSum } from '@stegvis/core/programmes/rules.ts'
import { PARTNER_KINDS, type Programme, type ProgrammePartner } from '@stegvis/core/programmes/schema.ts'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Columns, Section, Soft } from '../ui/layout.tsx'
import { SavedNumberField, SavedRadioGroup, SavedTextField } from '../ui/saved-field.tsx'
import { EmptyState } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AddPart, PartForm } from './part-form.tsx'
import { PartList } from './part-list.tsx'
import styles from './set-up.module.css'
import { SetUpFrame } from './set-up-frame.tsx'
import { type SetUp, useAmount, useSetUp } from './steps.ts'

export function PartnersPage() {
  const setUp = useSetUp()
  const { programme, mayConfigure } = setUp
  const { partners: texts } = useTexts().programmes
  const [added, setAdded] = useState<string>()
  return (
    <SetUpFrame setUp={setUp} step="partners" actions={mayConfigure && <AddPartner setUp={setUp} onAdded={setAdded} />}>
      {programme.partners.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <>
          <Sums programme={programme} />
          <PartList setUp={setUp} part="partner" parts={programme.partners} nameOf={({ name }) => name}>
            {(partner) => <PartnerForm setUp={setUp} partner={partner} open={partner.id === added} />}
          </PartList>
        </>
      )}
    </SetUpFrame>
  )
}

/** What the funders give against what the partners have of it, and the companies they reach together. */
function Sums({ programme: { funders, partners } }: { programme: Programme }) {
  const { partners: texts } = useTexts().programmes
  const { integer } = useFormats()
  const money = useAmount()
  const { funded, planned, left } = sumOfBudgets(funders, partners)
  const figures = [
    [texts.funded, money(funded)],
    [texts.planned, money(planned)],
    ...(left === 0 ? [] : [[left > 0 ? texts.left : texts.over, money(Math.abs(left))] as const]),
    [texts.targetSum, integer(targetSum(partners.map(({ targetCompanies }) => targetCompanies)))],
  ] as const
  return (
    <Section title={texts.sums}>
      <dl className={styles.sum}>
        {figures.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {left === 0 && funded > 0 && <Soft>{texts.even}</Soft>}
    </Section>
  )
}

function PartnerForm({ setUp, partner, open }: { setUp: SetUp; partner: ProgrammePartner; open: boolean }) {
  const { programmes, problems } = useTexts()
  const { partners: texts, parts } = programmes
  const { integer } = useFormats()
  const money = useAmount()
  const companies = targetSum([partner.targetCompanies])
  return (
    <PartForm
      setUp={setUp}
      part="partner"
      value={partner}
      name={partner.name}
      open={open}
      summary={
        <>
          {partner.kind === 'owner' && <Badge tone="brand">{texts.kinds.owner}</Badge>}
          <span className={styles.figure}>
            {[
              partner.budgetCents === null ? texts.noBudget : money(partner.budgetCents),
              ...(companies > 0 ? [texts.companies({ count: integer(companies) })] : []),
            ].join(' · ')}
          </span>
        </>
      }
    >
      <Columns of="fields">
        <SavedTextField field="name" label={texts.name} errorText={parts.nameNeeded} />
        <SavedTextField
          field="organisationNumber"
          label={texts.organisationNumber}
          errorText={problems['organisation-number-invalid']}
          optional
          short
          {...(partner.organisationNumber ? { hint: formatNumber(partner.organisationNumber) } : {})}
        />
      </Columns>
      <SavedRadioGroup
        field="kind"
        label={texts.kind}
        hint={texts.ownerHint}
        row
        options={PARTNER_KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
      />
      <SavedNumberField
        field="budgetCents"
        label={texts.budget}
        unit="kr"
        stored={100}
        minValue={0}
        formatOptions={{ maximumFractionDigits: 2 }}
      />
      <Section title={texts.targets} level={3}>
        <Columns of="fields" least="s">
          <SavedNumberField field="targetCompanies.micro" label={texts.micro} minValue={0} />
          <SavedNumberField field="targetCompanies.small" label={texts.small} minValue={0} />
          <SavedNumberField field="targetCompanies.medium" label={texts.medium} minValue={0} />
        </Columns>
      </Section>
    </PartForm>
  )
}

function AddPartner({ setUp, onAdded }: { setUp: SetUp; onAdded: (id: string) => void }) {
  const { partners: texts } = useTexts().programmes
  return (
    <AddPart
      setUp={setUp}
      label={texts.add}
      onAdded={onAdded}
      build={(id, data) => ({
        part: 'partner',
        id: id as PartnerId,
        name: String(data.get('name') ?? ''),
        // The first one owns the programme until somebody says otherwise.
        kind: setUp.programme.partners.length === 0 ? 'owner' : 'partner',
      })}
    >
      <TextField name="name" label={texts.name} isRequired autoComplete="off" autoFocus />
    </AddPart>
  )
}
