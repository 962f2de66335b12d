/** Replaced by tools/api-types/generate.mjs as soon as apps/server/openapi.json exists. */
export type paths = Record<string, never>
