import type { CompanyGroup } from '@stegvis/core/aid/groups/picture.ts'
import { groupFacts } from '@stegvis/core/aid/groups/records.ts'
import type { GroupFacts, Party } from '@stegvis/core/aid/groups/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { aidKey } from '../ledger/api.ts'
import { groupQuery } from './api.ts'

/** After a change: the answer is shown at once, and whatever is computed from it is fetched again. */
export function useGroupChanged(programme: string, company: string): (group: CompanyGroup) => Promise<void> {
  const queryClient = useQueryClient()
  return async (group) => {
    queryClient.setQueryData(groupQuery(programme, company).queryKey, group)
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: aidKey(programme) }),
      queryClient.invalidateQueries({ queryKey: ['companies', programme, 'one', company] }),
    ])
  }
}

/** The picture as core reads it. */
export function useGroupFacts(group: CompanyGroup): GroupFacts {
  return useMemo(
    () =>
      groupFacts(
        group.parties.map(({ party }) => party),
        group.facts.map(({ stated }) => stated),
      ),
    [group],
  )
}

export function useParties(group: CompanyGroup): { parties: Party[]; nameOf: (id: string) => string } {
  return useMemo(() => {
    const parties = group.parties.map(({ party }) => party)
    const names = new Map(parties.map(({ id, name }) => [id, name]))
    return { parties, nameOf: (id) => names.get(id) ?? id }
  }, [group])
}
