import { useTexts } from '../locales/app-texts.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Framed } from './framed.tsx'

export function NotFoundPage() {
  const { shell } = useTexts()
  return (
    <Framed>
      <PageHeader title={shell.notFound.title} intro={shell.notFound.text} />
      <Anchor href="/">{shell.notFound.toStart}</Anchor>
    </Framed>
  )
}
