import type { Company } from '@stegvis/core/companies/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addSubProject, nextNumber } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { settingOn } from '../test-setting.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server
const { as, setting } = settingOn(server, database)

describe('adding by hand', () => {
  test('routes by municipality, once, and names the company that has the number', async () => {
    const { programme } = await setting()
    const there = await addSubProject(database, programme, ['1490'])
    const lead = await as(programme, { role: 'programme-manager' })
    const add = (payload: object) =>
      app.inject({ method: 'POST', url: `/api/programmes/${programme.slug}/companies`, headers: lead.headers, payload })
    const input = { id: newId(), organisationNumber: nextNumber(), name: 'Nya AB', municipalityCode: '1490' }
    const first = await add(input)
    expect(first.statusCode).toBe(201)
    expect(first.json<Company>().partner?.id).toBe(there.partnerId)
    expect((await add(input)).statusCode).toBe(201)
    const double = await add({ ...input, id: newId() })
    expect(double.statusCode).toBe(409)
    expect(double.json()).toMatchObject({ type: '/problems/company-exists', companyId: input.id })
    const wrong = await add({ ...input, id: newId(), organisationNumber: '559999-0009' })
    expect(wrong.json().errors[0].pointer).toBe('#/organisationNumber')
  })

  test('a coach who brings a company in is its coach', async () => {
    const { programme, coach } = await setting()
    const reply = await app.inject({
      method: 'POST',
      url: `/api/programmes/${programme.slug}/companies`,
      headers: coach.headers,
      payload: { id: newId(), organisationNumber: nextNumber(), name: 'Besökta AB' },
    })
    expect(reply.json<Company>()).toMatchObject({ coach: { id: coach.id } })
    expect(reply.json<Company>().details).not.toBeNull()
  })
})
