#!/usr/bin/env node
import { run } from './bootstrap.mjs'

await run('e2e/screens.ts')
