import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileModel } from '@stegvis/core/assessments/scoring.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { InstalledModelRow } from '@stegvis/core/models/authoring/schema.ts'
import { parseAnyModel } from '@stegvis/core/models/parse-any.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { compareVersions } from '@stegvis/core/models/tree/versions/steps.ts'
import { readSource } from '@stegvis/core/models/yaml-source.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { findPublished, getSource } from './authoring/store.ts'

export type LadderEntry = { kind: 'ladder'; model: Model; compiled: CompiledModel }
export type TreeEntry = { kind: 'tree'; model: TreeModel; compiled: CompiledTree }
/** A model of either kind, compiled. */
export type AnyModel = LadderEntry | TreeEntry

/** The installed models, every version, compiled once; and the trees of programmes that were asked for lately. */
export type ModelLibrary = {
  /** The installed ladders. */
  list(): readonly Model[]
  /** The newest published version of each installed ladder. */
  latest(): readonly Model[]
  /** An installed ladder. Throws `model-not-found`. */
  get(id: string, version: string): CompiledModel
  /** Installed ladders and trees, as lists show them. */
  installed(): readonly Omit<InstalledModelRow, 'use'>[]
  /** An installed model of either kind. */
  find(id: string, version: string): AnyModel | undefined
  /** A published tree by its hash, read and compiled when it is not at hand. */
  keep(sha256: string, source: () => Promise<string>): Promise<TreeEntry>
}

/** So many trees of programmes are kept compiled; the one asked for longest ago goes first. */
const KEPT = 60

/** Reads `<folder>/<id>/<version>.yaml`. Throws on a file with errors: a wrong model must not serve. */
export function loadModels(folder: string): ModelLibrary {
  const entries = new Map<string, AnyModel>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    for (const file of readdirSync(path.join(folder, entry.name)).filter((name) => name.endsWith('.yaml'))) {
      const place = path.join(folder, entry.name, file)
      const found = readModel(readFileSync(place, 'utf8'), place)
      entries.set(`${found.model.id}@${found.model.version}`, found)
    }
  }
  const all = [...entries.values()].sort(byName)
  const ladders = all.flatMap((entry) => (entry.kind === 'ladder' ? [entry.model] : []))
  const rows = all.map(rowOf)
  return {
    list: () => ladders,
    latest: () => [...new Map(ladders.filter(isPublished).map((model) => [model.id, model])).values()],
    get(id, version) {
      const found = entries.get(`${id}@${version}`)
      if (found?.kind !== 'ladder') throw new Problem('model-not-found', `${id} ${version}`)
      return found.compiled
    },
    installed: () => rows,
    find: (id, version) => entries.get(`${id}@${version}`),
    keep: keeper(),
  }
}

/** Throws with every error of the file by line. */
function readModel(text: string, file: string): AnyModel {
  const parsed = parseAnyModel(text, file)
  if (!parsed.ok) {
    const lines = parsed.errors.map((error) => `${error.file}:${error.line}: ${error.message.en}`)
    throw new Error(`A model file has errors:\n${lines.join('\n')}`)
  }
  if (parsed.kind === 'tree') return { kind: 'tree', model: parsed.model, compiled: compileTree(parsed.model) }
  return { kind: 'ladder', model: parsed.model, compiled: compileModel(parsed.model) }
}

const isPublished = ({ status }: Model): boolean => status === 'published'

function byName({ model: a }: AnyModel, { model: b }: AnyModel): number {
  return a.id.localeCompare(b.id) || compareVersions(a.version, b.version)
}

function rowOf({ kind, model }: AnyModel): Omit<InstalledModelRow, 'use'> {
  const { id, version, status, name, purpose, languages } = model
  return { modelId: id, version, kind, status, name, purpose, languages: [...languages] }
}

function keeper(): ModelLibrary['keep'] {
  const kept = new Map<string, TreeEntry>()
  return async (sha256, source) => {
    const found = kept.get(sha256) ?? treeFrom(await source())
    kept.delete(sha256)
    kept.set(sha256, found)
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return found
  }
}

/** What was checked when it was published is not judged again by the eye of a later release. */
function treeFrom(source: string): TreeEntry {
  const read = readSource(source)
  if (!read.ok) throw new Error('A published model cannot be read')
  const model = TreeModel.parse(read.source.data)
  return { kind: 'tree', model, compiled: compileTree(model) }
}

/**
 * The model as this programme knows it: its own published version, withdrawn or not, before an installed one of
 * the same name, since its measurements were made with its own.
 */
export async function findModel(
  tx: Tx,
  models: ModelLibrary,
  id: string,
  version: string,
): Promise<AnyModel | undefined> {
  const own = await findPublished(tx, id, version)
  return own ? models.keep(own.sha256, () => getSource(tx, own)) : models.find(id, version)
}

export async function getModel(
  tx: Tx,
  models: ModelLibrary,
  { modelId, modelVersion }: { modelId: string; modelVersion: string },
): Promise<AnyModel> {
  const found = await findModel(tx, models, modelId, modelVersion)
  if (!found) throw new Problem('model-not-found', `${modelId} ${modelVersion}`)
  return found
}
