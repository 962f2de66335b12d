import { z } from 'zod'
import type { Text } from '../kernel/text.ts'

/** The roles a person can hold in a programme. The administrator of the installation is a property of the person. */
export const Role = z.enum([
  'company-manager',
  'company-member',
  'coach',
  'expert',
  'sub-project-lead',
  'programme-manager',
  'economist',
  'communicator',
  'funder',
  'auditor',
  'evaluator',
  'model-author',
])
export type Role = z.infer<typeof Role>

/** What a role is held within, besides the programme. */
export type RoleScope = 'programme' | 'partner' | 'sub-project' | 'company'

export const ROLES: Record<Role, { scope: RoleScope; name: Text; does: Text }> = {
  'company-manager': {
    scope: 'company',
    name: { sv: 'Företagets kontaktperson', en: 'Company manager' },
    does: {
      sv: 'Svarar, bjuder in kollegor, följer planen och laddar ner allt om det egna företaget',
      en: 'Answers, invites colleagues, follows the plan and downloads everything about their own company',
    },
  },
  'company-member': {
    scope: 'company',
    name: { sv: 'Medarbetare', en: 'Company member' },
    does: {
      sv: 'Svarar på sina frågor och uppdaterar sina åtgärder',
      en: 'Answers their questions and updates their actions',
    },
  },
  coach: {
    scope: 'partner',
    name: { sv: 'Utvecklare', en: 'Coach' },
    does: {
      sv: 'Följer sina företag hela vägen: första samtalet, mätning, plan och möten',
      en: 'Supports their companies all the way: first conversation, assessment, plan and sessions',
    },
  },
  expert: {
    scope: 'company',
    name: { sv: 'Expert', en: 'Expert' },
    does: {
      sv: 'Gör en fördjupad analys hos ett företag som har bjudit in',
      en: 'Carries out an in-depth analysis at a company that has invited them',
    },
  },
  'sub-project-lead': {
    scope: 'sub-project',
    name: { sv: 'Delprojektledare', en: 'Sub-project lead' },
    does: {
      sv: 'Fördelar företag på utvecklare och följer delprojektets mål',
      en: 'Assigns companies to coaches and follows the targets of the sub-project',
    },
  },
  'programme-manager': {
    scope: 'programme',
    name: { sv: 'Projektledare', en: 'Programme manager' },
    does: {
      sv: 'Lägger upp programmet, följer målen och bjuder in medarbetare',
      en: 'Sets the programme up, follows the targets and invites staff',
    },
  },
  economist: {
    scope: 'programme',
    name: { sv: 'Projektekonom', en: 'Economist' },
    does: {
      sv: 'Följer tid, kostnad, stöd och indikatorer, utan att se svar och anteckningar',
      en: 'Follows time, cost, aid and indicators, without seeing answers and notes',
    },
  },
  communicator: {
    scope: 'programme',
    name: { sv: 'Kommunikatör', en: 'Communicator' },
    does: { sv: 'Sköter programmets sida, texter och logotyper', en: 'Looks after the public page, texts and logos' },
  },
  funder: {
    scope: 'programme',
    name: { sv: 'Finansiär', en: 'Funder' },
    does: { sv: 'Läser avslutade rapporter', en: 'Reads closed reports' },
  },
  auditor: {
    scope: 'programme',
    name: { sv: 'Revisor', en: 'Auditor' },
    does: {
      sv: 'Läser avslutade rapporter och underlaget bakom siffrorna',
      en: 'Reads closed reports and the evidence behind the figures',
    },
  },
  evaluator: {
    scope: 'programme',
    name: { sv: 'Följeforskare', en: 'Evaluator' },
    does: {
      sv: 'Följer hur företagen tar nya steg, utan att se deras namn',
      en: 'Follows how companies climb, without seeing their names',
    },
  },
  'model-author': {
    scope: 'programme',
    name: { sv: 'Modellförfattare', en: 'Model author' },
    does: { sv: 'Skriver trappor, ser inga företag', en: 'Writes ladders, sees no companies' },
  },
}
