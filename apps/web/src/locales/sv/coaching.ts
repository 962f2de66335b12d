export const coaching = {}
