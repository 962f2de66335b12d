import type { Wording } from '../../reports/content/wording.ts'
import type { PaperSection } from './content.ts'
import { actText, statementSections } from './declaration.ts'
import type { AidCertificateMaterial, PaperData } from './material.ts'
import { amountText, both, facts, rateText, signatureFacts } from './words.ts'

/** A copy of what the company has declared and signed, with the decision: what the granting authority asks for. */
export function certificateSections(material: AidCertificateMaterial, data: PaperData, w: Wording): PaperSection[] {
  const { declaration, signatures } = material
  return [
    { title: '', blocks: [{ kind: 'lead', text: leadOf(material, data, w) }, decisionFacts(material, data, w)] },
    ...statementSections(declaration, data, w),
    {
      title: w.pick(both('Underskrift', 'Signature')),
      blocks: [
        { kind: 'text', text: w.pick(COPY) },
        ...signatures.map((signature) => signatureFacts({ signature }, w)),
      ],
    },
  ]
}

const COPY = both(
  'Det här är en kopia av uppgifterna i den försäkran som företaget har skrivit under. Originalet är den fil som kontrollsumman hör till.',
  'This is a copy of what the enterprise declared and signed. The original is the file that the checksum belongs to.',
)

function leadOf({ declaredOn }: AidCertificateMaterial, { company }: PaperData, w: Wording): string {
  const name = company.name
  return w.language === 'sv'
    ? `${name} har den ${w.longDay(declaredOn)} försäkrat det som står här om försumbart stöd.`
    : `On ${w.longDay(declaredOn)} ${name} declared the following about de minimis aid.`
}

function decisionFacts({ decision, declaration }: AidCertificateMaterial, data: PaperData, w: Wording) {
  const { amount } = decision
  return facts(
    [
      [both('Företag', 'Enterprise'), data.company.name],
      [both('Organisationsnummer', 'Organisation number'), data.company.organisationNumber],
      [both('Program', 'Programme'), w.pick(data.programme.name)],
      [
        both('Projekt', 'Project'),
        declaration.scheme ? [declaration.scheme.name, declaration.scheme.reference].filter(Boolean).join(', ') : '',
      ],
      [both('Försumbart stöd enligt', 'De minimis aid under'), actText(data, declaration.regulation, w)],
      [both('Beviljat den', 'Granted on'), w.longDay(decision.awardedOn)],
      [both('Beviljat av', 'Granting authority'), decision.authority],
      [both('Beslut', 'Decision'), decision.reference ?? ''],
      [both('Beviljat belopp', 'Amount granted'), amountText(amount, w)],
      [both('I euro', 'In euro'), rateText(amount, w)],
    ],
    w,
  )
}
