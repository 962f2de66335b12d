import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Card, Row } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** After a link was asked for: what happens now, said alike for known and unknown addresses. */
export function SentMail({ email, kind, onOther }: { email: string; kind: 'link' | 'password'; onOther: () => void }) {
  const { people } = useTexts()
  return (
    <>
      <PageHeader title={people.sent.title} />
      <Card>
        <p>{people.sent[kind]({ email })}</p>
        <p>{people.sent.lasts}</p>
        <Disclosure plain summary={people.sent.missing}>
          <p>{people.sent.missingText}</p>
        </Disclosure>
        <Row>
          <Button onPress={onOther}>{people.sent.other}</Button>
        </Row>
      </Card>
    </>
  )
}
