import { minorText } from '@stegvis/core/aid/de-minimis/amount.ts'
import { headroom } from '@stegvis/core/aid/de-minimis/ledger/headroom.ts'
import { openIn, outdatedIn } from '@stegvis/core/aid/declaration/rules.ts'
import type { Declaration } from '@stegvis/core/aid/declaration/schema.ts'
import { gateView } from '@stegvis/core/aid/gate/rules.ts'
import type { CompanyAid } from '@stegvis/core/aid/gate/schema.ts'
import type { LedgerGrant } from '@stegvis/core/aid/ledger/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'
import { type Actor, type CompanySubject, can } from '@stegvis/core/people/permissions.ts'
import { listAdvice } from '../../coaching/advice-service.ts'
import { requireInCompany } from '../../companies/access.ts'
import { keyOf } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { StoredDeclaration } from '../declarations/store.ts'
import { DE_MINIMIS_LAW } from '../law.ts'
import { mayChangeGrant } from '../ledger/grant-service.ts'
import { questionOf, readLedger, shownLine } from '../ledger/service.ts'
import { listSupports, type StoredSupport } from '../support/store.ts'
import { shownSupports } from '../support/view.ts'
import { type Judgement, judge, readSaid } from './judge.ts'
import { type AidMaterial, gateToday, openSupport } from './service.ts'
import { listExceptions } from './store.ts'

/** Everything about one company's aid, as this person may see it; the headroom as it is on a day. */
export async function readCompanyAid(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { today, on = today }: { today: PlainDate; on?: PlainDate | undefined },
): Promise<CompanyAid> {
  const subject = await requireInCompany(tx, actor, 'aid.read', companyId)
  const key = keyOf(actor, companyId)
  const ledger = await readLedger(tx, actor, companyId)
  const material: AidMaterial = { ledger, said: await readSaid(tx, key), supports: await listSupports(tx, key) }
  const answer = await gateToday(tx, material, today)
  const planned = openSupport(material.supports)
  const judged = planned ? await judgedToday(tx, material, planned, today) : null
  const present = ledger.isFaulty ? null : headroom(DE_MINIMIS_LAW, questionOf(ledger, on))
  // What enterprises of the same owner received that are another undertaking is nobody's business here.
  const lines = present?.lines.filter(({ state }) => state !== 'other-undertaking') ?? []
  const { declarations, eligibility } = material.said
  return {
    today,
    on,
    rules: ledger.rules,
    hasRules: ledger.hasRules,
    gate: answer && gateView(answer, actor, subject),
    eligibility: eligibility && {
      ...{ snapshotId: eligibility.snapshotId, on: eligibility.on },
      ...{ verdict: eligibility.verdict, category: eligibility.category },
    },
    headroom: present && { ...present, lines },
    judged: planned && judged?.ok ? { supportId: planned.id, answer: judged.answer } : null,
    unjudged: judged && !judged.ok ? judged.missing : [],
    grants: shownGrants(material, lines, actor, subject, today),
    supports: shownSupports(
      material.supports,
      ledger.lines,
      await listAdvice(tx, key),
      today,
      can(actor, 'aid.plan', subject),
    ),
    declarations: declarations.map((one) => shownDeclaration(one, material, lines, planned, today)),
    exceptions: (await listExceptions(tx, key)).map(({ madeBy: _, ...shown }) => shown),
    may: mayOf(actor, subject),
  }
}

function mayOf(actor: Actor, subject: CompanySubject): CompanyAid['may'] {
  return {
    edit: can(actor, 'aid.edit', subject),
    plan: can(actor, 'aid.plan', subject),
    grant: can(actor, 'aid.grant', subject),
    sign: can(actor, 'aid.sign', subject),
    override: can(actor, 'aid.override', subject),
    eligibility: can(actor, 'aid.eligibility', subject),
  }
}

function judgedToday(
  tx: Tx,
  { ledger, said }: AidMaterial,
  { currency, amountMinor: minor }: StoredSupport,
  today: PlainDate,
): Promise<Judgement> {
  return judge(tx, ledger, said, { currency, minor }, today)
}

type Lines = readonly { grant: string; awardedOn: PlainDate; eurCents: number }[]

function shownGrants(
  { ledger: { lines, facts, isFaulty } }: AidMaterial,
  shown: Lines,
  actor: Actor,
  subject: CompanySubject,
  today: PlainDate,
): LedgerGrant[] {
  const known = new Set(shown.map(({ grant }) => grant))
  return lines
    .filter(({ id }) => isFaulty || known.has(id))
    .map((line) => shownLine(line, facts, today, mayChangeGrant(actor, subject, line)))
}

function shownDeclaration(
  { companyId: _, ...declaration }: StoredDeclaration,
  { ledger }: AidMaterial,
  lines: Lines,
  planned: StoredSupport | undefined,
  today: PlainDate,
): Declaration {
  const { content, state } = declaration
  const isDraft = state === 'draft'
  const members = isDraft && !ledger.isFaulty ? headroom(DE_MINIMIS_LAW, questionOf(ledger, today)).undertaking : []
  const moneyText = (minor: number): Text =>
    minorText(DE_MINIMIS_LAW, { currency: content.support?.currency ?? ledger.rules.currency, minor })
  return {
    ...declaration,
    open: isDraft ? openIn(content) : [],
    outdated: isDraft
      ? outdatedIn(content, {
          amountMinor: planned?.amountMinor ?? null,
          members: members.filter(({ party }) => party !== ledger.partyId),
          lines,
          moneyText,
        })
      : [],
  }
}
