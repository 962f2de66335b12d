export const peopleRoutes = [] as const
/** sign-in, set-up, invitations, welcome */
export const peopleGuestRoutes = [] as const
export const peopleAdminRoutes = [] as const
/** my account */
export const peopleAccountRoutes = [] as const
