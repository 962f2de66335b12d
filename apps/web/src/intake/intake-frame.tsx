import { inLanguage } from '@stegvis/core/kernel/in-language.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import { type ReactNode, useCallback } from 'react'
import { ProblemError } from '../app/send.ts'
import { usePublicTexts } from '../locales/public-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { NativeButton } from '../ui/native-fields.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PublicFrame } from '../ui/public-frame.tsx'
import { Callout, EmptyState, Skeleton, useProblemText } from '../ui/states.tsx'
import { readCounties, readProgramme } from './api.ts'
import styles from './intake.module.css'
import { useLoad } from './use-load.ts'

type IntakeFrameProps = {
  slug: string
  narrow?: boolean
  children: (loaded: { programme: PublicProgramme; counties: Counties['counties'] }) => ReactNode
}

/** The frame of the pages anyone may see, once the programme they are about is read. */
export function IntakeFrame({ slug, narrow, children }: IntakeFrameProps) {
  const { language } = useLanguage()
  const { publicProgramme: texts } = usePublicTexts()
  const load = useCallback(async () => {
    const programme = await readProgramme(slug)
    const { counties } = await readCounties(programme.country)
    return { programme, counties }
  }, [slug])
  const loaded = useLoad(load)
  const programme = loaded.state === 'ready' ? loaded.data.programme : undefined
  return (
    <PublicFrame
      name={programme ? inLanguage(programme.name, language) : texts.loading}
      href={`/p/${slug}`}
      demonstration={programme?.demonstration ?? false}
      narrow={narrow ?? false}
      {...(programme?.logoId && { logo: <img src={logoAddress(slug, programme.logoId)} alt="" height={36} /> })}
      {...(programme && { funders: <Funders programme={programme} /> })}
    >
      {loaded.state === 'loading' && <Skeleton lines={8} />}
      {loaded.state === 'failed' && <Failed error={loaded.error} retry={loaded.retry} />}
      {loaded.state === 'ready' && children(loaded.data)}
    </PublicFrame>
  )
}

const logoAddress = (slug: string, logo: string) => `/api/public/programmes/${slug}/logos/${logo}`

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { common, ui, publicProgramme: texts } = usePublicTexts()
  const text = useProblemText()
  if (error instanceof ProblemError && error.status === 404) {
    return (
      <>
        <PageHeader title={texts.notOpen} />
        <EmptyState title={texts.notOpenTitle}>{texts.notOpenText}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={texts.failed} />
      <Callout
        tone="danger"
        title={ui.error.title}
        actions={
          <NativeButton icon="retry" onClick={retry}>
            {common.retry}
          </NativeButton>
        }
      >
        {text(error)}
      </Callout>
    </>
  )
}

/** Who pays, with the mark and the sentence each asks for. */
function Funders({ programme }: { programme: PublicProgramme }) {
  const { language } = useLanguage()
  const { publicProgramme: texts } = usePublicTexts()
  if (programme.funders.length === 0) return null
  return (
    <>
      <p className={styles.small}>{texts.fundedBy}</p>
      <ul className={styles.funders}>
        {programme.funders.map((funder) => (
          <li key={funder.id}>
            {funder.logoId ? <img src={logoAddress(programme.slug, funder.logoId)} alt={funder.name} /> : funder.name}
            {funder.acknowledgement && (
              <div className={styles.small}>{inLanguage(funder.acknowledgement, language)}</div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
