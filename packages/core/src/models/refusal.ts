import type { Text } from '../kernel/text.ts'

/**
 * One fault in what a command was given; `pointer` leads into the answers, `#/model` stands for the model. `detail` is
 * in English; `message` says it in both languages.
 */
export type InputFault = { pointer: string; detail: string; message?: Text | undefined }
export type RefusedInput = { ok: false; errors: InputFault[] }

export function refuseInput(errors: InputFault[]): RefusedInput {
  return { ok: false, errors }
}

export function inputFault(pointer: string, message: Text): InputFault {
  return { pointer, detail: message.en, message }
}
