import { useTexts } from '../locales/app-texts.tsx'
import { Section, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** What works, what we know does not, and whom to tell. */
export function AccessibilityPage() {
  const { accessibility } = useTexts().shell
  return (
    <>
      <PageHeader title={accessibility.title} intro={accessibility.intro} />
      <Stack gap="l">
        {accessibility.parts.map((part) => (
          <Section key={part.title} title={part.title}>
            <p>{part.text}</p>
          </Section>
        ))}
      </Stack>
    </>
  )
}
