import type { Workplace } from '@stegvis/core/companies/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Form } from '../ui/form.tsx'
import { Columns, Row, Section, Soft, Stack } from '../ui/layout.tsx'
import { SavedComboBox, SavedNumberField, SavedRecord, SavedTextField } from '../ui/saved-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { addWorkplace, companyKey, companyUrl } from './api.ts'
import type { FactsProps } from './facts-panel.tsx'
import { useNames } from './names.ts'
import { RemovePart } from './remove-part.tsx'

/** Where the company works: each place with its own number, address and headcount. */
export function WorkplacesForm(props: FactsProps) {
  const { programme, details, readOnly } = props
  const { companies } = useTexts()
  const { workplaces } = companies
  const { municipality } = useNames(programme)
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={workplaces.title}
      actions={
        !readOnly && (
          <Button icon="add" onPress={() => setAdding(true)}>
            {workplaces.add}
          </Button>
        )
      }
    >
      {details.workplaces.length === 0 && <Soft>{workplaces.none}</Soft>}
      {details.workplaces.map((workplace) =>
        readOnly ? (
          <p key={workplace.id}>
            {[workplace.name, workplace.address, municipality(workplace.municipalityCode)].filter(Boolean).join(', ')}
          </p>
        ) : (
          <WorkplaceForm key={workplace.id} workplace={workplace} {...props} />
        ),
      )}
      {adding && <NewWorkplace {...props} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function WorkplaceForm({ programme, company, workplace }: FactsProps & { workplace: Workplace }) {
  const { companies } = useTexts()
  const { workplaces } = companies
  const { choices, municipality } = useNames(programme)
  const { id, ...values } = workplace
  return (
    <Disclosure
      summary={
        <Row gap="s">
          <strong>{workplace.name}</strong>
          <Soft>{[workplace.address, municipality(workplace.municipalityCode)].filter(Boolean).join(', ')}</Soft>
        </Row>
      }
    >
      <SavedRecord
        url={`${companyUrl(programme, company.id)}/workplaces/${id}`}
        queryKey={companyKey(programme, company.id)}
        values={values}
      >
        <Stack>
          <Columns of="fields">
            <SavedTextField field="name" label={workplaces.name} errorText={workplaces.nameNeeded} />
            <SavedTextField field="address" label={workplaces.address} />
            <SavedComboBox
              field="municipalityCode"
              label={companies.facts.municipality}
              options={choices.municipalities.map(({ code, name }) => ({ id: code, label: name }))}
            />
            <SavedTextField
              field="workplaceNumber"
              label={workplaces.number}
              hint={workplaces.numberHint}
              errorText={workplaces.numberWrong}
            />
            <SavedNumberField field="employees" label={workplaces.employees} minValue={0} />
          </Columns>
          <Row>
            <RemovePart
              programme={programme}
              company={company.id}
              part="workplaces"
              id={id}
              name={workplace.name}
              texts={workplaces.removal}
            />
          </Row>
        </Stack>
      </SavedRecord>
    </Disclosure>
  )
}

function NewWorkplace({ programme, company, onClose }: FactsProps & { onClose: () => void }) {
  const { common, companies } = useTexts()
  const { workplaces } = companies
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const add = useMutation({
    mutationFn: (data: FormData) => addWorkplace(programme, company.id, { id, name: String(data.get('name')) }),
    onSuccess: (changed) => {
      queryClient.setQueryData(companyKey(programme, company.id), changed)
      onClose()
    },
  })
  return (
    <Dialog title={workplaces.add} isOpen onClose={onClose}>
      <Form
        onSubmit={(data) => add.mutate(data)}
        problem={add.error}
        fieldTexts={{ name: workplaces.nameNeeded }}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={add.isPending}>
              {workplaces.add}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <TextField name="name" label={workplaces.name} hint={workplaces.nameHint} isRequired autoFocus />
      </Form>
    </Dialog>
  )
}
