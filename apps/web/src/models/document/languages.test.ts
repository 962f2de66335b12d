import { testTree } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { withFallback, withFirst, withoutLanguage } from './languages.ts'

const model = testTree({ languages: ['sv', 'en', 'nb', 'da'], fallback: { nb: ['da', 'sv'], da: ['nb'] } })

test('the ways of one language are set and taken away, and nothing is left of them', () => {
  expect(withFallback(model, 'en', ['sv']).fallback).toEqual({ ...model.fallback, en: ['sv'] })
  const one = withFallback(model, 'da', [])
  expect(one.fallback).toEqual({ nb: ['da', 'sv'] })
  expect(withFallback(one, 'nb', [])).not.toHaveProperty('fallback')
})

test('no language leans on one that is gone', () => {
  const without = withoutLanguage(model, 'nb')
  expect(without).toMatchObject({ languages: ['sv', 'en', 'da'] })
  expect(without).not.toHaveProperty('fallback')
  expect(withoutLanguage(model, 'da').fallback).toEqual({ nb: ['sv'] })
})

test('the first language leans on no other', () => {
  expect(withFirst(model, 'nb')).toMatchObject({ languages: ['nb', 'sv', 'en', 'da'], fallback: { da: ['nb'] } })
})
