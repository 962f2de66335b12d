import type { UndertakingMember } from '@stegvis/core/aid/de-minimis/ledger/answer.ts'
import type { CompanyGroup, SmeGroupView } from '@stegvis/core/aid/groups/picture.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { cx } from '../../ui/cx.ts'
import { Card, Section, Soft, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import type { Where } from './forms/fact-dialog.tsx'
import styles from './groups.module.css'
import { MarketQuestions } from './market-questions.tsx'
import { useParties } from './use-group.ts'
import { usePercent } from './use-percent.ts'

/** The two groups the law reads from one picture, side by side, since they are for different things. */
export function Readings(where: Where) {
  const { group } = where
  const { readings } = useTexts().groups
  return (
    <Section title={readings.title} intro={readings.intro}>
      <Faults group={group} />
      {group.sme && group.sme.openMarkets.length > 0 && <MarketQuestions {...where} open={group.sme.openMarkets} />}
      <div className={styles.readings}>
        <Card title={readings.sme.title} level={3}>
          <Soft>{readings.sme.intro}</Soft>
          {group.sme ? <SmeMembers sme={group.sme} group={group} /> : <Soft>{readings.unread}</Soft>}
        </Card>
        <Card title={readings.undertaking.title} level={3}>
          <Soft>{readings.undertaking.intro}</Soft>
          {group.undertaking ? (
            <UndertakingMembers members={group.undertaking} own={group.partyId} />
          ) : (
            <Soft>{readings.unread}</Soft>
          )}
        </Card>
      </div>
    </Section>
  )
}

function Faults({ group }: { group: CompanyGroup }) {
  const { readings } = useTexts().groups
  const { language } = useLanguage()
  if (group.faults.length === 0) return null
  return (
    <Callout tone="danger" title={readings.faults}>
      {group.faults.map(({ text }) => (
        <div key={text.sv}>{text[language]}</div>
      ))}
    </Callout>
  )
}

function SmeMembers({ sme, group }: { sme: SmeGroupView; group: CompanyGroup }) {
  const { readings } = useTexts().groups
  const { language } = useLanguage()
  const { nameOf } = useParties(group)
  const percent = usePercent()
  return (
    <Stack>
      <ul className={styles.members} aria-label={readings.sme.title}>
        {sme.members.map(({ party, relation, sharePpm, text }) => {
          const isPart = relation === 'partner' || relation === 'linked-with-partner'
          return (
            <Member
              key={party}
              name={nameOf(party)}
              badge={isPart ? readings.part({ percent: percent(sharePpm) }) : readings.whole}
              isPart={isPart}
              why={text[language]}
            />
          )
        })}
      </ul>
      {sme.excepted.map(({ text }) => (
        <Callout key={text.sv}>{text[language]}</Callout>
      ))}
      {sme.publicPpm > 0 && <Soft>{readings.publicly({ percent: percent(sme.publicPpm) })}</Soft>}
      {sme.members.length === 1 && <Soft>{readings.sme.alone}</Soft>}
    </Stack>
  )
}

function UndertakingMembers({ members, own }: { members: readonly UndertakingMember[]; own: string }) {
  const { readings } = useTexts().groups
  const { language } = useLanguage()
  return (
    <Stack>
      <ul className={styles.members} aria-label={readings.undertaking.title}>
        {members.map(({ party, name, text }) => (
          <Member
            key={party}
            name={name}
            badge={party === own ? readings.itself : readings.whole}
            why={text[language]}
          />
        ))}
      </ul>
      {members.length === 1 && <Soft>{readings.undertaking.alone}</Soft>}
    </Stack>
  )
}

type MemberProps = { name: string; badge: string; isPart?: boolean; why: string }

function Member({ name, badge, isPart, why }: MemberProps) {
  return (
    <li className={cx(styles.member, isPart && styles.part)}>
      <div className={styles.memberHead}>
        <strong>{name}</strong>
        <Badge tone={isPart ? 'neutral' : 'brand'}>{badge}</Badge>
      </div>
      <Soft>{why}</Soft>
    </li>
  )
}
