export const modelsRoutes = [] as const
