import type { CompanyCounts } from '@stegvis/core/companies/list/schema.ts'
import { CompanyStatus, STATUS_NAMES } from '@stegvis/core/companies/standing/status.ts'
import { Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats, useLanguage } from '../locales/texts.tsx'
import { cx } from '../ui/cx.ts'
import type { CompanySearch } from './api.ts'
import styles from './list.module.css'

type StatusTabsProps = { programme: string; search: CompanySearch; counts: CompanyCounts | undefined }

/** How many companies stand where on the journey; each is a filter. */
export function StatusTabs({ programme, search, counts }: StatusTabsProps) {
  const { companies } = useTexts()
  const { language } = useLanguage()
  const { integer } = useFormats()
  const { status: present, ...rest } = search
  const choices = [
    { id: undefined, label: companies.list.allStatuses, count: counts?.total },
    ...CompanyStatus.options.map((id) => ({ id, label: STATUS_NAMES[id][language], count: counts?.byStatus[id] })),
  ]
  return (
    <nav aria-label={companies.list.byStatus} className={styles.statuses} data-print="hide">
      {choices.map(({ id, label, count }) => (
        <Link
          key={id ?? 'all'}
          to="/programmes/$programme/companies"
          params={{ programme }}
          search={id ? { ...rest, status: id } : rest}
          replace
          className={cx(styles.status, present === id && styles.current)}
          aria-current={present === id ? 'page' : undefined}
        >
          <span>{label}</span>
          <strong className={styles.count}>{count === undefined ? '–' : integer(count)}</strong>
        </Link>
      ))}
    </nav>
  )
}
