import { hasValidCheckDigit } from '../companies/check-digit.ts'

/** Ten or twelve digits as people write them, with or without the sign before the last four. */
const NUMBER = /(?<!\d)(\d{2})?(\d{6})([-+ ]?)(\d{4})(?!\d)/g

/** A person's number has a month where an organisation number has at least 20 (RULES.md E-01, E-03). */
function isPersonal(ten: string): boolean {
  return ten[2]! < '2' && hasValidCheckDigit(ten)
}

/**
 * A text with the last four digits of every Swedish personal number in it hidden, `811228-****`.
 *
 * Source: Act (2018:218), ch. 3 s. 10: a personal number is handled only where there is good reason to.
 */
export function maskPersonalNumbers(text: string): string {
  return text.replace(NUMBER, (found, century: string | undefined, six: string, _sign: string, four: string) =>
    isPersonal(six + four) ? `${century ?? ''}${six}-****` : found,
  )
}

/** Whether a personal number stands anywhere in the text. */
export function readsAsPersonalNumber(text: string): boolean {
  return maskPersonalNumbers(text) !== text
}
