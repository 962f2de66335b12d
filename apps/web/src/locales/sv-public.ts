import { common } from './sv/common.ts'
import { interest } from './sv/interest.ts'
import { problems } from './sv/problems.ts'
import { publicProgramme } from './sv/public-programme.ts'
import { ui } from './sv/ui.ts'

/** What the public pages need and nothing else: their first load is small. */
export const svPublic = { common, problems, ui, publicProgramme, interest }

export type PublicMessages = typeof svPublic
