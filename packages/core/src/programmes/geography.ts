import { parse } from 'yaml'
import { z } from 'zod'

/** A municipality as the programme's territory and the companies' records name it. */
export const Municipality = z.strictObject({
  code: z.string(),
  name: z.string(),
  county: z.string(),
  nuts3: z.string(),
})
export type Municipality = z.infer<typeof Municipality>

const GeographyFile = z.strictObject({
  country: z.string().length(2),
  counties: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string().min(1),
      nuts3: z.string().regex(/^[A-Z]{2}[0-9A-Z]{3}$/),
      municipalities: z.record(z.string().regex(/^\d{4}$/), z.string().min(1)),
    }),
  ),
})

/** What screens choose from: municipalities by county, in the order of their codes. */
export const Counties = z
  .strictObject({
    counties: z.array(
      z.strictObject({
        name: z.string(),
        municipalities: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Counties' })
export type Counties = z.infer<typeof Counties>

/** The municipalities of one country, by county and code. Source: content/geography/. */
export type Geography = { country: string; municipalities: readonly Municipality[] }

/** Throws a `ZodError` that names what is wrong with the file. */
export function parseGeography(text: string): Geography {
  const { country, counties } = GeographyFile.parse(parse(text))
  const municipalities = counties.flatMap((county) =>
    Object.entries(county.municipalities)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, name]) => ({ code, name, county: county.name, nuts3: county.nuts3 })),
  )
  return { country, municipalities }
}
