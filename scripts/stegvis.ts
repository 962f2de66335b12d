import { buildWeb } from './build-web.ts'

export async function main(words: readonly string[]): Promise<void> {
  if (words[0] === 'start') buildWeb()
  const { main: stegvis } = await import('../apps/server/src/cli/main.ts')
  await stegvis(words)
}
