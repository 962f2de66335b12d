import { parseOrganisationNumber } from '@stegvis/core/companies/organisation-number.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Link } from '../app/link.tsx'
import { newId } from '../app/new-id.ts'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ComboBox } from '../ui/select.tsx'
import { Callout } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { addCompany, companiesKey } from './api.ts'
import { useNames } from './names.ts'

/** A company that somebody in the programme brings in. The number and the name are enough. */
export function NewCompanyDialog({ programme, onClose }: { programme: string; onClose: () => void }) {
  const { common, companies, problems } = useTexts()
  const { add: texts, facts, contacts } = companies
  const { choices } = useNames(programme)
  const [ids] = useState(() => ({ company: newId(), contact: newId() }))
  const [number, setNumber] = useState('')
  const [left, setLeft] = useState(false)
  const [municipality, setMunicipality] = useState<string | null>(null)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const add = useMutation({
    mutationFn: (data: FormData) => {
      const text = (name: string) => String(data.get(name) ?? '').trim()
      const contact = {
        id: ids.contact,
        name: text('contactName'),
        email: text('email') || null,
        phone: text('phone') || null,
      }
      return addCompany(programme, {
        id: ids.company,
        organisationNumber: number,
        name: text('name'),
        municipalityCode: municipality,
        contact: contact.name === '' ? null : contact,
      })
    },
    onSuccess: async (company) => {
      await queryClient.invalidateQueries({ queryKey: companiesKey(programme) })
      await navigate({ to: '/programmes/$programme/companies/$company', params: { programme, company: company.id } })
    },
  })
  const known =
    add.error instanceof ProblemError && add.error.slug === 'company-exists' ? add.error.extra.companyId : null
  const numberWrong = left && number !== '' && !parseOrganisationNumber(number).ok
  return (
    <Dialog title={texts.title} isOpen onClose={onClose}>
      <Form
        onSubmit={(data) => add.mutate(data)}
        problem={known ? null : add.error}
        fieldTexts={{
          organisationNumber: problems['organisation-number-invalid'],
          name: facts.nameNeeded,
          'contact.email': contacts.emailWrong,
        }}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={add.isPending}>
              {texts.title}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        {typeof known === 'string' && (
          <Callout tone="warning" title={problems['company-exists']}>
            <Link to="/programmes/$programme/companies/$company" params={{ programme, company: known }}>
              {texts.openKnown}
            </Link>
          </Callout>
        )}
        <TextField
          name="organisationNumber"
          label={facts.organisationNumber}
          hint={texts.numberHint}
          value={number}
          onChange={setNumber}
          onBlur={() => setLeft(true)}
          inputMode="numeric"
          isRequired
          short
          autoFocus
          autoComplete="off"
          {...(numberWrong ? { error: problems['organisation-number-invalid'] } : {})}
        />
        <TextField name="name" label={facts.name} isRequired autoComplete="off" />
        <ComboBox
          label={facts.municipality}
          hint={texts.municipalityHint}
          optional
          options={choices.municipalities.map(({ code, name }) => ({ id: code, label: name }))}
          value={municipality}
          onChange={setMunicipality}
        />
        <TextField name="contactName" label={texts.contact} optional autoComplete="off" />
        <TextField name="email" label={contacts.email} type="email" optional autoComplete="off" />
        <TextField name="phone" label={contacts.phone} type="tel" optional autoComplete="off" />
      </Form>
    </Dialog>
  )
}
