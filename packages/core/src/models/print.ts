import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import { Model } from './schema.ts'

const HINT = ' yaml-language-server: $schema=../stegvis-model-1.schema.json'

/**
 * The model as a file in the house style: keys in the order of the format, texts in double quotes, both
 * languages on one line. `parseModel` of it gives the same model.
 */
export function printModel(model: Model): string {
  const document = new Document(Model.parse(model))
  document.commentBefore = HINT
  visit(document, {
    Map(_, map) {
      if (map.items.every((pair) => isScalar(pair.key) && (pair.key.value === 'sv' || pair.key.value === 'en'))) {
        map.flow = true
        for (const { value } of map.items) if (isScalar(value)) value.type = 'QUOTE_DOUBLE'
      }
    },
    Seq(_, list) {
      if (!list.items.some((item) => isMap(item) || isSeq(item))) list.flow = true
    },
  })
  return document.toString({ lineWidth: 0 })
}
