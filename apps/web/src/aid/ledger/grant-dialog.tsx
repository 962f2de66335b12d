import type { HeadroomLine } from '@stegvis/core/aid/de-minimis/ledger/answer.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { LedgerGrant } from '@stegvis/core/aid/ledger/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { keepDays } from '../../ui/days.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Row, Section, Soft, Stack } from '../../ui/layout.tsx'
import { DefinitionList, Timeline } from '../../ui/list.tsx'
import { useAmounts } from './amounts.ts'
import { GrantForm } from './grant-form.tsx'
import { GrantLowering, type Lowering } from './grant-lowering.tsx'
import { useChangeWords } from './grants-part.tsx'

type Props = {
  programme: string
  company: string
  aid: CompanyAid
  grant: LedgerGrant
  line: HeadroomLine | undefined
  onClose: () => void
}

/** One line of the ledger: all that is known of it, why it counts, what changed it, and what can be done. */
export function GrantDialog(props: Props) {
  const { programme, company, aid, grant, line, onClose } = props
  const { grants, grant: texts } = useTexts().stateAid.ledger
  const { language } = useFormats()
  const [deed, setDeed] = useState<Lowering | 'correct' | null>(null)
  if (deed === 'correct') return <GrantForm {...{ programme, company, aid, grant, onClose }} />
  if (deed) return <GrantLowering {...{ programme, company, aid, grant, deed, onClose }} />
  const authority = grant.authority || grants.unknownAuthority
  return (
    <Dialog
      title={grants.open({ authority, day: grant.awardedOn })}
      isOpen
      onClose={onClose}
      actions={grant.mayChange && <Deeds grant={grant} choose={setDeed} />}
    >
      <Stack>
        {line && <p>{keepDays(line.text[language])}</p>}
        <Facts grant={grant} />
        <Section level={3} title={texts.history}>
          <History grant={grant} />
        </Section>
      </Stack>
    </Dialog>
  )
}

function Facts({ grant }: { grant: LedgerGrant }) {
  const { grants, grant: texts } = useTexts().stateAid.ledger
  const { euro, money } = useAmounts()
  const { rules } = useTexts().stateAid
  const { rate, currency, registeredOn } = grant
  const isLowered = grant.presentMinor !== grant.minor
  const instrument = (rules.instruments as Record<string, string>)[grant.instrument] ?? grant.instrument
  return (
    <DefinitionList
      items={[
        { term: texts.recipient, value: grant.partyName },
        {
          term: texts.amount,
          value: isLowered
            ? `${money(grant.presentMinor, currency)}. ${grants.asAwarded({ amount: money(grant.minor, currency) })}`
            : money(grant.minor, currency),
        },
        ...(currency === 'EUR' ? [] : [{ term: texts.inEuro, value: euro(grant.presentEurCents) }]),
        ...(rate
          ? [
              {
                term: texts.rate,
                value: texts.rateOf({ rate: rate.perEuro, currency, day: rate.day, source: rate.source }),
              },
            ]
          : []),
        { term: texts.regulation, value: grant.regulation },
        { term: texts.scheme, value: grant.scheme },
        ...(instrument ? [{ term: texts.instrument, value: instrument }] : []),
        { term: texts.reference, value: grant.reference },
        {
          term: texts.origin,
          value: grant.programme === null ? grants.origins[grant.origin] : grants.other({ programme: grant.programme }),
        },
        ...(grant.origin === 'programme'
          ? [
              {
                term: texts.registered,
                value: registeredOn
                  ? texts.registeredOn({ day: registeredOn, reference: grant.registerReference ?? '' })
                  : texts.notRegistered,
              },
            ]
          : []),
      ]}
    />
  )
}

function History({ grant }: { grant: LedgerGrant }) {
  const { grant: texts } = useTexts().stateAid.ledger
  const { instant } = useFormats()
  const words = useChangeWords()
  if (grant.changes.length === 0) return <Soft>{texts.noHistory}</Soft>
  return (
    <Timeline
      label={texts.history}
      entries={grant.changes.map((change) => ({
        id: change.id,
        when: instant(change.at),
        who: change.by ?? undefined,
        title: words(grant, change),
        children: change.reason,
      }))}
    />
  )
}

function Deeds({ grant, choose }: { grant: LedgerGrant; choose: (deed: Lowering | 'correct') => void }) {
  const { grant: texts } = useTexts().stateAid.ledger
  return (
    <Row gap="s">
      {grant.origin !== 'programme' && (
        <Button kind="quiet" onPress={() => choose('removed')}>
          {texts.remove}
        </Button>
      )}
      {grant.presentMinor > 0 && (
        <>
          <Button onPress={() => choose('withdrawn')}>{texts.withdraw}</Button>
          <Button onPress={() => choose('lowered')}>{texts.lower}</Button>
        </>
      )}
      <Button icon="edit" onPress={() => choose('correct')}>
        {texts.edit}
      </Button>
    </Row>
  )
}
