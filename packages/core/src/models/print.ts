import { printYaml } from './print-yaml.ts'
import { Model } from './schema.ts'

/**
 * The model as a file in the house style: keys in the order of the format, texts in double quotes, both
 * languages on one line. `parseModel` of it gives the same model.
 */
export function printModel(model: Model): string {
  return printYaml(Model.parse(model), { schema: '../stegvis-model-1.schema.json' })
}
