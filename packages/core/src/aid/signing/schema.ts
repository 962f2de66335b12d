import { z } from 'zod'
import { CompanyId, RecordId } from '../../kernel/ids.ts'
import { Language, Text } from '../../kernel/text.ts'

/** What can be signed: a declaration of earlier aid, and the size of an enterprise as it was frozen. */
export const SignedKind = z.enum(['declaration', 'size-snapshot'])
export type SignedKind = z.infer<typeof SignedKind>

/** By what right somebody signs for the company: alone, together with others who sign too, or by their authority. */
export const StatedAuthority = z.enum(['alone', 'jointly', 'power-of-attorney'])
export type StatedAuthority = z.infer<typeof StatedAuthority>

/** How the person is known: by having signed in here, or by a provider of electronic identities. */
export const SigningMethodId = z.enum(['session', 'oidc'])
export type SigningMethodId = z.infer<typeof SigningMethodId>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in small hexadecimal letters')

export const NewSignature = z
  .strictObject({
    id: RecordId,
    paper: RecordId.describe('The paper that was read'),
    documentSha256: Sha256.describe('Of the file that was read: what is signed are these bytes'),
    statedAuthority: StatedAuthority,
    consent: z.string().max(2000).describe('The words above the button, as they were shown'),
    method: SigningMethodId,
  })
  .meta({ id: 'NewSignature' })
export type NewSignature = z.infer<typeof NewSignature>

/** How the signer was known, kept with the signature. What is not known of a method is left out. */
export const Assurance = z.strictObject({
  account: z.email().describe('The address of the account, which was proved by a link sent to it'),
  issuer: z.string().optional().describe('Who vouches for the identity'),
  level: z.string().optional().describe('The level of assurance that was reached, as the provider names it (acr)'),
  means: z.array(z.string()).optional().describe('By which means (amr)'),
  identifier: z.string().optional().describe('Who the provider says it is; a personal number is masked'),
  authenticatedAt: z.iso.datetime().optional(),
  nonce: z.string().optional().describe('What the provider vouched for: it holds the hash of document and consent'),
  tokenSha256: z.string().optional().describe('Of the provider’s own signed word, the ID token'),
})
export type Assurance = z.infer<typeof Assurance>

export const SignatureView = z
  .strictObject({
    id: RecordId,
    company: CompanyId,
    subject: z.strictObject({ kind: SignedKind, id: RecordId }),
    paper: RecordId.nullable(),
    documentSha256: Sha256,
    consent: z.string(),
    language: Language,
    signerName: z.string(),
    statedAuthority: StatedAuthority,
    method: z.string(),
    assurance: Assurance,
    signedAt: z.string(),
    /** the hash of the stored file, worked out when it was asked for */
    verification: z.strictObject({ storedSha256: Sha256, matches: z.boolean() }),
  })
  .meta({ id: 'Signature' })
export type SignatureView = z.infer<typeof SignatureView>

/** Signed, or on the way to a provider: the address the browser goes to. */
export const SigningStep = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('signed'),
      signature: SignatureView,
      complete: z.boolean().describe('False while somebody else has to sign too'),
    }),
    z.strictObject({ state: z.literal('elsewhere'), address: z.url() }),
  ])
  .meta({ id: 'SigningStep' })
export type SigningStep = z.infer<typeof SigningStep>

/** What came back in the address from the provider. */
export const SigningReturn = z
  .strictObject({ parameters: z.record(z.string().max(100), z.string().max(4000)) })
  .meta({ id: 'SigningReturn' })
export type SigningReturn = z.infer<typeof SigningReturn>

/** The signature, and where the person came from. */
export const SigningReturned = z
  .strictObject({
    programme: z.string(),
    company: CompanyId,
    subject: z.strictObject({ kind: SignedKind, id: RecordId }),
    signature: SignatureView,
    complete: z.boolean(),
  })
  .meta({ id: 'SigningReturned' })
export type SigningReturned = z.infer<typeof SigningReturned>

/** The words above the button, by the authority that is stated. */
export const Consents = z.strictObject({ alone: Text, jointly: Text, 'power-of-attorney': Text })
export type Consents = z.infer<typeof Consents>
