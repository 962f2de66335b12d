import { ROLES } from '@stegvis/core/people/roles.ts'
import { StaffRole } from '@stegvis/core/people/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Soft } from '../ui/layout.tsx'
import { Select } from '../ui/select.tsx'
import { programmePartsQuery } from './api.ts'

/** A role and where it is held, while it is being chosen. */
export type ScopedRole = { role: StaffRole | null; partnerId: string | null; subProjectId: string | null }

export const NO_ROLE: ScopedRole = { role: null, partnerId: null, subProjectId: null }

type ScopeFieldsProps = { programme: string; value: ScopedRole; onChange: (value: ScopedRole) => void }

/** Role first; a partner or sub-project is asked for only where the role is held in one. */
export function ScopeFields({ programme, value, onChange }: ScopeFieldsProps) {
  const { people } = useTexts()
  const { language } = useLanguage()
  const { data: parts } = useSuspenseQuery(programmePartsQuery(programme))
  const scope = value.role && ROLES[value.role].scope
  const options = (items: ReadonlyArray<{ id: string; name: string }>) =>
    items.map(({ id, name }) => ({ id, label: name }))
  return (
    <>
      <Select
        name="role"
        label={people.invite.role}
        hint={value.role && <Soft>{ROLES[value.role].does[language]}</Soft>}
        isRequired
        options={StaffRole.options.map((id) => ({
          id,
          label: ROLES[id].name[language],
          description: ROLES[id].does[language],
        }))}
        value={value.role}
        onChange={(role) => onChange({ ...NO_ROLE, role })}
      />
      {scope === 'partner' && (
        <Select
          name="partnerId"
          label={people.invite.partner}
          isRequired
          options={options(parts.partners)}
          value={value.partnerId}
          onChange={(partnerId) => onChange({ ...value, partnerId })}
        />
      )}
      {scope === 'sub-project' && (
        <Select
          name="subProjectId"
          label={people.invite.subProject}
          isRequired
          options={options(parts.subProjects)}
          value={value.subProjectId}
          onChange={(subProjectId) => onChange({ ...value, subProjectId })}
        />
      )}
    </>
  )
}
