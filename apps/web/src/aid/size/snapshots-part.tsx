import type { SizeSnapshots } from '@stegvis/core/aid/size/snapshots.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Section } from '../../ui/layout.tsx'
import { Table } from '../../ui/table.tsx'
import { snapshotsQuery } from './api.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { SnapshotDialog } from './snapshot-dialog.tsx'
import { TakeDialog } from './take-dialog.tsx'
import { Verdict } from './verdict.tsx'

type SnapshotsPartProps = { programme: string; company: string; may: readonly string[] }
type Open = { what: 'take' } | { what: 'show' | 'review'; id: string } | null

/** What was decided of the size on the days the law asks about: kept as it was, whatever is learnt later. */
export function SnapshotsPart({ programme, company, may }: SnapshotsPartProps) {
  const { data } = useSuspenseQuery(snapshotsQuery(programme, company))
  const { snapshots: texts } = useTexts().sizes
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <Section
      level={3}
      title={texts.title}
      intro={texts.intro}
      actions={
        may.includes('aid.eligibility') && (
          <Button icon="lock" onPress={() => setOpen({ what: 'take' })}>
            {texts.take}
          </Button>
        )
      }
    >
      <SnapshotTable snapshots={data} onOpen={setOpen} />
      {open?.what === 'take' && <TakeDialog {...{ programme, company }} onClose={close} />}
      {open?.what === 'show' && <SnapshotDialog {...{ programme, company }} id={open.id} onClose={close} />}
      {open?.what === 'review' && <ReviewDialog {...{ programme, company }} id={open.id} onClose={close} />}
    </Section>
  )
}

function SnapshotTable({ snapshots, onOpen }: { snapshots: SizeSnapshots; onOpen: (open: Open) => void }) {
  const { snapshots: texts } = useTexts().sizes
  const { dayOf } = useFormats()
  return (
    <Table
      label={texts.title}
      rows={snapshots.snapshots}
      rowKey={({ id }) => id}
      empty={texts.empty}
      columns={[
        {
          id: 'on',
          label: texts.on,
          main: true,
          cell: ({ on, anchor, decides }) => (
            <Row gap="s">
              <span>{texts.anchorOn({ anchor: texts.anchors[anchor], day: on })}</span>
              {decides && <Badge icon="flag">{texts.decides}</Badge>}
            </Row>
          ),
        },
        { id: 'verdict', label: texts.verdict, cell: (snapshot) => <Verdict snapshot={snapshot} /> },
        {
          id: 'taken',
          label: texts.takenBy,
          cell: ({ takenBy, takenAt }) => [takenBy, dayOf(takenAt)].filter(Boolean).join(', '),
        },
        {
          id: 'deeds',
          label: texts.deeds,
          cell: ({ id, on, verdict, review }) => (
            <Row gap="s">
              <Button small aria-label={texts.showOn({ day: on })} onPress={() => onOpen({ what: 'show', id })}>
                {texts.show}
              </Button>
              {snapshots.mayDecide && verdict === 'review' && review === null && (
                <Button
                  small
                  kind="primary"
                  aria-label={texts.decideOn({ day: on })}
                  onPress={() => onOpen({ what: 'review', id })}
                >
                  {texts.decide}
                </Button>
              )}
            </Row>
          ),
        },
      ]}
    />
  )
}
