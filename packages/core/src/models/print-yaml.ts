import { Document, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml'

/** A text by language, told by its keys. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/

/**
 * Plain data as YAML in the house style: all languages of a text on one line and in double quotes; lists without
 * anything inside them on one line, and with `compact` small groups as well.
 */
export function printYaml(data: object, options: { schema: string; compact?: boolean }): string {
  const document = new Document(data, { aliasDuplicateObjects: false })
  document.commentBefore = ` yaml-language-server: $schema=${options.schema}`
  visit(document, {
    Map(_, map) {
      if (isTexts(map)) {
        map.flow = true
        for (const { value } of map.items) if (isScalar(value)) value.type = 'QUOTE_DOUBLE'
      } else if (options.compact && isSmall(map)) map.flow = true
    },
    Seq(_, list) {
      if (!list.items.some((item) => isMap(item) || isSeq(item))) list.flow = true
    },
  })
  return document.toString({ lineWidth: 0 })
}

function isTexts(map: YAMLMap): boolean {
  return map.items.every(
    ({ key, value }) =>
      isScalar(key) && LANGUAGE.test(String(key.value)) && isScalar(value) && typeof value.value === 'string',
  )
}

/** Few keys, and nothing below them. */
function isSmall(map: YAMLMap): boolean {
  return map.items.length <= 5 && map.items.every(({ value }) => isScalar(value))
}
