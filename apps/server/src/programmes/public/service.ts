import type { DocumentId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { summaryOf } from '@stegvis/core/models/summary.ts'
import type { Programme, PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import type { Database, Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { getModel, type ModelLibrary } from '../../models/library.ts'
import { municipalityName } from '../geography.ts'
import { findLogo } from '../logos/store.ts'
import { getProgramme } from '../store.ts'
import { findOpen } from './store.ts'

type Parts = { database: Database; models: ModelLibrary }

/** What a visitor may know of an open programme. Throws `not-found` for a draft, a closed one, and none. */
export async function readPublicProgramme({ database, models }: Parts, slug: string): Promise<PublicProgramme> {
  const programmeId = await requireOpen(database, slug)
  return database.inTenant(
    visitorOf(programmeId),
    async (tx) => {
      const programme = await getProgramme(tx, programmeId)
      return publicView(programme, await listLadders(tx, models, programme))
    },
    { readOnly: true },
  )
}

type Ladder = PublicProgramme['focusAreas'][number]['ladder']

/** What visitors learn of the models, by the choice each focus area has made. */
async function listLadders(tx: Tx, models: ModelLibrary, { focusAreas }: Programme): Promise<Map<string, Ladder>> {
  const ladders = new Map<string, Ladder>()
  for (const { model } of focusAreas) {
    const [modelId, modelVersion] = model.split('@') as [string, string]
    const found = await getModel(tx, models, { modelId, modelVersion })
    const { id, version, name, levels, dimensions } = summaryOf(found.model)
    ladders.set(model, { id, version, name, levels, dimensions })
  }
  return ladders
}

export async function readPublicLogo(database: Database, slug: string, id: DocumentId) {
  const programmeId = await requireOpen(database, slug)
  const logo = await database.inTenant(visitorOf(programmeId), (tx) => findLogo(tx, programmeId, id), {
    readOnly: true,
  })
  if (!logo) throw new Problem('not-found')
  return logo
}

const visitorOf = (programmeId: ProgrammeId) => ({ programmeId, personId: null })

async function requireOpen(database: Database, slug: string): Promise<ProgrammeId> {
  const found = await database.asInstallation((tx) => findOpen(tx, slug), { readOnly: true })
  if (!found) throw new Problem('not-found')
  return found
}

/** Amounts, targets and people stay inside. */
function publicView(programme: Programme, ladders: ReadonlyMap<string, Ladder>): PublicProgramme {
  const { slug, name, demonstration, country, startsOn, endsOn, logoId, texts } = programme
  return {
    ...{ slug, name, demonstration, country, startsOn, endsOn, logoId, texts },
    funders: programme.funders.map(({ amountCents: _, ...funder }) => funder),
    partners: programme.partners.map(({ id, name: partner, kind }) => ({ id, name: partner, kind })),
    subProjects: programme.subProjects.map(({ leads: _, invited: __, municipalities, ...subProject }) => ({
      ...subProject,
      municipalities: municipalities.map((code) => ({ code, name: municipalityName(code) })),
    })),
    focusAreas: programme.focusAreas.map(({ inUse: _, modelKind: __, model, ...area }) => ({
      ...area,
      ladder: ladders.get(model)!,
    })),
  }
}
