/**
 * Whether two written names can be of one person: every word of the shorter stands in the longer, whatever the order,
 * case and accents. “Anna Alm” and “ALM, Anna Maria” can; “Anna Alm” and “Bo Alm” cannot.
 */
export function namesAgree(one: string, other: string): boolean {
  const [shorter, longer] = [words(one), words(other)].sort((a, b) => a.length - b.length)
  return shorter!.length > 0 && shorter!.every((word) => longer!.includes(word))
}

const words = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
