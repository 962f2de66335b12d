import type { Assurance, SigningMethodId } from '@stegvis/core/aid/signing/schema.ts'
import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Config } from '../../config.ts'
import { createOidcMethod } from './oidc.ts'
import { sessionMethod } from './session.ts'

/** What somebody is about to sign. */
export type SigningIntent = {
  programmeId: ProgrammeId
  documentSha256: string
  /** the words above the button, in the language they were shown in */
  consent: string
  language: Language
  signer: { name: string; account: string }
}

/** Who the signer was proved to be, and how. */
export type Identified = { name: string; assurance: Assurance }

/** The person goes to a provider and comes back with the same state. */
export type Departure = { address: string; state: string }

/** A way to know who signs. One of this installation knows at once, one of a provider elsewhere after a round trip. */
export type SigningMethod = {
  /** Throws `signing-unavailable` where a provider does not answer. */
  begin(intent: SigningIntent): Promise<Identified | Departure>
  /**
   * Judges what came back. Throws `signing-denied`, `signing-too-weak`, `signing-other-person` or
   * `signing-unavailable`. The caller has made sure that the state is one that was begun, and is used once.
   */
  finish(parameters: URLSearchParams, intent: SigningIntent): Promise<Identified>
}

export type Signing = {
  offered: readonly SigningMethodId[]
  method(id: SigningMethodId): SigningMethod | undefined
}

/** The page of the application that a provider sends people back to. */
const RETURN_PATH = '/signing/return'

export function createSigning({ signing, publicUrl }: Pick<Config, 'signing' | 'publicUrl'>, secret: string): Signing {
  const methods = new Map<SigningMethodId, SigningMethod>([['session', sessionMethod]])
  if (signing.oidc) {
    methods.set('oidc', createOidcMethod(signing.oidc, { redirectUri: `${publicUrl}${RETURN_PATH}`, secret }))
  }
  const offered = signing.methods.filter((id) => methods.has(id))
  return { offered, method: (id) => (offered.includes(id) ? methods.get(id) : undefined) }
}
