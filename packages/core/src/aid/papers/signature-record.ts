import type { Wording } from '../../reports/content/wording.ts'
import type { PaperSection } from './content.ts'
import type { SignatureRecordMaterial } from './material.ts'
import { PAPER_TITLES } from './titles.ts'
import { both, facts, signatureFacts } from './words.ts'

/** Who signed which file, when and how: the page to lay beside what was signed. */
export function signatureRecordSections(material: SignatureRecordMaterial, w: Wording): PaperSection[] {
  const { paper, consent, signature } = material
  const name = signature.name
  const title = w.pick(PAPER_TITLES[paper.kind])
  const lead =
    w.language === 'sv'
      ? `${name} har skrivit under ”${title}” den ${w.longDay(signature.on)}.`
      : `${name} signed “${title}” on ${w.longDay(signature.on)}.`
  return [
    { title: '', blocks: [{ kind: 'lead', text: lead }, signatureFacts({ signature }, w)] },
    {
      title: w.pick(both('Vad som skrevs under', 'What was signed')),
      blocks: [
        facts(
          [
            [both('Handling', 'Document'), title],
            [both('Fil', 'File'), paper.fileName],
          ],
          w,
        ),
        { kind: 'text', text: w.pick(both('Orden ovanför underskriften:', 'The words above the signature:')) },
        { kind: 'text', text: w.pick(consent) },
      ],
    },
    {
      title: w.pick(both('Så kontrolleras underskriften', 'How to check the signature')),
      blocks: [{ kind: 'text', text: w.pick(CHECK) }],
    },
  ]
}

const CHECK = both(
  'Räkna ut filens SHA-256 och jämför med kontrollsumman här ovanför. Är de lika är filen precis den som skrevs under. Samma uppgifter finns i Stegvis, som räknar om kontrollsumman varje gång underskriften visas.',
  'Work out the SHA-256 of the file and compare it with the checksum above. If they are equal, the file is exactly what was signed. The same is kept in Stegvis, which works the checksum out anew whenever the signature is shown.',
)
