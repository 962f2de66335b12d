import type { Interest } from '@stegvis/core/companies/intake/schema.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type { PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import type { z } from 'zod'
import { send } from '../app/send.ts'

/** The pages here are small and read once, so they do without the query library of the app. */
async function readJson<T>(address: string): Promise<T> {
  return (await send(address)).json()
}

export const readProgramme = (slug: string) => readJson<PublicProgramme>(`/api/public/programmes/${slug}`)

export const readCounties = (country: string) => readJson<Counties>(`/api/public/geography/${country}`)

/** What is sent, as it is before the server has read it. */
export type InterestInput = z.input<typeof Interest>

export async function sendInterest(slug: string, interest: InterestInput): Promise<void> {
  await send(`/api/public/programmes/${slug}/interests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(interest),
  })
}
