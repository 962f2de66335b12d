import path from 'node:path'

/**
 * The environment a test gives to a process of its own, to add to. Compiled code is kept between processes, as it is
 * for those who start the product.
 */
export const ENVIRONMENT = {
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../../../node_modules/.stegvis-compiled'),
}
