import type { Crosswalk } from './crosswalk.ts'
import type { Model } from './schema.ts'

/** The page `docs/crosswalks.md`: a table for each framework, as its file says it. */
export function printCrosswalks(crosswalks: readonly Crosswalk[], models: readonly Model[]): string {
  return [HEAD, ...crosswalks.map((crosswalk) => printCrosswalk(crosswalk, models))].join('\n')
}

const HEAD = `# Crosswalks

<!-- Written by scripts/publish-models.mjs from content/crosswalks; do not edit. -->

Where the dimensions of our ladders meet other frameworks. A crosswalk never gives a score: it tells where a figure
or an answer probably exists already. The relation reads from our dimension to the point: \`equal\`, \`part-of\`,
\`contains\`, \`intersects\` (they share something) or \`supports\` (work on the one helps the other).

The files are \`content/crosswalks/<id>.yaml\`; their shape is \`content/crosswalks/stegvis-crosswalk-1.schema.json\`.
Each names one version of each ladder and speaks of all its dimensions: the points they touch, or \`none\` with the
reason. Points that no dimension touches are listed as well.
`

function printCrosswalk(
  { framework, about, models: all, sources, untouched = [] }: Crosswalk,
  models: readonly Model[],
): string {
  const points = new Map(framework.points.map(({ id, name, at }) => [id, `${id} ${name.en} (${at})`]))
  const rows = all.flatMap(({ model: id, version, dimensions }) => {
    const model = models.find((one) => one.id === id && one.version === version)
    return dimensions.flatMap((dimension) => {
      const name = model?.dimensions.find((one) => one.id === dimension.id)?.name.en ?? dimension.id
      const place = `${model?.name.en ?? id}: ${name}`
      if ('none' in dimension) return [row([place, 'none', '', dimension.none.en])]
      return dimension.points.map((point) =>
        row([place, points.get(point.id) ?? point.id, point.relation, point.because.en]),
      )
    })
  })
  return [
    `## ${framework.title}\n`,
    `${about.en}\n`,
    row(['Dimension', 'Point', 'Relation', 'Why']),
    row(['---', '---', '---', '---']),
    ...rows,
    ...(untouched.length === 0 ? [] : ['\nNo dimension touches:\n']),
    ...untouched.map(({ id, because }) => `- ${points.get(id) ?? id}. ${because.en}`),
    '\nSources:\n',
    ...sources.map(({ title, address, use }) => `- [${title}](${address}). ${use.en}.`),
    '',
  ].join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
