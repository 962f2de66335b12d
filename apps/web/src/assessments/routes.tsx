export const assessmentsRoutes = [] as const
