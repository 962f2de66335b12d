import type { GroupAccounts } from '@stegvis/core/aid/size/records.ts'
import { useQueryClient } from '@tanstack/react-query'
import { aidKey } from '../ledger/api.ts'
import { accountsQuery } from './api.ts'

/** After a change: the answer is shown at once, and the size is computed again. */
export function useAccountsChanged(programme: string, company: string): (accounts: GroupAccounts) => Promise<void> {
  const queryClient = useQueryClient()
  return async (accounts) => {
    queryClient.setQueryData(accountsQuery(programme, company).queryKey, accounts)
    await queryClient.invalidateQueries({ queryKey: aidKey(programme) })
  }
}
