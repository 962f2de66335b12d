export const indicatorsRoutes = [] as const
