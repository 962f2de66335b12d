import { z } from 'zod'

/** The languages of the product. Swedish first, English equal. */
export const Language = z.enum(['sv', 'en'])
export type Language = z.infer<typeof Language>

/** A text in every language of the product. */
export const Text = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof Text>

/** A text a programme is still writing: any language may be empty. Screens fall back to the other. */
export const DraftText = z.strictObject({ sv: z.string().max(4000), en: z.string().max(4000) })
export type DraftText = z.infer<typeof DraftText>

// A file of its own, since the public pages take it without the schema library.
export { inLanguage } from './in-language.ts'
