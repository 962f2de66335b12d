import type { Contact } from '@stegvis/core/companies/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Form } from '../ui/form.tsx'
import { Columns, Row, Section, Soft, Stack } from '../ui/layout.tsx'
import { SavedCheckbox, SavedRecord, SavedTextField } from '../ui/saved-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { addContact, companyKey, companyUrl } from './api.ts'
import { ContactCard } from './contact-card.tsx'
import type { FactsProps } from './facts-panel.tsx'
import { RemovePart } from './remove-part.tsx'

/** The people of the company that the programme talks with. */
export function ContactsForm(props: FactsProps) {
  const { details, readOnly } = props
  const { companies } = useTexts()
  const { contacts } = companies
  const [adding, setAdding] = useState(false)
  return (
    <Section
      id="contacts"
      title={contacts.title}
      actions={
        !readOnly && (
          <Button icon="add" onPress={() => setAdding(true)}>
            {contacts.add}
          </Button>
        )
      }
    >
      {details.contacts.length === 0 && <Soft>{contacts.none}</Soft>}
      {details.contacts.map((contact) =>
        readOnly ? (
          <ContactCard key={contact.id} contact={contact} />
        ) : (
          <ContactForm key={contact.id} contact={contact} {...props} />
        ),
      )}
      {adding && <NewContact {...props} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function ContactForm({ programme, company, contact }: FactsProps & { contact: Contact }) {
  const { companies } = useTexts()
  const { contacts } = companies
  const { id, signsIn, ...values } = contact
  return (
    <Disclosure
      summary={
        <Row gap="s">
          <strong>{contact.name}</strong>
          {contact.title && <Soft>{contact.title}</Soft>}
          {contact.main && <Badge tone="brand">{contacts.main}</Badge>}
          {signsIn && <Badge icon="check">{contacts.signsIn}</Badge>}
          <Soft>{[contact.email, contact.phone].filter(Boolean).join(' · ')}</Soft>
        </Row>
      }
    >
      <SavedRecord
        url={`${companyUrl(programme, company.id)}/contacts/${id}`}
        queryKey={companyKey(programme, company.id)}
        values={values}
      >
        <Stack>
          <Columns of="fields">
            <SavedTextField field="name" label={contacts.name} errorText={contacts.nameNeeded} />
            <SavedTextField field="title" label={contacts.role} />
            <SavedTextField field="email" label={contacts.email} type="email" errorText={contacts.emailWrong} />
            <SavedTextField field="phone" label={contacts.phone} type="tel" />
          </Columns>
          <SavedCheckbox field="main" label={contacts.main} description={contacts.mainHint} />
          <Row>
            <RemovePart
              programme={programme}
              company={company.id}
              part="contacts"
              id={id}
              name={contact.name}
              texts={contacts.removal}
            />
          </Row>
        </Stack>
      </SavedRecord>
    </Disclosure>
  )
}

function NewContact({ programme, company, details, onClose }: FactsProps & { onClose: () => void }) {
  const { common, companies } = useTexts()
  const { contacts } = companies
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const add = useMutation({
    mutationFn: (data: FormData) => {
      const text = (name: string) => String(data.get(name) ?? '').trim()
      return addContact(programme, company.id, {
        id,
        name: text('name'),
        title: text('title') || null,
        email: text('email') || null,
        phone: text('phone') || null,
        main: details.contacts.length === 0,
      })
    },
    onSuccess: (changed) => {
      queryClient.setQueryData(companyKey(programme, company.id), changed)
      onClose()
    },
  })
  return (
    <Dialog title={contacts.add} isOpen onClose={onClose}>
      <Form
        onSubmit={(data) => add.mutate(data)}
        problem={add.error}
        fieldTexts={{ name: contacts.nameNeeded, email: contacts.emailWrong }}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={add.isPending}>
              {contacts.add}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <TextField name="name" label={contacts.name} isRequired autoComplete="off" autoFocus />
        <TextField name="title" label={contacts.role} optional autoComplete="off" />
        <TextField name="email" label={contacts.email} type="email" optional autoComplete="off" />
        <TextField name="phone" label={contacts.phone} type="tel" optional autoComplete="off" />
      </Form>
    </Dialog>
  )
}
