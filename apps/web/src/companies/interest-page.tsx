import { PageHeader } from '../ui/page-header.tsx'
import { PublicFrame } from '../ui/public-frame.tsx'

export function InterestPage({ slug }: { slug: string }) {
  return (
    <PublicFrame name={slug} href={`/p/${slug}`}>
      <PageHeader title={slug} />
    </PublicFrame>
  )
}
