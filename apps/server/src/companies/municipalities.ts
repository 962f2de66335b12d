import fs from 'node:fs'
import path from 'node:path'
import { CONTENT } from '../paths.ts'

export type Municipality = { code: string; name: string; county: string }

/** The municipalities that can be chosen, in Swedish order. Read once. */
export const MUNICIPALITIES: readonly Municipality[] = readMunicipalities()

const BY_CODE = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality.name]))

/** A code of another country is its own name. */
export function municipalityName(code: string | null): string | null {
  return code === null ? null : (BY_CODE.get(code) ?? code)
}

/** Counties in the file hold lines of `"1490": Borås`: no more of YAML is needed to read it. */
function readMunicipalities(): Municipality[] {
  const text = fs.readFileSync(path.join(CONTENT, 'geography/se-municipalities.yaml'), 'utf8')
  const found: Municipality[] = []
  let county = ''
  for (const line of text.split('\n')) {
    county = /^ {4}name: (.+)$/.exec(line)?.[1] ?? county
    const [, code, name] = /^ {6}"(\d{4})": (.+)$/.exec(line) ?? []
    if (code && name) found.push({ code, name: name.trim(), county })
  }
  const collator = new Intl.Collator('sv')
  return found.sort((a, b) => collator.compare(a.name, b.name))
}
