/** One fault in what a command was given; `pointer` leads into the answers, `#/model` stands for the model. */
export type InputFault = { pointer: string; detail: string }
export type RefusedInput = { ok: false; errors: InputFault[] }

export function refuseInput(errors: InputFault[]): RefusedInput {
  return { ok: false, errors }
}

/** `#/answers/q1`, as RFC 6901 writes it. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}
