export const programmesRoutes = [] as const
export const programmesAdminRoutes = [] as const
