import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import { useEffect, useRef } from 'react'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { Section, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Callout } from '../ui/states.tsx'
import styles from './intake.module.css'

/** What happens next. The same for everybody, whether the company was known or not. */
export function ThankYou({
  programme,
  email,
  company,
}: {
  programme: PublicProgramme
  email: string
  company: string
}) {
  const { interest } = usePublicTexts()
  const { thanks } = interest
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    window.scrollTo({ top: 0 })
    top.current?.focus()
  }, [])
  return (
    <div ref={top} tabIndex={-1} className={styles.form}>
      <PageHeader title={thanks.title} />
      <Callout tone="good">{thanks.received({ company })}</Callout>
      <Section title={thanks.next}>
        <ol className={styles.journey}>
          <li>
            <h3>{thanks.mail}</h3>
            <p>{thanks.mailText({ email })}</p>
          </li>
          <li>
            <h3>{thanks.call}</h3>
            <p>{thanks.callText}</p>
          </li>
          <li>
            <h3>{thanks.start}</h3>
            <p>{thanks.startText}</p>
          </li>
        </ol>
      </Section>
      <Stack>
        <p className={styles.small}>{thanks.noMail}</p>
        <a href={`/p/${programme.slug}`}>{thanks.back}</a>
      </Stack>
    </div>
  )
}
