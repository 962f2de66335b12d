import { common } from './en/common.ts'
import { interest } from './en/interest.ts'
import { problems } from './en/problems.ts'
import { publicProgramme } from './en/public-programme.ts'
import { ui } from './en/ui.ts'
import type { PublicMessages } from './sv-public.ts'

/** What the public pages need and nothing else: their first load is small. */
export const enPublic = { common, problems, ui, publicProgramme, interest } satisfies PublicMessages
