import { sumOfBudgets } from '@stegvis/core/programmes/rules.ts'
import { FUNDER_KINDS, type Funder, type FunderKind } from '@stegvis/core/programmes/schema.ts'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Columns } from '../ui/layout.tsx'
import { SavedNumberField, SavedSelect, SavedTextField } from '../ui/saved-field.tsx'
import { Select } from '../ui/select.tsx'
import { EmptyState } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { LogoField } from './logo-field.tsx'
import { AddPart, PartForm } from './part-form.tsx'
import { PartList } from './part-list.tsx'
import styles from './set-up.module.css'
import { SetUpFrame } from './set-up-frame.tsx'
import { type SetUp, useAmount, useSetUp } from './steps.ts'

export function FundersPage() {
  const setUp = useSetUp()
  const { programme, mayConfigure } = setUp
  const { funders: texts } = useTexts().programmes
  const money = useAmount()
  const [added, setAdded] = useState<string>()
  const { funded } = sumOfBudgets(programme.funders, programme.partners)
  return (
    <SetUpFrame setUp={setUp} step="funders" actions={mayConfigure && <AddFunder setUp={setUp} onAdded={setAdded} />}>
      {programme.funders.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <>
          <dl className={styles.sum}>
            <div>
              <dt>{texts.sum}</dt>
              <dd>{money(funded)}</dd>
            </div>
          </dl>
          <PartList setUp={setUp} part="funder" parts={programme.funders} nameOf={({ name }) => name}>
            {(funder) => <FunderForm setUp={setUp} funder={funder} open={funder.id === added} />}
          </PartList>
        </>
      )}
    </SetUpFrame>
  )
}

function FunderForm({ setUp, funder, open }: { setUp: SetUp; funder: Funder; open: boolean }) {
  const { funders: texts, parts } = useTexts().programmes
  const money = useAmount()
  const kinds = FUNDER_KINDS.map((id) => ({ id, label: texts.kinds[id] }))
  return (
    <PartForm
      setUp={setUp}
      part="funder"
      value={funder}
      name={funder.name}
      open={open}
      summary={
        <>
          <Badge>{texts.kinds[funder.kind]}</Badge>
          <span className={styles.figure}>
            {funder.amountCents === null ? texts.noAmount : money(funder.amountCents)}
          </span>
        </>
      }
    >
      <Columns of="fields">
        <SavedTextField field="name" label={texts.name} errorText={parts.nameNeeded} />
        <SavedSelect field="kind" label={texts.kind} options={kinds} />
        <SavedNumberField
          field="amountCents"
          label={texts.amount}
          unit="kr"
          stored={100}
          minValue={0}
          formatOptions={{ maximumFractionDigits: 2 }}
        />
      </Columns>
      <Columns of="fields">
        <SavedTextField field="acknowledgement.sv" label={texts.acknowledgementSv} hint={texts.acknowledgementHint} />
        <SavedTextField field="acknowledgement.en" label={texts.acknowledgementEn} hint={texts.acknowledgementHint} />
      </Columns>
      <LogoField setUp={setUp} funder={funder.id} name={funder.name} logoId={funder.logoId} />
    </PartForm>
  )
}

function AddFunder({ setUp, onAdded }: { setUp: SetUp; onAdded: (id: string) => void }) {
  const { funders: texts } = useTexts().programmes
  const [kind, setKind] = useState<FunderKind>('region')
  return (
    <AddPart
      setUp={setUp}
      label={texts.add}
      onAdded={onAdded}
      build={(id, data) => ({ part: 'funder', id, kind, name: String(data.get('name') ?? '') })}
    >
      <TextField name="name" label={texts.name} isRequired autoComplete="off" autoFocus />
      <Select
        label={texts.kind}
        options={FUNDER_KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
        value={kind}
        onChange={(next) => next && setKind(next)}
      />
    </AddPart>
  )
}
