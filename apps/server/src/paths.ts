import path from 'node:path'

/** The folders of the clone that the server reads. */
const ROOT = path.resolve(import.meta.dirname, '../../..')
export const CONTENT = path.join(ROOT, 'content')
export const MODELS = path.join(CONTENT, 'models')
export const AID = path.join(CONTENT, 'aid')
export const WEB_BUILD = path.join(ROOT, 'apps/web/dist')
