import { Skeleton } from '../ui/states.tsx'
import { Framed } from './framed.tsx'

export function PendingPage() {
  return (
    <Framed>
      <Skeleton lines={8} />
    </Framed>
  )
}
