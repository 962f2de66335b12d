export const plansRoutes = [] as const
