// Runs on any Node from 20 on with nothing installed: no dependencies, no TypeScript, nothing newer than Node 20.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NODE = 24
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const RUNTIME = path.join(ROOT, 'scripts', 'runtime')
const MODULES = path.join(ROOT, 'node_modules')
const STAMP = path.join(MODULES, '.stegvis-installed')

/** What a user can act on: shown without a stack. */
class Stop extends Error {}

/** Installs what is missing, then calls `main(words)` of a TypeScript file of this repository on a current Node. */
export async function run(file) {
  try {
    const node = currentNode()
    installDependencies(node)
    if (node !== process.execPath) return handOver(node)
    // Compiled once, not at each start.
    module.enableCompileCache(path.join(MODULES, '.stegvis-compiled'))
    const { main } = await import(pathToFileURL(path.join(ROOT, file)).href)
    await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** This Node when it is current, else the one in scripts/runtime, fetched through npm the first time. */
function currentNode() {
  if (major(process.versions.node) >= NODE) return process.execPath
  const platform = `${{ win32: 'win' }[process.platform] ?? process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = path.join(RUNTIME, 'node_modules', `node-${platform}`, 'bin', file)
  if (worksAs(node)) return node

  const offered = JSON.parse(fs.readFileSync(path.join(RUNTIME, 'package.json'), 'utf8')).optionalDependencies
  const advice = `Stegvis needs Node ${NODE} or newer, and this is ${process.versions.node}`
  if (!(`node-${platform}` in offered)) throw new Stop(`${advice}: install it from https://nodejs.org and start again.`)
  step(`Fetches Node ${NODE} for this folder`, () => npmInstall(RUNTIME, process.execPath))
  if (!worksAs(node))
    throw new Stop(`${advice}; the one fetched does not run here. Install it from https://nodejs.org.`)
  return node
}

function worksAs(node) {
  if (!fs.existsSync(node)) return false
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 && major(answer.stdout.slice(1)) >= NODE
}

/**
 * Only when the lockfile or the platform is another than at the last time. `npm install` and not `npm ci`: that
 * refuses a lockfile written where packages of other platforms could not be seen. It must run on the current Node,
 * since npm leaves out optional packages that ask for a newer one than its own.
 */
function installDependencies(node) {
  const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'))
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return
  step('Installs what Stegvis is built on', () => npmInstall(ROOT, node))
  if (node !== process.execPath) linkNode(node)
  fs.mkdirSync(MODULES, { recursive: true })
  fs.writeFileSync(STAMP, wanted)
}

/** Lets `npx vitest` and the like, typed by hand on an older Node, run on the fetched one. */
function linkNode(node) {
  if (process.platform === 'win32') return
  const link = path.join(MODULES, '.bin', 'node')
  fs.rmSync(link, { force: true })
  fs.symlinkSync(path.relative(path.dirname(link), node), link)
}

/** Leaves the lockfile as it is. No package needs its install script, so none is run. */
function npmInstall(folder, node) {
  const words = ['install', '--prefix', folder, '--no-save', '--include=dev', '--include=optional', '--ignore-scripts']
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const { program, first, shell } = npm(node)
  const result = spawnSync(program, [...first, ...words, ...quiet], {
    cwd: folder,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentFor(node),
  })
  if (result.status === 0) return
  throw new Stop(`npm could not install:\n${(result.stderr || result.error?.message || result.stdout || '').trim()}`)
}

/** The npm that started us when there is one: it need not be on the path. */
function npm(node) {
  const started = process.env.npm_execpath ?? ''
  if (path.basename(started) === 'npm-cli.js') return { program: node, first: [started], shell: false }
  return { program: 'npm', first: [], shell: process.platform === 'win32' }
}

/** The Node first on the path, and nothing of an npm run around us that would point npm at another folder. */
function environmentFor(node) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_local_prefix|package_|lifecycle_)/i.test(name),
  )
  const env = Object.fromEntries(inherited)
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  env[name] = `${path.dirname(node)}${path.delimiter}${env[name] ?? ''}`
  return env
}

/** Runs this program again on the other Node and waits for it: the program gets the signals and decides when to end. */
function handOver(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: environmentFor(node) })
  // Ctrl-C reaches the child by itself, being typed at both.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}

function step(name, work) {
  const start = Date.now()
  process.stderr.write(`${name} … `)
  try {
    work()
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
  process.stderr.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`)
}

function major(version) {
  return Number(version.split('.')[0])
}
