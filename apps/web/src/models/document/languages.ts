import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'

/** Which languages stand in for the gaps of one, in order; none takes the key away. */
export function withFallback(model: TreeModel, language: string, ways: readonly string[]): TreeModel {
  const { [language]: _, ...others } = model.fallback ?? {}
  return withWays(model, ways.length === 0 ? others : { ...others, [language]: [...ways] })
}

/** Without a language that no other may lean on any longer. Its texts stay: they come back with it. */
export function withoutLanguage(model: TreeModel, language: string): TreeModel {
  const ways = Object.entries(model.fallback ?? {})
    .filter(([from]) => from !== language)
    .map(([from, to]): [string, string[]] => [from, to.filter((other) => other !== language)])
    .filter(([, to]) => to.length > 0)
  const languages = model.languages.filter((other) => other !== language)
  return withWays({ ...model, languages }, Object.fromEntries(ways))
}

/** With another language as the first, which has every text and leans on no other. */
export function withFirst(model: TreeModel, language: string): TreeModel {
  const languages = [language, ...model.languages.filter((other) => other !== language)]
  return withFallback({ ...model, languages }, language, [])
}

function withWays({ fallback: _, ...model }: TreeModel, ways: Record<string, string[]>): TreeModel {
  return Object.keys(ways).length === 0 ? model : { ...model, fallback: ways }
}
