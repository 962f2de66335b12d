import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../../app/link.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { Callout } from '../../ui/states.tsx'
import { companyAidQuery } from './api.ts'

/** On the company's first page, only while a declaration waits for its signature. */
export function AidHomePanel({ programme, company }: { programme: string; company: string }) {
  const { data: aid } = useQuery(companyAidQuery(programme, company))
  const { home } = useTexts().stateAid.ledger
  const isWaiting = aid?.may.sign && aid.gate && aid.declarations.some(({ state }) => state === 'draft')
  if (!isWaiting) return null
  return (
    <Callout
      tone="warning"
      title={home.todo}
      actions={
        <ButtonLink
          kind="primary"
          to="/programmes/$programme/companies/$company/aid/declaration"
          params={{ programme, company }}
        >
          {home.start}
        </ButtonLink>
      }
    >
      {home.todoText}
    </Callout>
  )
}
