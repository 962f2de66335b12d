export const companiesRoutes = [] as const
