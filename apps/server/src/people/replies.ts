import { z } from 'zod'

/** The reply of a write that has nothing to tell. */
export const NoContent = z.null().meta({ description: 'Done; there is nothing to tell' })
