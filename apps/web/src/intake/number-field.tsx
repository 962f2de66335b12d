import { isOrganisationNumber } from '@stegvis/core/companies/check-digit.ts'
import { useState } from 'react'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { Icon } from '../ui/icon.tsx'
import { NativeTextField } from '../ui/native-fields.tsx'
import styles from './intake.module.css'

type NumberFieldProps = {
  value: string
  onChange: (value: string) => void
  required?: boolean
  name?: string
  error?: string | undefined
}

/** Says what is wrong with the number when one leaves the field, and that it is right as soon as it is. */
export function OrganisationNumberField({ value, onChange, required, name, error }: NumberFieldProps) {
  const { interest, problems } = usePublicTexts()
  const [left, setLeft] = useState(value !== '')
  const isRight = isOrganisationNumber(value)
  return (
    <NativeTextField
      {...(name && { name })}
      label={interest.fields.organisationNumber}
      hint={isRight ? <Right /> : interest.fields.organisationNumberHint}
      value={value}
      onChange={onChange}
      onBlur={() => setLeft(true)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={30}
      {...(required && { required })}
      optional={!required}
      error={left && value !== '' && !isRight ? problems['organisation-number-invalid'] : error}
    />
  )
}

function Right() {
  const { interest } = usePublicTexts()
  return (
    <span className={styles.right}>
      <Icon name="check" />
      {interest.fields.numberRight}
    </span>
  )
}
