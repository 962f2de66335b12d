import type { PaperRow } from '@stegvis/core/aid/papers/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { DefinitionList } from '../../ui/list.tsx'
import { Callout } from '../../ui/states.tsx'
import { paperFileUrl } from './api.ts'
import styles from './signing.module.css'

type Props = { where: { programme: string; company: string }; paper: PaperRow }

/** The receipt: who signed what and when, a copy to keep, and what makes it provable. */
export function Signed({ where, paper }: Props) {
  const { signing } = useTexts().stateAid
  const { instant } = useFormats()
  return (
    <Stack>
      <Callout
        tone="good"
        title={signing.done}
        actions={
          <Row>
            <a className={buttonClass({})} href={paperFileUrl(where, paper.id)} download>
              <Icon name="download" />
              {signing.copy}
            </a>
          </Row>
        }
      >
        {paper.signatures.map(({ id, name, at }) => (
          <div key={id}>{signing.doneText({ name, at: instant(at) })}</div>
        ))}
      </Callout>
      <Disclosure summary={signing.proof}>
        <DefinitionList
          items={[
            ...paper.signatures.map(({ id, name, at, statedAuthority }) => ({
              term: `${signing.signedBy} ${name}`,
              value: <span key={id}>{`${instant(at)}. ${signing.authorities[statedAuthority].label}.`}</span>,
            })),
            { term: signing.fingerprint, value: <code className={styles.hash}>{paper.file?.sha256}</code> },
          ]}
        />
      </Disclosure>
    </Stack>
  )
}
