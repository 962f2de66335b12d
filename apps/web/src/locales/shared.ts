import type { common } from './sv/common.ts'
import type { problems } from './sv/problems.ts'
import type { ui } from './sv/ui.ts'

/** The part of the catalogue that the app and the public pages share. */
export type SharedMessages = { common: typeof common; problems: typeof problems; ui: typeof ui }
