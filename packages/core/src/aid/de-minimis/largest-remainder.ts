/**
 * Splits a whole number of the smallest unit by weights, so that the parts add up to it. What the division leaves
 * goes one by one to the largest remainders; of equal ones, to the first.
 *
 * Without any weight the parts are equal. Source: the method of largest remainders (Hamilton).
 */
export function splitExactly(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n)
    return weights.length === 0
      ? []
      : splitExactly(
          total,
          weights.map(() => 1),
        )
  const shares = weights.map((weight, at) => {
    const product = BigInt(total) * BigInt(weight)
    return { at, whole: product / sum, rest: product % sum }
  })
  let left = total - Number(shares.reduce((all, { whole }) => all + whole, 0n))
  const parts = shares.map(({ whole }) => Number(whole))
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of byRest) {
    if (left-- <= 0) break
    parts[at]!++
  }
  return parts
}
