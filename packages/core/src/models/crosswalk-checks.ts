import type { Text } from '../kernel/text.ts'
import type { Finding } from './checks.ts'
import type { Crosswalk } from './crosswalk.ts'
import type { Model } from './schema.ts'
import type { Path } from './yaml-source.ts'

/** Every id exists, every dimension and every point is spoken of once, and nothing gainsays the ladder itself. */
export function checkCrosswalk(crosswalk: Crosswalk, models: readonly Model[]): Finding[] {
  return [
    ...repeated(crosswalk.sources.map(({ id }, at) => [id, ['sources', at, 'id']])),
    ...repeated(crosswalk.framework.points.map(({ id }, at) => [id, ['framework', 'points', at, 'id']])),
    ...repeated(crosswalk.models.map(({ model }, at) => [model, ['models', at, 'model']])),
    ...sourceFindings(crosswalk),
    ...pointFindings(crosswalk),
    ...crosswalk.models.flatMap((_, at) => modelFindings(crosswalk, at, models)),
  ]
}

type Listed = { id: string; path: Path }

/** Each point that a dimension touches, with its place. */
function touches({ models }: Crosswalk): (Listed & { source: string })[] {
  return models.flatMap(({ dimensions }, m) =>
    dimensions.flatMap((dimension, d) =>
      'none' in dimension
        ? []
        : dimension.points.map(({ id, source }, p) => ({
            ...{ id, source },
            path: ['models', m, 'dimensions', d, 'points', p],
          })),
    ),
  )
}

function sourceFindings(crosswalk: Crosswalk): Finding[] {
  const known = new Set(crosswalk.sources.map(({ id }) => id))
  const points = crosswalk.framework.points.map(({ source }, at) => ({ source, path: ['framework', 'points', at] }))
  return [...points, ...touches(crosswalk)].flatMap(({ source, path }) =>
    unknown(source, known, { sv: 'ingen källa', en: 'no source' }, [...path, 'source']),
  )
}

function pointFindings(crosswalk: Crosswalk): Finding[] {
  const { framework, untouched = [] } = crosswalk
  const known = new Set(framework.points.map(({ id }) => id))
  const touched = touches(crosswalk)
  const left = untouched.map(({ id }, at): Listed => ({ id, path: ['untouched', at] }))
  const spoken = new Set(touched.map(({ id }) => id))
  return [
    ...[...touched, ...left].flatMap(({ id, path }) =>
      unknown(id, known, { sv: 'ingen punkt', en: 'no point' }, [...path, 'id']),
    ),
    ...repeated(left.map(({ id, path }) => [id, [...path, 'id']])),
    ...left.flatMap(({ id, path }): Finding[] =>
      spoken.has(id) ? [{ path: [...path, 'id'], code: 'crosswalk-point-touched', details: { id } }] : [],
    ),
    ...framework.points.flatMap(({ id }, at): Finding[] =>
      spoken.has(id) || left.some((one) => one.id === id)
        ? []
        : [{ path: ['framework', 'points', at, 'id'], code: 'crosswalk-point-missing', details: { id } }],
    ),
  ]
}

function modelFindings({ framework, models: all }: Crosswalk, at: number, models: readonly Model[]): Finding[] {
  const { model: id, version, dimensions } = all[at]!
  const model = models.find((one) => one.id === id && one.version === version)
  const path = ['models', at]
  const kind = { sv: 'ingen trappa', en: 'no ladder' }
  if (!model) return [{ path: [...path, 'model'], code: 'unknown-id', details: { id: `${id} ${version}`, kind } }]
  const known = new Map(model.dimensions.map((dimension) => [dimension.id, dimension]))
  const spoken = new Set(dimensions.map((dimension) => dimension.id))
  return [
    ...repeated(dimensions.map((dimension, d) => [dimension.id, [...path, 'dimensions', d, 'id']])),
    ...model.dimensions.flatMap((dimension): Finding[] =>
      spoken.has(dimension.id)
        ? []
        : [{ path: [...path, 'dimensions'], code: 'crosswalk-dimension-missing', details: { id: dimension.id } }],
    ),
    ...dimensions.flatMap((dimension, d): Finding[] => {
      const here = [...path, 'dimensions', d]
      const own = known.get(dimension.id)
      const nothing = { sv: 'inget delområde', en: 'no dimension' }
      if (!own) return [{ path: [...here, 'id'], code: 'unknown-id', details: { id: dimension.id, kind: nothing } }]
      const points = 'none' in dimension ? [] : dimension.points
      const stated = (own.crosswalk ?? []).filter(({ to }) => to === framework.key)
      return [
        ...repeated(points.map((point, p) => [point.id, [...here, 'points', p, 'id']])),
        ...stated.flatMap((said): Finding[] =>
          points.some((point) => point.id === said.id && point.relation === said.relation)
            ? []
            : [
                {
                  path: here,
                  code: 'crosswalk-gainsays',
                  details: { dimension: dimension.id, point: said.id, relation: said.relation },
                },
              ],
        ),
      ]
    }),
  ]
}

function unknown(id: string, known: ReadonlySet<string>, kind: Text, path: Path): Finding[] {
  return known.has(id) ? [] : [{ path, code: 'unknown-id', details: { id, kind } }]
}

function repeated(ids: readonly (readonly [string, Path])[]): Finding[] {
  return ids.flatMap(([id, path], at): Finding[] =>
    ids.findIndex(([other]) => other === id) < at ? [{ path, code: 'listed-twice', details: { id } }] : [],
  )
}
