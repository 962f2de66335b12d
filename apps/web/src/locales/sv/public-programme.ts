export const publicProgramme = {}
