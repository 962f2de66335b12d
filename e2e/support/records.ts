import { expect, type Page } from '@playwright/test'

export const PROGRAMME = '/programmes/industry-in-west'

type Company = { id: string; name: string }
type Assessment = { id: string; status: string; focusArea: { slug: string } }

/** Reads what the signed-in person may read, to find the address of a page. */
export async function read<T>(page: Page, address: string): Promise<T> {
  const reply = await page.request.get(`/api${address}`)
  expect(reply.status(), address).toBe(200)
  return (await reply.json()) as T
}

/** The first company that a search in the register gives. */
export async function companyNamed(page: Page, search: string): Promise<Company> {
  const { companies } = await read<{ companies: Company[] }>(
    page,
    `${PROGRAMME}/companies?search=${encodeURIComponent(search)}`,
  )
  expect(companies[0]?.name).toContain(search)
  return companies[0]!
}

/** All assessments of a company, the newest occasion first. */
export async function assessmentsOf(page: Page, company: string): Promise<Assessment[]> {
  const { occasions } = await read<{ occasions: { assessments: Assessment[] }[] }>(
    page,
    `${PROGRAMME}/companies/${company}/occasions`,
  )
  return occasions.flatMap(({ assessments }) => assessments)
}

/** The company that the signed-in person belongs to. */
export async function ownCompany(page: Page): Promise<Company> {
  const me = await read<{ programmes: { grants: { companyId: string; companyName: string }[] }[] }>(page, '/me')
  const grant = me.programmes[0]?.grants[0]
  expect(grant, 'a grant in a company').toBeDefined()
  return { id: grant!.companyId, name: grant!.companyName }
}

/** Companies that the signed-in coach follows and that are at work. */
export async function companiesOfCoach(page: Page): Promise<Company[]> {
  const { id } = await read<{ id: string }>(page, '/me')
  const { companies } = await read<{ companies: Company[] }>(
    page,
    `${PROGRAMME}/companies?status=active&coach=${id}&limit=50`,
  )
  return companies
}

type Ladder = { focusArea: { id: string; slug: string }; baselineOn: string | null; openId: string | null }

/** A new assessment of the ladder for the company, with nobody asked; whichever kind is due. */
export async function startAssessment(page: Page, company: string, ladder: string): Promise<string> {
  const { ladders } = await read<{ ladders: Ladder[] }>(page, `${PROGRAMME}/companies/${company}/occasions/options`)
  const due = ladders.find(({ focusArea }) => focusArea.slug === ladder)!
  if (due.openId !== null) return due.openId
  const assessmentId = newId()
  const reply = await page.request.post(`/api${PROGRAMME}/companies/${company}/occasions`, {
    headers: { 'x-stegvis-csrf': '1' },
    data: {
      id: newId(),
      kind: due.baselineOn === null ? 'baseline' : 'follow-up',
      plannedOn: null,
      ladders: [{ assessmentId, focusAreaId: due.focusArea.id }],
      invitees: [],
    },
  })
  expect(reply.ok(), await reply.text()).toBe(true)
  return assessmentId
}

/** One more role in the whole programme for somebody of its staff, given by the signed-in manager. */
export async function giveRole(page: Page, name: string, role: string): Promise<void> {
  const { people } = await read<{ people: { personId: string; name: string }[] }>(page, `${PROGRAMME}/people`)
  const person = people.find((one) => one.name === name)
  expect(person, name).toBeDefined()
  const reply = await page.request.post(`/api${PROGRAMME}/people/${person!.personId}/roles`, {
    headers: { 'x-stegvis-csrf': '1' },
    data: { id: newId(), role, partnerId: null, subProjectId: null, title: null, expiresOn: null },
  })
  expect(reply.ok(), await reply.text()).toBe(true)
}

/** UUIDv7, as browsers make them. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return crypto.randomUUID().replace(/^.{8}-.{4}-4/, `${time.slice(0, 8)}-${time.slice(8)}-7`)
}
