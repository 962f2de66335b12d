import type { RatesPage } from '@stegvis/core/aid/rates/records.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/layout.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { ratesKey, withdrawImport } from './api.ts'

type Import = RatesPage['imports'][number]
type ImportListProps = { programme: string; imports: readonly Import[]; mayWrite: boolean }

/** The files that were read; one that was read by mistake can be taken back whole. */
export function ImportList({ programme, imports, mayWrite }: ImportListProps) {
  const { imports: texts } = useTexts().rates
  const { dayOf, instant } = useFormats()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Import | null>(null)
  const withdraw = useMutation({
    mutationFn: (id: string) => withdrawImport(programme, id),
    onSuccess: async () => {
      toast(texts.done)
      setAsked(null)
      await queryClient.invalidateQueries({ queryKey: ratesKey(programme) })
    },
    onError: (error) => toast(problemText(error), { tone: 'danger' }),
  })
  return (
    <Section title={texts.title}>
      <Table
        label={texts.title}
        rows={imports}
        rowKey={({ id }) => id}
        empty={texts.none}
        columns={[
          { id: 'source', label: texts.source, main: true, cell: ({ source }) => source },
          { id: 'days', label: texts.days, short: true, cell: ({ from, to }) => texts.between({ from, to }) },
          { id: 'count', label: texts.count, numeric: true, cell: ({ count }) => count },
          { id: 'by', label: texts.by, cell: ({ by, at }) => [by, dayOf(at)].filter(Boolean).join(', ') },
          ...(mayWrite
            ? [
                {
                  id: 'deeds',
                  label: texts.deeds,
                  cell: (each: Import) => (
                    <Button
                      small
                      aria-label={texts.withdrawOf({ source: each.source, at: instant(each.at) })}
                      onPress={() => setAsked(each)}
                    >
                      {texts.withdraw}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        danger
        title={texts.confirm}
        confirm={texts.withdraw}
        isOpen={asked !== null}
        isPending={withdraw.isPending}
        onConfirm={() => asked && withdraw.mutate(asked.id)}
        onClose={() => setAsked(null)}
      >
        {texts.text}
      </ConfirmDialog>
    </Section>
  )
}
