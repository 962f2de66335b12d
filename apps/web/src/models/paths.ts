import type { PartKey } from './document/places.ts'

export const modelsPath = (programme: string): string => `/programmes/${programme}/models`

/** An own model, by its record: id and version change while it is written. */
export function modelPath(programme: string, model: string, page?: 'changes' | 'publishing', part?: PartKey): string {
  const path = `${modelsPath(programme)}/${model}${page ? `/${page}` : ''}`
  return part ? `${path}?part=${encodeURIComponent(part)}` : path
}

/** A version that is installed. */
export const versionPath = (programme: string, id: string, version: string): string =>
  `${modelsPath(programme)}/versions/${id}/${version}`
