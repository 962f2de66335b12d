import type { Where } from '../groups/forms/fact-dialog.tsx'

export function SizePart(_: Where & { may: readonly string[] }) {
  return null
}
