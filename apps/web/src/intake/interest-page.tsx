import { inLanguage } from '@stegvis/core/kernel/in-language.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import { useState } from 'react'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { IntakeFrame } from './intake-frame.tsx'
import { InterestForm } from './interest-form.tsx'
import { ThankYou } from './thank-you.tsx'

/** The way in: a short form, then what happens next. */
export function InterestPage({ slug }: { slug: string }) {
  return (
    <IntakeFrame slug={slug} narrow>
      {(loaded) => <InterestOf {...loaded} />}
    </IntakeFrame>
  )
}

function InterestOf({ programme, counties }: { programme: PublicProgramme; counties: Counties['counties'] }) {
  const { language } = useLanguage()
  const { interest } = usePublicTexts()
  const [sentTo, setSentTo] = useState<{ email: string; company: string } | null>(null)
  const name = inLanguage(programme.name, language)
  if (sentTo) return <ThankYou programme={programme} {...sentTo} />
  return (
    <Stack gap="l">
      <PageHeader
        title={interest.title}
        breadcrumbs={[{ label: name, href: `/p/${programme.slug}` }]}
        intro={interest.intro}
      />
      <InterestForm programme={programme} counties={counties} onSent={setSentTo} />
    </Stack>
  )
}
