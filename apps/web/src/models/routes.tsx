import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { programmeRoute } from '../app/parent-routes.tsx'
import { mayIn } from '../app/session.ts'
import { checkQuery, modelListQuery, modelQuery, structuresQuery, versionQuery } from './api.ts'
import { readEditorSearch, readListSearch } from './search.ts'

const modelsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: 'models',
  beforeLoad: ({ context: { me, programme } }) => {
    if (!mayIn(me, programme, 'model.read')) throw notFound()
  },
})

const listRoute = createRoute({
  getParentRoute: () => modelsRoute,
  path: '/',
  validateSearch: readListSearch,
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData({ ...modelListQuery(params.programme), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./list/models-page.tsx'), 'ModelsPage'),
})

const newRoute = createRoute({
  getParentRoute: () => modelsRoute,
  path: 'new',
  beforeLoad: ({ context: { me, programme } }) => {
    if (!mayIn(me, programme, 'model.write')) throw notFound()
  },
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(structuresQuery(params.programme)),
      queryClient.ensureQueryData({ ...modelListQuery(params.programme), revalidateIfStale: true }),
    ]),
  component: lazyRouteComponent(() => import('./list/new-model-page.tsx'), 'NewModelPage'),
})

const versionRoute = createRoute({
  getParentRoute: () => modelsRoute,
  path: 'versions/$id/$version',
  validateSearch: readEditorSearch,
  loader: ({ context: { queryClient }, params: { programme, id, version } }) =>
    queryClient.ensureQueryData(versionQuery(programme, id, version)),
  component: lazyRouteComponent(() => import('./installed/version-page.tsx'), 'VersionPage'),
})

/** Going from part to part of a model is no new visit: the editor holds what is written. */
const onEntry = ({ cause }: { cause: 'preload' | 'enter' | 'stay' }): boolean => cause !== 'stay'

const editorRoute = createRoute({
  getParentRoute: () => modelsRoute,
  path: '$model',
  validateSearch: readEditorSearch,
  shouldReload: onEntry,
  loader: ({ context: { queryClient }, params: { programme, model } }) =>
    queryClient.fetchQuery({ ...modelQuery(programme, model), staleTime: 0 }),
  component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
})

const changesRoute = createRoute({
  getParentRoute: () => modelsRoute,
  path: '$model/changes',
  loader: ({ context: { queryClient }, params: { programme, model } }) =>
    Promise.all([
      queryClient.fetchQuery({ ...modelQuery(programme, model), staleTime: 0 }),
      queryClient.ensureQueryData({ ...modelListQuery(programme), revalidateIfStale: true }),
    ]),
  component: lazyRouteComponent(() => import('./steps/changes-page.tsx'), 'ChangesPage'),
})

const publishingRoute = createRoute({
  getParentRoute: () => modelsRoute,
  path: '$model/publishing',
  loader: ({ context: { queryClient }, params: { programme, model } }) =>
    Promise.all([
      queryClient.fetchQuery({ ...modelQuery(programme, model), staleTime: 0 }),
      queryClient.fetchQuery({ ...checkQuery(programme, model), staleTime: 0 }),
    ]),
  component: lazyRouteComponent(() => import('./steps/publishing-page.tsx'), 'PublishingPage'),
})

export const modelsRoutes = [
  modelsRoute.addChildren([listRoute, newRoute, versionRoute, editorRoute, changesRoute, publishingRoute]),
] as const
