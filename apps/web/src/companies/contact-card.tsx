import type { Contact } from '@stegvis/core/companies/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Row, Soft, Stack } from '../ui/layout.tsx'

/** A person of the company with the ways to reach them, one tap each. */
export function ContactCard({ contact }: { contact: Contact }) {
  const { companies } = useTexts()
  const { contacts } = companies
  return (
    <Stack gap="s">
      <Row gap="s">
        <strong>{contact.name}</strong>
        {contact.main && <Badge tone="brand">{contacts.main}</Badge>}
      </Row>
      {contact.title && <Soft>{contact.title}</Soft>}
      {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
      {contact.phone && <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>}
    </Stack>
  )
}
