import type { AuthoredModelView, AuthoredStatus } from '@stegvis/core/models/authoring/schema.ts'
import type { ReactNode } from 'react'
import { useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { StatusBadge, type Tone } from '../ui/badge.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { LinkTabs } from '../ui/tabs.tsx'
import { ownFileUrl } from './api.ts'
import { modelPath, modelsPath } from './paths.ts'

export const STATUS_TONES: Readonly<Record<AuthoredStatus, Tone>> = {
  draft: 'neutral',
  'in-review': 'brand',
  published: 'good',
  withdrawn: 'warning',
}

type ModelFrameProps = { model: AuthoredModelView; page: 'editor' | 'changes' | 'publishing'; children: ReactNode }

/** The top of every page of an own model, and the way between them. */
export function ModelFrame({ model, page, children }: ModelFrameProps) {
  const { models: texts } = useTexts()
  const { slug } = useProgramme()
  const { language } = useLanguage()
  const name = model.name[language] ?? Object.values(model.name)[0] ?? model.modelId
  const tab = (id: ModelFrameProps['page']) => ({
    href: modelPath(slug, model.id, id === 'editor' ? undefined : id),
    label: texts.pages[id],
    current: page === id,
  })
  return (
    <Stack>
      <PageHeader
        title={name}
        breadcrumbs={[{ label: texts.title, href: modelsPath(slug) }]}
        intro={texts.versionOf({ id: model.modelId, version: model.version })}
        status={<StatusBadge tone={STATUS_TONES[model.status]}>{texts.statuses[model.status]}</StatusBadge>}
        actions={<ExportLink href={ownFileUrl(slug, model.id)} />}
      />
      <LinkTabs label={texts.pages.label} tabs={[tab('editor'), tab('changes'), tab('publishing')]} />
      {children}
    </Stack>
  )
}

/** The model as the file that other systems and other programmes read. */
export function ExportLink({ href }: { href: string }) {
  const { models: texts } = useTexts()
  return (
    <a href={href} download className={buttonClass({})}>
      <Icon name="download" />
      {texts.exportFile}
    </a>
  )
}
