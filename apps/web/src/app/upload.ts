import { NetworkError, ownHeaders, problemFrom } from './send.ts'

/**
 * Sends a form with a file and tells how far it has come, which `fetch` cannot. Answers the reply's body;
 * throws `ProblemError` or `NetworkError` as `send` does.
 */
export function upload(
  url: string,
  form: FormData,
  progress: (share: number) => void,
  method: 'POST' | 'PUT' = 'POST',
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(ownHeaders(method))) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new NetworkError('no answer')))
    request.addEventListener('load', () => {
      const { status, responseText } = request
      if (status >= 200 && status < 300) resolve(responseText === '' ? null : JSON.parse(responseText))
      else void problemFrom(new Response(responseText, { status })).then(reject)
    })
    request.send(form)
  })
}
