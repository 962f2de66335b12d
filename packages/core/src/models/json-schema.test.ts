import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modelJsonSchema, printJsonSchema } from './json-schema.ts'
import { answersJsonSchema } from './ladder-command.ts'
import { treeAnswersJsonSchema } from './tree/answers-file.ts'
import { treeJsonSchema } from './tree/json-schema.ts'
import { treeScoreJsonSchema } from './tree/score-file.ts'

const published = (name: string) => readFileSync(new URL(`../../../../content/models/${name}`, import.meta.url), 'utf8')

// After a change of the shapes: node scripts/publish-models.mjs
test('the committed schema of model files is the one the code gives', () => {
  expect(published('stegvis-model-1.schema.json')).toBe(printJsonSchema(modelJsonSchema()))
})

test('the committed schema of tree models is the one the code gives', () => {
  expect(published('stegvis-model-2.schema.json')).toBe(printJsonSchema(treeJsonSchema()))
})

test('the committed schema of answers files is the one the code gives', () => {
  expect(published('answers-1.schema.json')).toBe(printJsonSchema(answersJsonSchema()))
})

test('the committed schemas of answers to a tree and of its score are those the code gives', () => {
  expect(published('answers-2.schema.json')).toBe(printJsonSchema(treeAnswersJsonSchema()))
  expect(published('score-2.schema.json')).toBe(printJsonSchema(treeScoreJsonSchema()))
})

test('the schema names every part of the format once', () => {
  const schema = modelJsonSchema() as { $schema: string; required: string[]; $defs: object }
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(schema.required).toContain('key-figures')
  expect(Object.keys(schema.$defs)).toContain('criterion')
  expect(Object.keys(schema.$defs).filter((name) => name.startsWith('__'))).toEqual([])
})
