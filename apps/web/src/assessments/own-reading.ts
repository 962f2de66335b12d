import { type DataTag, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/**
 * Puts what the server has just taken into what was read before, which the device keeps for times without a network:
 * an older reading would invite to answer again. It is no newer reading, though, and is asked for again as usual.
 */
export function useOwnReading<View>(queryKey: DataTag<string[], View, Error>): (change: (read: View) => View) => void {
  const queryClient = useQueryClient()
  return useCallback(
    (change) => {
      const read = queryClient.getQueryState<View>(queryKey)
      if (read?.data === undefined) return
      queryClient.setQueryData<View>(queryKey, change(read.data), { updatedAt: read.dataUpdatedAt })
      // A reading that is under way may be from before.
      if (read.fetchStatus !== 'idle') void queryClient.invalidateQueries({ queryKey })
    },
    [queryClient, queryKey],
  )
}

/** The list with this one in the place of the one it is a newer state of, or at the end. */
export function withNewest<T>(list: readonly T[], newest: T, isSame: (one: T) => boolean): T[] {
  return list.some(isSame) ? list.map((one) => (isSame(one) ? newest : one)) : [...list, newest]
}
