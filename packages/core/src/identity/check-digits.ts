/** The check digits of company identifiers. Each takes digits only, of the right length (RULES.md E-01, E-06, E.3). */

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}

/** Norwegian organisation number. */
export const norwegian = (digits: string): boolean => weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Danish CVR number. */
export const danish = (digits: string): boolean => weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Finnish business id: a rest of 1 never gets a number. */
export function finnish(digits: string): boolean {
  const rest = weighted(digits, [7, 9, 10, 5, 8, 4, 2]) % 11
  return rest !== 1 && Number(digits[7]) === (rest === 0 ? 0 : 11 - rest)
}

/** German VAT number. Source: ISO 7064, Mod 11,10. */
export function german(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10
    product = (2 * (sum === 0 ? 10 : sum)) % 11
  }
  return (11 - product) % 10 === Number(digits.at(-1))
}

/** Estonian registry code: a second set of weights where the first gives ten. */
export function estonian(digits: string): boolean {
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7]) % 11
  const check = first < 10 ? first : (weighted(digits, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10
  return check === Number(digits[7])
}

/** Polish NIP: a rest of ten never gets a number. */
export const polishTax = (digits: string): boolean =>
  weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9])

/** Polish REGON: nine digits, or fourteen of which the first nine are the enterprise. */
export function polishRegister(digits: string): boolean {
  const nine = (weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits[8])
  if (digits.length === 9 || !nine) return nine
  return (weighted(digits, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === Number(digits[13])
}

/** Dutch RSIN: the test of eleven. */
export const dutch = (digits: string): boolean => weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0

/** Letters read as 10 to 35; the rest by 97 is 1. Source: ISO 7064, Mod 97-10; ISO 17442-1 for the LEI. */
export function mod97(text: string): boolean {
  let rest = 0
  for (const sign of text)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** The two digits before the SIREN in a French VAT number. */
export function frenchKey(siren: string): string {
  return String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')
}
