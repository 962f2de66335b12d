import { Skeleton } from '../ui/states.tsx'

export function PendingPage() {
  return <Skeleton lines={8} />
}
