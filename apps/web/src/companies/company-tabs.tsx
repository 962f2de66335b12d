import type { Company } from '@stegvis/core/companies/schema.ts'
import type { Action } from '@stegvis/core/people/permissions.ts'
import { type ComponentType, lazy } from 'react'
import type { companies } from '../locales/sv/companies.ts'

/** What the panel of a tab is told. `may` is what this person may do with this company. */
export type PanelProps = { programme: string; company: string; may: readonly string[] }

export type CompanyTab = {
  /** as it stands in the address; empty for the overview */
  id: string
  label: keyof (typeof companies)['tabs']
  needs: Action
  Panel: ComponentType<PanelProps>
}

const own = (name: 'OverviewPanel' | 'FactsPanel' | 'TimelinePanel', load: () => Promise<Record<string, unknown>>) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType<PanelProps> }))

/** The parts of a company's record, in the order of its journey. Other features bring their own panel. */
export const COMPANY_TABS: readonly CompanyTab[] = [
  {
    id: '',
    label: 'overview',
    needs: 'company.read',
    Panel: own('OverviewPanel', () => import('./overview-panel.tsx')),
  },
  {
    id: 'assessments',
    label: 'assessment',
    needs: 'result.read',
    Panel: lazy(async () => ({ default: (await import('../assessments/company-panel.tsx')).CompanyPanel })),
  },
  {
    id: 'plan',
    label: 'plan',
    needs: 'plan.read',
    Panel: lazy(async () => ({ default: (await import('../plans/company-panel.tsx')).PlanPanel })),
  },
  {
    id: 'coaching',
    label: 'coaching',
    needs: 'session.read',
    Panel: lazy(async () => {
      const { CoachingPanel } = await import('../coaching/company-panel.tsx')
      return {
        default: ({ may, ...where }: PanelProps) => <CoachingPanel {...where} mayLog={may.includes('session.log')} />,
      }
    }),
  },
  {
    id: 'aid',
    label: 'aid',
    needs: 'aid.read',
    Panel: lazy(async () => ({ default: (await import('../aid/ledger/aid-panel.tsx')).AidPanel })),
  },
  {
    id: 'key-figures',
    label: 'keyFigures',
    needs: 'key-figure.read',
    Panel: lazy(async () => ({ default: (await import('../indicators/company-panel.tsx')).KeyFiguresPanel })),
  },
  {
    id: 'owners',
    label: 'owners',
    needs: 'aid.read',
    Panel: lazy(async () => ({ default: (await import('../aid/groups/owners-panel.tsx')).OwnersPanel })),
  },
  {
    id: 'documents',
    label: 'documents',
    needs: 'report.read',
    Panel: lazy(async () => ({ default: (await import('../reports/company-panel.tsx')).DocumentsPanel })),
  },
  {
    id: 'people',
    label: 'people',
    needs: 'company-people.invite',
    Panel: lazy(async () => ({ default: (await import('../people/company-people-panel.tsx')).CompanyPeoplePanel })),
  },
  { id: 'facts', label: 'facts', needs: 'company.read', Panel: own('FactsPanel', () => import('./facts-panel.tsx')) },
  {
    id: 'timeline',
    label: 'timeline',
    needs: 'company.read',
    Panel: own('TimelinePanel', () => import('./timeline-panel.tsx')),
  },
]

export function isCompanyTab(id: string): boolean {
  return COMPANY_TABS.some((tab) => tab.id === id && tab.id !== '')
}

export function tabsFor(company: Pick<Company, 'may'>): readonly CompanyTab[] {
  return COMPANY_TABS.filter((tab) => company.may.includes(tab.needs))
}
