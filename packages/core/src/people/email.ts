import { z } from 'zod'

/** A mail address, lower case: two spellings are one person. At most 254 characters (RFC 5321, section 4.5.3.1.3). */
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254))
export type Email = z.infer<typeof Email>

/** A person's name as they write it. */
export const PersonName = z.string().trim().min(1).max(120)
