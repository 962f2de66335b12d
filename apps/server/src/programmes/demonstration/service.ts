import { addDays, type PlainDate } from '@stegvis/core/kernel/day.ts'
import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { noRecords, RECORD_KINDS, type Records } from '@stegvis/core/programmes/demonstration/records.ts'
import { type Demonstration, generateDemonstration } from '@stegvis/core/programmes/demonstration.ts'
import type { FastifyBaseLogger } from 'fastify'
import { SME_DEFINITIONS } from '../../aid/size/definitions.ts'
import { keepDecidedSizes } from '../../aid/size/service.ts'
import type { Database, Tx } from '../../db/tenancy.ts'
import type { Clock } from '../../deps.ts'
import type { ModelLibrary } from '../../models/library.ts'
import { municipalitiesOf } from '../geography.ts'
import { loadDemonstration } from './content.ts'
import {
  findManager,
  findProgramme,
  insertPeople,
  insertProgramme,
  insertRecords,
  listCompaniesWithOwners,
  listExamplePeople,
} from './store.ts'

export type DemonstrationOptions = {
  /** companies that take part, and companies that do not yet or no longer */
  supported?: number
  others?: number
  /** `none`: facts and status only */
  history?: 'full' | 'none'
  seed?: string
  /** another address than the content's own, for a second one */
  slug?: string
}

const COMPANIES_IN_A_CHUNK = { full: 60, none: 1000 }

/** Puts the demonstration programme in place where there is none yet. A repeat after a crash starts again. */
export async function seedDemonstration(
  database: Database,
  models: ModelLibrary,
  clock: Clock,
  log: FastifyBaseLogger,
  options: DemonstrationOptions = {},
): Promise<{ programmeId: ProgrammeId; slug: string }> {
  const started = performance.now()
  const content = loadDemonstration()
  const { supported = 250, others = 60, history = 'full', seed = 'stegvis', slug = content.programme.slug } = options
  const present = await database.asInstallation((tx) => findProgramme(tx, slug))
  if (present) return { programmeId: present, slug }

  const knownPeople = await database.asInstallation(listExamplePeople)
  const demonstration = generateDemonstration({
    content: { ...content, programme: { ...content.programme, slug } },
    seed,
    today: clock.today(content.programme['time-zone']),
    municipalities: new Map(municipalitiesOf(content.programme.country).map(({ code, name }) => [code, name])),
    model: (id, version) => models.get(id, version),
    smeDefinitions: SME_DEFINITIONS,
    knownPeople,
    ...{ supported, others, history },
  })
  const programmeId = demonstration.programmeId as ProgrammeId
  const scope = { programmeId, personId: null }
  // One transaction for all of it: somebody who looks meanwhile sees no half-made programme.
  await database.inTenant(scope, async (tx) => {
    await insertFrame(tx, programmeId, demonstration)
    for (const chunk of chunksOf(demonstration.companies(), COMPANIES_IN_A_CHUNK[history])) {
      await insertPeople(tx, chunk.person)
      for (const kind of RECORD_KINDS) {
        if (kind !== 'person') await insertRecords(tx, programmeId, kind, chunk[kind])
      }
    }
    await decideSizes(tx, programmeId, clock.today(content.programme['time-zone']))
  })
  log.info(
    { companies: supported + others, ms: Math.round(performance.now() - started) },
    'the demonstration is in place',
  )
  return { programmeId, slug }
}

/** Of the companies whose owners are told, the day before. */
async function decideSizes(tx: Tx, programmeId: ProgrammeId, today: PlainDate): Promise<void> {
  const manager = await findManager(tx, programmeId)
  if (!manager) return
  const on = addDays(today, -1)
  const companies = await listCompaniesWithOwners(tx, programmeId)
  await keepDecidedSizes(tx, programmeId, companies, { on, by: manager, at: `${on}T08:00:00Z` })
}

async function insertFrame(tx: Tx, programmeId: ProgrammeId, demonstration: Demonstration): Promise<void> {
  await insertPeople(tx, demonstration.people)
  await insertProgramme(tx, programmeId, demonstration.programme)
  await insertRecords(tx, programmeId, 'partner', demonstration.partners)
  await insertRecords(tx, programmeId, 'funder', demonstration.funders)
  await insertRecords(tx, programmeId, 'subProject', demonstration.subProjects)
  await insertRecords(tx, programmeId, 'subProjectMunicipality', demonstration.subProjectMunicipalities)
  await insertRecords(tx, programmeId, 'focusArea', demonstration.focusAreas)
  await insertRecords(tx, programmeId, 'roleGrant', demonstration.roleGrants)
  await insertRecords(tx, programmeId, 'currencyRate', demonstration.currencyRates)
  await insertRecords(tx, programmeId, 'aidRules', demonstration.aidRules)
}

/** The records of so many companies at a time, kind by kind. */
function* chunksOf(companies: Generator<Records>, size: number): Generator<Records> {
  let chunk = noRecords()
  let count = 0
  for (const company of companies) {
    for (const kind of RECORD_KINDS) chunk[kind].push(...company[kind])
    count++
    if (count % size !== 0) continue
    yield chunk
    chunk = noRecords()
  }
  if (count % size !== 0) yield chunk
}
