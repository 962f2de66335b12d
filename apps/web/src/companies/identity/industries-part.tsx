import type { CompanyIdentity } from '@stegvis/core/identity/records.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Row, Section, Soft } from '../../ui/layout.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { removeIndustry, restoreIndustry } from './api.ts'
import { type IdentityProps, useIdentityChanged } from './identity-part.tsx'
import { IndustryDialog } from './industry-dialog.tsx'

type Industry = CompanyIdentity['industries'][number]
type IndustriesPartProps = IdentityProps & { identity: CompanyIdentity }

/** What the company does, by the classifications that are asked for, each since and until when. */
export function IndustriesPart({ programme, company, identity }: IndustriesPartProps) {
  const { identity: texts, common } = useTexts()
  const { language } = useLanguage()
  const [open, setOpen] = useState<Industry | 'new' | null>(null)
  const remove = useRemoveIndustry(programme, company)
  const { mainIndustry, industries, mayEdit } = identity
  const suggested = mainIndustry?.suggested ?? []
  return (
    <Section
      level={3}
      title={texts.industries}
      actions={
        mayEdit && (
          <Button icon="add" onPress={() => setOpen('new')}>
            {texts.addIndustry}
          </Button>
        )
      }
    >
      {mainIndustry && (
        <Soft>
          {texts.main({ code: mainIndustry.code, name: mainIndustry.division?.name[language] ?? '' })}
          {suggested.length > 0 &&
            ` ${texts.suggested({
              divisions: suggested.map(({ division, name }) => `${division} ${name[language]}`).join(', '),
            })}`}
        </Soft>
      )}
      <Table
        label={texts.industries}
        rows={industries}
        rowKey={({ id }) => id}
        empty={texts.noIndustries}
        columns={[
          {
            id: 'code',
            label: texts.code,
            main: true,
            cell: ({ code, division }) => [code, division?.name[language]].filter(Boolean).join(' '),
          },
          { id: 'scheme', label: texts.scheme, short: true, cell: ({ scheme }) => texts.schemes[scheme] },
          {
            id: 'rank',
            label: texts.rank,
            cell: ({ rank }) => (rank === 1 ? texts.first : texts.further({ rank: String(rank) })),
          },
          {
            id: 'days',
            label: texts.days,
            cell: ({ from, to }) =>
              [from && texts.from({ day: from }), to && texts.until({ day: to })].filter(Boolean).join(', '),
          },
          ...(mayEdit
            ? [
                {
                  id: 'deeds',
                  label: common.edit,
                  cell: (industry: Industry) => (
                    <Row gap="s">
                      <IconButton
                        small
                        icon="edit"
                        label={`${common.edit}: ${industry.code}`}
                        onPress={() => setOpen(industry)}
                      />
                      <IconButton
                        small
                        icon="trash"
                        label={`${common.remove}: ${industry.code}`}
                        onPress={() => remove.mutate(industry)}
                      />
                    </Row>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open && (
        <IndustryDialog
          programme={programme}
          company={company}
          industry={open === 'new' ? undefined : open}
          rank={nextRank(industries)}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

const nextRank = (industries: readonly Industry[]) =>
  Math.min(20, Math.max(0, ...industries.map(({ rank }) => rank)) + 1)

function useRemoveIndustry(programme: string, company: string) {
  const { identity: texts, common } = useTexts()
  const problemText = useProblemText()
  const changed = useIdentityChanged(programme, company)
  const fail = (error: unknown) => toast(problemText(error), { tone: 'danger' })
  return useMutation({
    mutationFn: ({ id, revision }: Industry) => removeIndustry(programme, company, id, revision),
    onSuccess: (identity, { id }) => {
      // The row is gone by the time somebody presses undo, so this is no mutation of its own.
      const onPress = () => void restoreIndustry(programme, company, id).then(changed, fail)
      toast(texts.industryRemoved, { action: { label: common.undo, onPress }, group: 'industry' })
      changed(identity)
    },
    onError: fail,
  })
}
