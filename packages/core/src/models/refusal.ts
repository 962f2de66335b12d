/** One fault in what a command was given; `pointer` leads into the answers, `#/model` stands for the model. */
export type InputFault = { pointer: string; detail: string }
export type RefusedInput = { ok: false; errors: InputFault[] }

export function refuseInput(errors: InputFault[]): RefusedInput {
  return { ok: false, errors }
}
