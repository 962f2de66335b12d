import { checkFit, type Fit, type Territory } from '@stegvis/core/companies/intake/fit.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { NativeTextField } from '../ui/native-fields.tsx'
import { Callout } from '../ui/states.tsx'

import styles from './intake.module.css'
import { type InterestDraft, millionsToCents, readNumber } from './interest-draft.ts'
import { MunicipalityField } from './municipality-field.tsx'
import { OrganisationNumberField } from './number-field.tsx'

/** Each municipality of the programme with whom it leads to. */
export function territoriesOf(programme: PublicProgramme): Territory[] {
  const partners = new Map(programme.partners.map((partner) => [partner.id, partner]))
  return programme.subProjects.flatMap(({ municipalities, partnerId, ...subProject }) => {
    const partner = partners.get(partnerId)
    if (!partner) return []
    return municipalities.map(({ code }) => ({
      municipalityCode: code,
      subProject: { id: subProject.id, name: subProject.name },
      partner: { id: partner.id, name: partner.name },
    }))
  })
}

type FitCheckProps = {
  programme: PublicProgramme
  counties: Counties['counties']
  draft: InterestDraft
  onChange: (changes: Partial<InterestDraft>) => void
}

/** Two minutes: where, how large. The answer stands beside the questions and changes as one types. */
export function FitCheck({ programme, counties, draft, onChange }: FitCheckProps) {
  const { interest } = usePublicTexts()
  const { check, fields } = interest
  const question = {
    municipalityCode: draft.municipalityCode || null,
    employees: readNumber(draft.employees),
    turnoverCents: millionsToCents(draft.turnoverMillions),
  }
  const isAsked = question.municipalityCode !== null || question.employees !== null
  return (
    <div className={styles.check}>
      <div className={styles.questions}>
        <MunicipalityField
          label={fields.municipality}
          counties={counties}
          value={draft.municipalityCode}
          onChange={(municipalityCode) => onChange({ municipalityCode })}
        />
        <NativeTextField
          label={fields.employees}
          hint={fields.employeesHint}
          value={draft.employees}
          onChange={(employees) => onChange({ employees })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
        />
        <NativeTextField
          label={fields.turnover}
          hint={fields.turnoverHint}
          optional
          value={draft.turnoverMillions}
          onChange={(turnoverMillions) => onChange({ turnoverMillions })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
        />
        <OrganisationNumberField
          value={draft.organisationNumber}
          onChange={(organisationNumber) => onChange({ organisationNumber })}
        />
      </div>
      <div className={styles.answer} aria-live="polite">
        {isAsked ? <Answer fit={checkFit(question, territoriesOf(programme))} /> : <p>{check.waiting}</p>}
        <p className={styles.small}>{check.nothingStored}</p>
      </div>
    </div>
  )
}

const TONES = { yes: 'good', probably: 'info', ask: 'warning' } as const

function Answer({ fit }: { fit: Fit }) {
  const { interest } = usePublicTexts()
  const { check } = interest
  return (
    <Callout tone={TONES[fit.answer]} title={check.answers[fit.answer]}>
      {fit.territory && (
        <p>{check.yours({ partner: fit.territory.partner.name, subProject: fit.territory.subProject.name })}</p>
      )}
      {fit.size && fit.size !== 'large' && <p>{check.sizes[fit.size]}</p>}
      {fit.reasons.map((reason) => (
        <p key={reason}>{check.reasons[reason]}</p>
      ))}
    </Callout>
  )
}
