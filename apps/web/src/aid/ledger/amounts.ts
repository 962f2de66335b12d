import { useFormats } from '../../locales/texts.tsx'

/** Amounts as a ledger writes them: whole where they are whole, else with their decimals. */
export function useAmounts() {
  const formats = useFormats()
  const decimal = (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 2)
  return {
    /** `44 642,86 euro` */
    euro: (cents: number) => `${decimal(cents / 100)}\u00a0euro`,
    /** whole euro, for axes and headlines */
    wholeEuro: (cents: number) => formats.integer(Math.round(cents / 100)),
    /** `500 000 kr`, `1 200 NOK` */
    money: (minor: number, currency: string) =>
      currency === 'EUR'
        ? `${decimal(minor / 100)}\u00a0euro`
        : `${decimal(minor / 100)}\u00a0${currency === 'SEK' ? 'kr' : currency}`,
  }
}
