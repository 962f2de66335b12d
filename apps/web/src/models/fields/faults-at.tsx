import { Callout } from '../../ui/states.tsx'
import type { Path } from '../document/path.ts'
import { useFaultText } from './use-bound.ts'

/** What is wrong with a part as a whole, where no field of it can say so. */
export function FaultsAt({ path }: { path: Path }) {
  const text = useFaultText(path)
  return text === undefined ? null : <Callout tone="warning">{text}</Callout>
}
