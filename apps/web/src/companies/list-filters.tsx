import type { CompanySort } from '@stegvis/core/companies/list/schema.ts'
import { SIZE_WORDS, SizeClass } from '@stegvis/core/companies/size/size.ts'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ComboBox, Select } from '../ui/select.tsx'
import { SearchField } from '../ui/text-field.tsx'
import type { CompanySearch } from './api.ts'
import styles from './list.module.css'
import { useNames } from './names.ts'

const PAUSE_MILLISECONDS = 250
const QUIET_DAYS = [30, 60, 90, 180]
const SORTS: readonly CompanySort[] = ['name', 'status', 'next-step', 'last-contact', 'newest']

type FilterProps = { programme: string; search: CompanySearch; onChange: (search: CompanySearch) => void }

/** The search goes as one types; the rest is folded away until it is wanted or in use. */
export function ListFilters({ programme, search, onChange }: FilterProps) {
  const { common, companies } = useTexts()
  const { list } = companies
  const { sort: _, search: __, status: ___, mine: ____, ...filter } = search
  const inUse = Object.values(filter).filter((value) => value !== undefined).length
  const isCoach = useMay('session.log')
  return (
    <>
      {isCoach && (
        <Checkbox
          isSelected={search.mine === 'yes'}
          onChange={(mine) => onChange({ ...search, mine: mine ? 'yes' : undefined })}
        >
          {list.mine}
        </Checkbox>
      )}
      <div className={styles.searchLine}>
        <SearchAsYouType search={search} onChange={onChange} />
        <Select
          label={list.sort}
          options={SORTS.map((id) => ({ id, label: list.sorts[id] }))}
          value={search.sort ?? 'name'}
          onChange={(sort) => onChange({ ...search, sort: sort === 'name' ? undefined : (sort ?? undefined) })}
        />
      </div>
      <Disclosure summary={inUse > 0 ? list.filtersInUse({ count: String(inUse) }) : common.filter} open={inUse > 0}>
        <div className={styles.filters}>
          <Choices programme={programme} search={search} onChange={onChange} />
          {inUse > 0 && (
            <Button
              icon="close"
              onPress={() =>
                onChange({ search: search.search, sort: search.sort, status: search.status, mine: search.mine })
              }
            >
              {common.clearFilters}
            </Button>
          )}
        </div>
      </Disclosure>
    </>
  )
}

function SearchAsYouType({ search, onChange }: Omit<FilterProps, 'programme'>) {
  const { companies } = useTexts()
  const present = search.search ?? ''
  const [typed, setTyped] = useState(present)
  const latest = useRef({ search, onChange })
  latest.current = { search, onChange }
  useEffect(() => {
    if (typed.trim() === (latest.current.search.search ?? '')) return
    const timer = setTimeout(() => {
      latest.current.onChange({ ...latest.current.search, search: typed.trim() || undefined })
    }, PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  // Another address, such as a cleared filter or the way back, is shown; one's own typing is not disturbed.
  const [shown, setShown] = useState(present)
  if (shown !== present) {
    setShown(present)
    if (typed.trim() !== present) setTyped(present)
  }
  return (
    <SearchField
      label={companies.list.search}
      placeholder={companies.list.searchHint}
      value={typed}
      onChange={setTyped}
      maxLength={100}
    />
  )
}

function Choices({ programme, search, onChange }: FilterProps) {
  const { companies } = useTexts()
  const { list } = companies
  const { language } = useLanguage()
  const { choices, focusAreas } = useNames(programme)
  const named = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ id, label: name }))
  const none = { id: 'none', label: list.without }
  const set = (field: keyof CompanySearch) => (value: string | null) =>
    onChange({ ...search, [field]: value ?? undefined })
  return (
    <>
      <Select
        label={list.partner}
        none={list.all}
        options={[...named(choices.partners), none]}
        value={search.partner ?? null}
        onChange={set('partner')}
      />
      <Select
        label={list.subProject}
        none={list.all}
        options={[...named(choices.subProjects), none]}
        value={search.subProject ?? null}
        onChange={set('subProject')}
      />
      <ComboBox
        label={list.coach}
        placeholder={list.all}
        options={[none, ...named(choices.coaches)]}
        value={search.coach ?? null}
        onChange={set('coach')}
      />
      <Select
        label={list.focusArea}
        none={list.all}
        options={named(focusAreas)}
        value={search.focusArea ?? null}
        onChange={set('focusArea')}
      />
      <Select
        label={list.size}
        none={list.all}
        options={[
          ...SizeClass.options.map((id) => ({ id, label: SIZE_WORDS[id][language] })),
          { id: 'none', label: list.unknown },
        ]}
        value={search.size ?? null}
        onChange={set('size')}
      />
      <Select
        label={list.lastContact}
        none={list.anyTime}
        options={QUIET_DAYS.map((days) => ({ id: String(days), label: list.quiet({ days: String(days) }) }))}
        value={search.quietDays === undefined ? null : String(search.quietDays)}
        onChange={(days) => onChange({ ...search, quietDays: days === null ? undefined : Number(days) })}
      />
    </>
  )
}
