import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ROLES } from '@stegvis/core/people/roles.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { Badge } from '../ui/badge.tsx'
import { Card, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { EmptyState } from '../ui/states.tsx'
import { navigationFor } from './navigation.ts'
import { useMe } from './session.ts'

/** For people with roles in several programmes, or in none yet. */
export function WelcomePage() {
  const me = useMe()
  const { shell } = useTexts()
  const { language } = useLanguage()
  const { list } = useFormats()
  return (
    <>
      <PageHeader
        title={shell.welcome.title({ name: me.name })}
        intro={me.programmes.length > 1 && shell.welcome.choose}
      />
      {me.programmes.length === 0 && <EmptyState title={shell.welcome.none}>{shell.welcome.noneText}</EmptyState>}
      <Stack>
        {me.programmes.map((programme) => (
          <Card key={programme.id} title={inLanguage(programme.name, language)}>
            {programme.demonstration && (
              <div>
                <Badge tone="warning">{shell.welcome.demonstration}</Badge>
              </div>
            )}
            <p>
              {list([
                ...new Set(programme.grants.map(({ role, companyName }) => companyName ?? ROLES[role].name[language])),
              ])}
            </p>
            <Entrance href={navigationFor(me, programme)[0]?.href} slug={programme.slug} />
          </Card>
        ))}
      </Stack>
    </>
  )
}

/** A role may give no page of the programme's own; its public one is open to everybody. */
function Entrance({ href, slug }: { href: string | undefined; slug: string }) {
  const { shell } = useTexts()
  if (href) return <Anchor href={href}>{shell.welcome.open}</Anchor>
  return (
    <>
      <p>{shell.welcome.noPages}</p>
      <a href={`/p/${slug}`}>{shell.welcome.publicPage}</a>
    </>
  )
}
