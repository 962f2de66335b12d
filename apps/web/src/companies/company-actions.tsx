import type { Company } from '@stegvis/core/companies/schema.ts'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { CoachDialog } from './coach-dialog.tsx'
import { OpeningDialog } from './opening.tsx'
import { StatusDialog } from './status-dialog.tsx'

type Task = 'status' | 'coach' | 'opening'

/** What is done to the company as a whole. The primary action of the page is the open tab's. */
export function CompanyActions({ programme, company }: { programme: string; company: Company }) {
  const { companies } = useTexts()
  const [task, setTask] = useState<Task | null>(null)
  const may = (action: string) => company.may.includes(action)
  const close = () => setTask(null)
  const entries = [
    ...(may('company.assign')
      ? [
          {
            id: 'coach',
            label: company.coach ? companies.coach.handOver : companies.coach.assign,
            onAction: () => setTask('coach'),
          },
        ]
      : []),
    ...(may('company.open-answers') && !company.openedUntil
      ? [{ id: 'opening', label: companies.opening.title, onAction: () => setTask('opening') }]
      : []),
  ]
  return (
    <>
      {entries.length > 0 && (
        <Menu label={companies.more} entries={entries}>
          <Button icon="more">{companies.more}</Button>
        </Menu>
      )}
      {may('company.status') && <Button onPress={() => setTask('status')}>{companies.status.change}</Button>}
      {task === 'status' && <StatusDialog programme={programme} company={company} onClose={close} />}
      {task === 'coach' && <CoachDialog programme={programme} company={company} onClose={close} />}
      {task === 'opening' && <OpeningDialog programme={programme} company={company.id} isOpen onClose={close} />}
    </>
  )
}
