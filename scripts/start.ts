import { buildWeb } from './build-web.ts'

export async function main(words: readonly string[]): Promise<void> {
  buildWeb()
  const { main: stegvis } = await import('../apps/server/src/cli/main.ts')
  await stegvis(['start', ...words])
}
