import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { Frame } from '../frame.tsx'
import { Columns, Section, Stack } from '../layout.tsx'
import { PageHeader } from '../page-header.tsx'
import { Footer, TopBar } from '../top-bar.tsx'
import { FieldGallery } from './fields.tsx'
import { FigureGallery } from './figures.tsx'
import { ButtonGallery, StateGallery } from './parts.tsx'

/** Every component in every state, for the eye and for axe. Part of the development build only. */
export function GalleryPage() {
  return (
    <Frame header={<TopBar name="Stegvis" href="/design" />} footer={<Footer links={[]}>Stegvis</Footer>}>
      <PageHeader
        title="Komponenter"
        breadcrumbs={[
          { label: 'Program', href: '/' },
          { label: 'Design', href: '/design' },
        ]}
        intro="Alla delar i alla lägen, för ögat och för axe."
        status={<Badge tone="brand">Utveckling</Badge>}
        actions={<Button kind="primary">Lägg till företag</Button>}
      />
      <Stack gap="l">
        <Section title="Figurer">
          <FigureGallery />
        </Section>
        <Section title="Knappar och lägen">
          <Columns least="l">
            <ButtonGallery />
            <StateGallery />
          </Columns>
        </Section>
        <Section title="Fält">
          <FieldGallery />
        </Section>
      </Stack>
    </Frame>
  )
}
