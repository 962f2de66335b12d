import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Counties, type Geography, type Municipality, parseGeography } from '@stegvis/core/programmes/geography.ts'
import { CONTENT } from '../paths.ts'

const FOLDER = path.join(CONTENT, 'geography')

/** Read once: the files are part of the installation. */
const geographies: ReadonlyMap<string, Geography> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const geography = parseGeography(readFileSync(path.join(FOLDER, file), 'utf8'))
      return [geography.country, geography]
    }),
)

const names: ReadonlyMap<string, string> = new Map(
  [...geographies.values()].flatMap(({ municipalities }) => municipalities.map(({ code, name }) => [code, name])),
)

/** The municipalities of a country, by code; empty for a country whose municipalities are written as free text. */
export function municipalitiesOf(country: string): readonly Municipality[] {
  return geographies.get(country)?.municipalities ?? []
}

/** The name of a municipality; a text of a country without a list is its own name. */
export function municipalityName(code: string): string {
  return names.get(code) ?? code
}

const counties = new Map(
  [...geographies.values()].map(({ country, municipalities }) => {
    const byCounty = Map.groupBy(municipalities, ({ county }) => county)
    const list = [...byCounty].map(([name, inCounty]) => ({
      name,
      municipalities: inCounty.map(({ code, name: called }) => ({ code, name: called })),
    }))
    return [country, list] as const
  }),
)

/** The same by county, as screens choose from it. */
export function countiesOf(country: string): Counties['counties'] {
  return counties.get(country) ?? []
}
