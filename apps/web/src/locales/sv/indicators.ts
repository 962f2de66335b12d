export const indicators = {}
