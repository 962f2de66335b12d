import type { FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import { DraftText } from '@stegvis/core/kernel/text.ts'
import type { ModelUse } from '@stegvis/core/models/authoring/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

/** Where each model version is measured with in the programme, by `id@version`. Two queries. */
export async function listUses(tx: Tx): Promise<(modelId: string, version: string) => ModelUse> {
  const areas = await tx
    .selectFrom('focus_area')
    .select(['id', 'name', 'model_id', 'model_version'])
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const { rows: counts } = await sql<{ model: string; count: number }>`
    select model_id || '@' || model_version as model, count(*)::int as count
    from assessment where status <> 'withdrawn' group by 1`.execute(tx)
  const byModel = new Map(counts.map(({ model, count }) => [model, count]))
  return (modelId, version) => ({
    focusAreas: areas.flatMap((area): { id: FocusAreaId; name: DraftText }[] =>
      area.model_id === modelId && area.model_version === version
        ? [{ id: area.id, name: DraftText.parse(area.name) }]
        : [],
    ),
    assessments: byModel.get(`${modelId}@${version}`) ?? 0,
  })
}
