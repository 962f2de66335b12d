import { ROLES, Role } from '@stegvis/core/people/roles.ts'
import { useProgramme } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Soft } from '../../ui/layout.tsx'

/** Who can take a step: this person, or by which role. */
export function Who({ fixedBy }: { fixedBy: readonly string[] }) {
  const { gate } = useTexts().stateAid
  const { language } = useFormats()
  const own = useProgramme().grants.map(({ role }) => role)
  const roles = fixedBy.flatMap((role) => {
    const known = Role.safeParse(role)
    return known.success ? [known.data] : []
  })
  if (roles.some((role) => own.includes(role))) return <Soft>{gate.you}</Soft>
  const names = roles.map((role) => ROLES[role].name[language].toLowerCase())
  return <Soft>{gate.who({ roles: names.join(` ${gate.or} `) })}</Soft>
}
