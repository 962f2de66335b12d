import type { DocumentId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Programme, PublicProgramme } from '@stegvis/core/programmes/schema.ts'
import type { Database } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import type { ModelLibrary } from '../../models/library.ts'
import { municipalityName } from '../geography.ts'
import { findLogo } from '../logos/store.ts'
import { getProgramme } from '../store.ts'
import { findOpen } from './store.ts'

type Parts = { database: Database; models: ModelLibrary }

/** What a visitor may know of an open programme. Throws `not-found` for a draft, a closed one, and none. */
export async function readPublicProgramme({ database, models }: Parts, slug: string): Promise<PublicProgramme> {
  const programmeId = await requireOpen(database, slug)
  const programme = await database.inTenant(visitorOf(programmeId), (tx) => getProgramme(tx, programmeId), {
    readOnly: true,
  })
  return publicView(programme, models)
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
function publicView(programme: Programme, models: ModelLibrary): PublicProgramme {
  const { slug, name, demonstration, country, startsOn, endsOn, logoId, texts } = programme
  return {
    ...{ slug, name, demonstration, country, startsOn, endsOn, logoId, texts },
    funders: programme.funders.map(({ amountCents: _, ...funder }) => funder),
    partners: programme.partners.map(({ id, name: partner, kind }) => ({ id, name: partner, kind })),
    subProjects: programme.subProjects.map(({ leads: _, invited: __, municipalities, ...subProject }) => ({
      ...subProject,
      municipalities: municipalities.map((code) => ({ code, name: municipalityName(code) })),
    })),
    focusAreas: programme.focusAreas.map(({ inUse: _, model, ...area }) => ({
      ...area,
      ladder: ladderOf(models, model),
    })),
  }
}

function ladderOf(models: ModelLibrary, choice: string): PublicProgramme['focusAreas'][number]['ladder'] {
  const [id, version] = choice.split('@') as [string, string]
  const { name, levels, dimensions } = models.get(id, version).model
  return {
    ...{ id, version, name },
    levels: levels.map(({ level, name: called, meaning }) => ({ level, name: called, meaning })),
    dimensions: dimensions.map((dimension) => dimension.name),
  }
}
