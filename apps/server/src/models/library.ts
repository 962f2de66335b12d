import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileModel } from '@stegvis/core/assessments/scoring.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { parseModel } from '@stegvis/core/models/parse.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import { Problem } from '../http/problem.ts'

/** The installed models, every version, compiled once. */
export type ModelLibrary = {
  list(): readonly Model[]
  /** The newest published version of each model. */
  latest(): readonly Model[]
  get(id: string, version: string): CompiledModel
}

/** Reads `<folder>/<id>/<version>.yaml`. Throws on a file with errors: a wrong model must not serve. */
export function loadModels(folder: string): ModelLibrary {
  const compiled = new Map<string, CompiledModel>()
  const models: Model[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    for (const file of readdirSync(path.join(folder, entry.name)).filter((name) => name.endsWith('.yaml'))) {
      const model = readModel(path.join(folder, entry.name, file))
      models.push(model)
      compiled.set(`${model.id}@${model.version}`, compileModel(model))
    }
  }
  models.sort((a, b) => a.id.localeCompare(b.id) || compareVersions(a.version, b.version))
  return {
    list: () => models,
    latest: () => [...new Map(models.filter((model) => model.status === 'published').map((m) => [m.id, m])).values()],
    get(id, version) {
      const found = compiled.get(`${id}@${version}`)
      if (!found) throw new Problem('model-not-found', `${id} ${version}`)
      return found
    },
  }
}

function readModel(file: string): Model {
  const parsed = parseModel(readFileSync(file, 'utf8'), file)
  if (parsed.ok) return parsed.model
  const lines = parsed.errors.map((error) => `${error.file}:${error.line}: ${error.message}`)
  throw new Error(`A model file has errors:\n${lines.join('\n')}`)
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
