import type { Rolldown } from 'vite'

type Graph = Rolldown.ChunkingContext
type Group = Rolldown.CodeSplittingGroup

/** A module with all that it imports, at once or later. */
function withImports(id: string, graph: Graph, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found
  found.add(id)
  const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {}
  for (const each of [...importedIds, ...dynamicallyImportedIds]) withImports(each, graph, found)
  return found
}

/** The page itself or the script it names, which waits for texts: no other chunk may wait for it. */
const isFirst = (id: string, graph: Graph) =>
  [id, ...(graph.getModuleInfo(id)?.importers ?? [])].some((each) => each.endsWith('.html'))

/**
 * Two chunks in place of some eighty: `shared` is what visitors' pages have in common with each other and with the
 * application, `start` what the application needs beside it before any page. Pages keep their own.
 * Each holds all that its modules import, so that no chunk imports one that imports it.
 */
export function startChunks(visitorsPage: string): Group[] {
  let known: ReadonlySet<string> | undefined
  const isForVisitors = (id: string, graph: Graph) => {
    known ??= withImports(visitorsPage, graph)
    return known.has(id)
  }
  return [
    {
      debugName: 'shared',
      priority: 1,
      minShareCount: 2,
      name: (id, graph) => (isForVisitors(id, graph) ? 'shared' : null),
    },
    {
      debugName: 'start',
      tags: ['$initial'],
      name: (id, graph) => (isForVisitors(id, graph) || isFirst(id, graph) ? null : 'start'),
    },
  ]
}
