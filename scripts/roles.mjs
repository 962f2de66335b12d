#!/usr/bin/env node
import { run } from './bootstrap.mjs'

await run('scripts/roles.ts')
