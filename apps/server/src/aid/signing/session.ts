import { Problem } from '../../http/problem.ts'
import type { SigningMethod } from './methods.ts'

/** The signer is who is signed in: somebody who could open a link sent to the address of the account. */
export const sessionMethod: SigningMethod = {
  begin: async ({ signer }) => ({ name: signer.name, assurance: { account: signer.account } }),
  finish: async () => {
    throw new Problem('signing-expired')
  },
}
