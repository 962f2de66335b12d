import { useState } from 'react'

/** What a visitor has typed, as text. Amounts in millions of kronor, as people know them. */
export type InterestDraft = {
  organisationNumber: string
  companyName: string
  contactName: string
  email: string
  phone: string
  municipalityCode: string
  focusAreaIds: string[]
  message: string
  employees: string
  turnoverMillions: string
  industryCode: string
}

const EMPTY: InterestDraft = {
  organisationNumber: '',
  companyName: '',
  contactName: '',
  email: '',
  phone: '',
  municipalityCode: '',
  focusAreaIds: [],
  message: '',
  employees: '',
  turnoverMillions: '',
  industryCode: '',
}

const keyOf = (slug: string) => `stegvis-interest-${slug}`

/** Where a browser keeps nothing, the form works all the same: it only forgets at reload. */
function readKept(slug: string): InterestDraft {
  try {
    return parseDraft(JSON.parse(localStorage.getItem(keyOf(slug)) ?? '{}'))
  } catch {
    return EMPTY
  }
}

/** Takes what fits; an older version of the form may have kept other things. */
export function parseDraft(kept: unknown): InterestDraft {
  const given = kept !== null && typeof kept === 'object' ? (kept as Record<string, unknown>) : {}
  const entries = Object.entries(EMPTY).map(([field, empty]) => {
    const value = given[field]
    if (Array.isArray(empty))
      return [field, Array.isArray(value) ? value.filter((id) => typeof id === 'string') : empty]
    return [field, typeof value === 'string' ? value : empty]
  })
  return Object.fromEntries(entries) as InterestDraft
}

function keep(slug: string, draft: InterestDraft): void {
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify(draft))
  } catch (error) {
    // Private windows and full disks refuse: what is typed then lives as long as the page.
    console.info('the draft could not be kept on this device', error)
  }
}

/** The draft survives reload; the check and the form share it, so that nothing is asked twice. */
export function useInterestDraft(slug: string) {
  const [draft, setDraft] = useState(() => readKept(slug))
  const [wasKept] = useState(() => JSON.stringify(draft) !== JSON.stringify(EMPTY))
  return {
    draft,
    /** something was there from an earlier visit */
    wasKept,
    change: (changes: Partial<InterestDraft>) =>
      setDraft((before) => {
        const next = { ...before, ...changes }
        keep(slug, next)
        return next
      }),
    clear: () => {
      localStorage.removeItem(keyOf(slug))
      setDraft(EMPTY)
    },
  }
}

/** `12,5` and `12.5` are the same number; null when empty or not a number. */
export function readNumber(text: string): number | null {
  const cleaned = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  if (cleaned === '') return null
  const number = Number(cleaned)
  return Number.isFinite(number) && number >= 0 ? number : null
}

/** Millions of kronor as öre. */
export function millionsToCents(text: string): number | null {
  const millions = readNumber(text)
  return millions === null ? null : Math.round(millions * 100_000_000)
}
