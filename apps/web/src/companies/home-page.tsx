import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Link } from '../app/link.tsx'
import { ownCompany, useMe, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Card, Soft, Stack, WithAside } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/states.tsx'
import { companyQuery } from './api.ts'
import styles from './home.module.css'
import { HomeSlots } from './slots.tsx'

/** The company's own first page: what happens next, what to do now, and whom to call. */
export function HomePage() {
  const { programme = '' } = useParams({ strict: false })
  const me = useMe()
  const own = ownCompany(useProgramme())
  const { data: company } = useSuspenseQuery(companyQuery(programme, own?.id ?? ''))
  const { companies } = useTexts()
  const { home } = companies
  const formats = useFormats()
  const facts = company.details?.facts
  const isOver = company.status === 'completed' || company.status === 'left'
  const today = formats.dayOf(new Date().toISOString())
  const said = (day: PlainDate) =>
    day < today && !isOver ? home.late({ day: formats.weekday(day) }) : formats.weekday(day)
  const firstName = me.name.split(' ')[0] ?? me.name
  return (
    <Stack gap="l">
      <PageHeader title={company.name} intro={home.hello({ name: firstName })} />
      <WithAside aside={<Aside programme={programme} />}>
        <div className={styles.next}>
          <h2>{home.nextStep}</h2>
          <p className={styles.step}>{facts?.nextStep ?? home.steps[company.status]}</p>
          {facts?.nextStepOn && <p>{said(facts.nextStepOn)}</p>}
        </div>
        <Suspense fallback={<Skeleton lines={6} />}>
          <HomeSlots programme={programme} company={company.id} may={company.may} />
        </Suspense>
      </WithAside>
    </Stack>
  )
}

function Aside({ programme }: { programme: string }) {
  const own = ownCompany(useProgramme())
  const { data: company } = useSuspenseQuery(companyQuery(programme, own?.id ?? ''))
  const { companies } = useTexts()
  const { home } = companies
  return (
    <>
      <Card title={home.coach}>
        {company.coach ? (
          <Stack gap="s">
            <strong>{company.coach.name}</strong>
            {company.partner && <Soft>{company.partner.name}</Soft>}
            {company.coachContact && <a href={`mailto:${company.coachContact}`}>{company.coachContact}</a>}
          </Stack>
        ) : (
          <p>{home.noCoach({ partner: company.partner?.name ?? null })}</p>
        )}
      </Card>
      <Card title={home.more}>
        <ul className={styles.links}>
          <HomeLink programme={programme} to="facts" icon="edit" label={home.facts} />
          {company.may.includes('aid.read') && (
            <>
              <HomeLink programme={programme} to="owners" icon="companies" label={home.owners} />
              <HomeLink programme={programme} to="aid" icon="documents" label={home.aid} />
            </>
          )}
          <HomeLink programme={programme} to="timeline" icon="history" label={home.timeline} />
        </ul>
      </Card>
    </>
  )
}

type HomeLinkProps = { programme: string; to: 'aid' | 'facts' | 'owners' | 'timeline'; icon: IconName; label: string }

function HomeLink({ programme, to, icon, label }: HomeLinkProps) {
  return (
    <li>
      <Link to={`/programmes/$programme/${to}`} params={{ programme }} className={styles.link}>
        <Icon name={icon} />
        {label}
      </Link>
    </li>
  )
}
