import { useState } from 'react'
import { AreaName } from '../area-mark.tsx'
import { Badge, StatusBadge } from '../badge.tsx'
import { Button, IconButton } from '../button.tsx'
import { ConfirmDialog, Dialog } from '../dialog.tsx'
import { Disclosure } from '../disclosure.tsx'
import { DemoBanner } from '../frame.tsx'
import { Card, Row, Stack } from '../layout.tsx'
import { DefinitionList, Timeline } from '../list.tsx'
import { Menu } from '../menu.tsx'
import { ProgressBar, Stepper } from '../progress.tsx'
import { Callout, EmptyState, Skeleton } from '../states.tsx'
import { Pager, type Sort, Table } from '../table.tsx'
import { LinkTabs, Tabs } from '../tabs.tsx'
import { toast } from '../toast.tsx'

export function ButtonGallery() {
  const [dialog, open] = useState<'none' | 'dialog' | 'confirm'>('none')
  const close = () => open('none')
  return (
    <Stack>
      <Row>
        <Button kind="primary">Spara</Button>
        <Button icon="add">Lägg till</Button>
        <Button kind="quiet">Avbryt</Button>
        <Button kind="danger" icon="trash" onPress={() => open('confirm')}>
          Ta bort
        </Button>
        <Button isPending>Skickar</Button>
        <Button isDisabled>Inte nu</Button>
        <IconButton icon="edit" label="Ändra" />
      </Row>
      <Row>
        <Button small onPress={() => open('dialog')}>
          Öppna dialog
        </Button>
        <Button small onPress={() => toast('Utvecklaren är bytt', { action: { label: 'Ångra', onPress: () => {} } })}>
          Visa meddelande
        </Button>
        <Menu
          label="Mer"
          entries={[
            { id: 'a', label: 'Lämna över', description: 'Till en annan utvecklare' },
            {
              id: 'b',
              label: 'Visa som',
              chosen: 'list',
              options: [
                { id: 'list', label: 'Lista' },
                { id: 'board', label: 'Tavla' },
              ],
              onChoose: () => {},
            },
            'separator',
            { id: 'c', label: 'Ta bort', danger: true },
          ]}
        >
          <IconButton small icon="more" label="Mer" />
        </Menu>
      </Row>
      <Row gap="s">
        <Badge>Baslinje</Badge>
        <Badge tone="brand" icon="lock">
          Inlämnad
        </Badge>
        <StatusBadge tone="neutral">Intresse</StatusBadge>
        <StatusBadge tone="brand">I dialog</StatusBadge>
        <StatusBadge tone="good">Aktivt</StatusBadge>
        <StatusBadge tone="warning">Pausat</StatusBadge>
        <StatusBadge tone="danger">Avslutat i förtid</StatusBadge>
      </Row>
      <Row>
        {['Resurseffektiv', 'Cirkulär', 'Energi', 'Digital', 'Fem', 'Sex', 'Sju', 'Åtta'].map((name, at) => (
          <AreaName key={name} accent={at + 1}>
            {name}
          </AreaName>
        ))}
      </Row>
      <ProgressBar label="Besvarade frågor" share={7 / 28} text="7 av 28" />
      <Stepper
        label="Steg"
        steps={[
          { id: 'a', label: 'Uppgifter', state: 'done' },
          { id: 'b', label: 'Partner', state: 'current' },
          { id: 'c', label: 'Mål', state: 'open' },
        ]}
      />
      <LinkTabs
        label="Företag"
        tabs={[
          { href: '/design', label: 'Översikt', current: true },
          { href: '/design?b', label: 'Mätningar', current: false, count: 2 },
          { href: '/design?c', label: 'Plan', current: false },
        ]}
      />
      <Tabs
        label="Visning"
        tabs={[
          { id: 'a', label: 'Bild', content: <p>Bilden</p> },
          { id: 'b', label: 'Tabell', content: <p>Tabellen</p> },
        ]}
      />
      <Disclosure summary="Så räknas det">
        <p>Högsta steg vars krav är uppfyllda.</p>
      </Disclosure>
      <Dialog
        title="Lämna över företaget"
        isOpen={dialog === 'dialog'}
        onClose={close}
        actions={
          <Button kind="primary" onPress={close}>
            Lämna över
          </Button>
        }
      >
        <p>Den nya utvecklaren får ett mejl.</p>
      </Dialog>
      <ConfirmDialog
        danger
        title="Ta bort målet?"
        confirm="Ta bort målet"
        isOpen={dialog === 'confirm'}
        onConfirm={close}
        onClose={close}
      >
        <p>Åtgärderna under målet följer med. Det går att ångra i historiken.</p>
      </ConfirmDialog>
    </Stack>
  )
}

const COMPANIES = [
  { id: '1', name: 'Älvsborgs Plåt AB', place: 'Borås', employees: 38, coach: 'Karin Ek' },
  { id: '2', name: 'Ytterby Gjuteri AB', place: 'Kungälv', employees: 112, coach: 'Omar Haddad' },
  { id: '3', name: 'Åsarps Träförädling och Emballage i Falbygden AB', place: 'Falköping', employees: 9, coach: '' },
]

export function StateGallery() {
  const [sort, setSort] = useState<Sort<'name' | 'employees'>>({ by: 'name', descending: false })
  return (
    <Stack>
      <DemoBanner />
      <Callout title="Bra att veta">Utvecklaren bekräftar nivån tillsammans med er.</Callout>
      <Callout tone="good">Allt är inlämnat.</Callout>
      <Callout tone="warning">Underlaget går ut om 14 dagar.</Callout>
      <Callout tone="danger" title="Det gick inte" actions={<Button small>Försök igen</Button>}>
        Servern svarar inte.
      </Callout>
      <Table
        label="Företag"
        columns={[
          { id: 'name', label: 'Företag', main: true, sort: 'name', cell: (row) => <a href="/design">{row.name}</a> },
          { id: 'place', label: 'Kommun', cell: (row) => row.place },
          { id: 'employees', label: 'Anställda', numeric: true, sort: 'employees', cell: (row) => row.employees },
          { id: 'coach', label: 'Utvecklare', cell: (row) => row.coach || '–' },
        ]}
        rows={COMPANIES}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={setSort}
      />
      <Pager shown={3} total={250} hasMore onMore={() => {}} />
      <Card title="Uppgifter" accent={2} level={3}>
        <DefinitionList
          items={[
            { term: 'Organisationsnummer', value: '556000-0000' },
            { term: 'Omsättning', value: '48 000 000 kr' },
            { term: 'Webbplats', value: null },
          ]}
        />
      </Card>
      <Timeline
        label="Historik"
        entries={[
          { id: '1', when: '2026-11-20', title: 'Uppföljning inlämnad', who: 'Karin Ek' },
          { id: '2', when: '2026-03-02', title: 'Coachning på plats', who: 'Karin Ek', children: 'Flödet ritades om.' },
        ]}
      />
      <EmptyState title="Inga mätningar än" action={<Button kind="primary">Starta en mätning</Button>}>
        En startmätning visar var ni står i dag.
      </EmptyState>
      <Skeleton />
    </Stack>
  )
}
