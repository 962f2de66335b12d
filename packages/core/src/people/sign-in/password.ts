/** Why a password is refused. `common` is judged by the server, which has the word lists. */
export type PasswordFault = 'too-short' | 'too-long' | 'repeats' | 'personal' | 'common'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 256
const DISTINCT_MIN = 5
/** Shorter parts of a name occur in ordinary words. */
const PART_MIN = 4

/**
 * What is wrong with a password as far as can be told without word lists; undefined when nothing is.
 * `known` are texts an attacker tries first: the person's name and address, the programme's name.
 *
 * Source: NIST SP 800-63B-4, section 3.1.1.2: length over composition, no context-specific words.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | undefined {
  const length = [...password].length
  if (length < PASSWORD_MIN) return 'too-short'
  if (length > PASSWORD_MAX) return 'too-long'
  if (new Set(password.toLowerCase()).size < DISTINCT_MIN) return 'repeats'
  return withoutKnown(password, known).length < PASSWORD_MIN / 2 ? 'personal' : undefined
}

/** What is left of the password when the known words are taken out: a name may be in it, not be it. */
function withoutKnown(password: string, known: readonly string[]): string {
  const words = known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((w) => w.length >= PART_MIN)
  return words.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase())
}
