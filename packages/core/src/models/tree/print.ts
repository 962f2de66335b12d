import { printYaml } from '../print-yaml.ts'
import { TreeModel } from './schema.ts'

/** The model as a file in the house style, keys in the order of the format. `parseTreeModel` of it gives the same model. */
export function printTreeModel(model: TreeModel): string {
  return printYaml(TreeModel.parse(model), { schema: '../stegvis-model-2.schema.json', compact: true })
}
