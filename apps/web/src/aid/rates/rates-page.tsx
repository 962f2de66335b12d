import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProgramme } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Section, Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Pager, Table } from '../../ui/table.tsx'
import { ratesQuery } from './api.ts'
import { ImportList } from './import-list.tsx'
import { ImportPart } from './import-part.tsx'

/** The rates of a programme, and the files they came with. */
export function RatesPage() {
  const { slug } = useProgramme()
  const { rates } = useTexts()
  const { data } = useSuspenseInfiniteQuery(ratesQuery(slug, undefined))
  const [first] = data.pages
  return (
    <Stack gap="l">
      <PageHeader title={rates.title} intro={rates.intro} />
      {first?.mayWrite && <ImportPart programme={slug} />}
      <ImportList programme={slug} imports={first?.imports ?? []} mayWrite={first?.mayWrite ?? false} />
      <RateList programme={slug} currencies={first?.currencies ?? []} />
    </Stack>
  )
}

function RateList({ programme, currencies }: { programme: string; currencies: readonly string[] }) {
  const { list: texts } = useTexts().rates
  const { dayOf, month } = useFormats()
  const [currency, setCurrency] = useState<string | null>(null)
  const query = useSuspenseInfiniteQuery(ratesQuery(programme, currency ?? undefined))
  const rows = query.data.pages.flatMap((page) => page.rates)
  return (
    <Section title={texts.title}>
      {currencies.length > 1 && (
        <Select
          label={texts.currency}
          short
          none={texts.all}
          options={currencies.map((id) => ({ id, label: id }))}
          value={currency}
          onChange={setCurrency}
        />
      )}
      <Table
        label={texts.title}
        rows={rows}
        rowKey={(rate) => `${rate.currency} ${rate.every} ${rate.on}`}
        empty={texts.empty}
        columns={[
          { id: 'currency', label: texts.currency, main: true, cell: (rate) => rate.currency },
          {
            id: 'on',
            label: texts.day,
            short: true,
            cell: ({ on, every }) => (every === 'month' ? texts.month({ month: month(on) }) : on),
          },
          { id: 'perEuro', label: texts.perEuro, numeric: true, cell: ({ perEuro }) => <Written rate={perEuro} /> },
          { id: 'source', label: texts.source, cell: ({ source }) => source },
          {
            id: 'by',
            label: texts.by,
            cell: ({ importedBy, importedAt }) => [importedBy, dayOf(importedAt)].filter(Boolean).join(', '),
          },
        ]}
      />
      <Pager
        shown={rows.length}
        hasMore={query.hasNextPage}
        isPending={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </Section>
  )
}

/** Digit by digit as it was published, with the sign of the language for the decimals. */
function Written({ rate }: { rate: string | number }) {
  const { language } = useFormats()
  return <>{language === 'sv' ? String(rate).replace('.', ',') : String(rate)}</>
}
