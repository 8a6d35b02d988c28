// One request to the server: JSON or bytes in, JSON or a problem out, or no answer. Says what it learned about the network.
// Which requests there are, and keeping what they brought, is for the files beside this one.

import type { Problem } from '#core/wire/problem.ts'

const TIMEOUT = 20_000

export type Answered<T> =
  | { readonly got: T }
  | { readonly problem: Problem }
  /** No answer came: no network, or nobody there. */
  | { readonly lost: true }

type Listener = (reached: boolean) => void
const listeners = new Set<Listener>()

/** Told after every request whether the server was reached. */
export function onReached(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(reached: boolean): void {
  for (const listener of [...listeners]) listener(reached)
}

/** Asks the server in the chosen language (that of the page). Never rejects. */
export function request<T>(path: string, body?: object, signal?: AbortSignal): Promise<Answered<T>> {
  return body === undefined
    ? ask<T>(path, { method: 'GET' }, signal)
    : ask<T>(path, { method: 'POST', body: JSON.stringify(body), ...typed('application/json') }, signal)
}

/** Puts raw bytes to `path`: a piece of a file. Never rejects. */
export function putBytes<T>(path: string, bytes: Blob, signal?: AbortSignal): Promise<Answered<T>> {
  return ask<T>(path, { method: 'PUT', body: bytes, ...typed('application/octet-stream') }, signal)
}

/** Posts a whole file to `path`, to be read and not kept. Never rejects. */
export function postFile<T>(path: string, file: Blob, signal?: AbortSignal): Promise<Answered<T>> {
  const type = file.type === '' ? 'application/octet-stream' : file.type
  return ask<T>(path, { method: 'POST', body: file, ...typed(type) }, signal)
}

/** The text at `path`, of the content type asked for: a layer of a plan as it was written. Undefined when it did not come. */
export async function requestText(path: string, type: string): Promise<string | undefined> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', headers: { accept: type } })
    const has = response.headers.get('content-type') ?? ''
    return response.ok && has.includes(type) ? await response.text() : undefined
  } catch {
    return undefined
  }
}

function typed(type: string): Pick<RequestInit, 'headers'> {
  return { headers: { 'content-type': type } }
}

async function ask<T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Answered<T>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), TIMEOUT)
  signal?.addEventListener('abort', () => stop.abort())
  try {
    const response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      signal: stop.signal,
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': document.documentElement.lang || 'zh-CN',
        ...init.headers,
      },
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    if (!type.includes('json')) {
      // A proxy's own page, a sign-in wall of a hotel network: somebody answered, but not the server.
      if (response.status === 204) {
        tell(true)
        return { got: undefined as T }
      }
      tell(false)
      return { lost: true }
    }
    tell(true)
    const answer: unknown = text === '' ? undefined : JSON.parse(text)
    return response.ok ? { got: answer as T } : { problem: asProblem(answer, response.status) }
  } catch {
    if (!signal?.aborted) tell(false)
    return { lost: true }
  } finally {
    clearTimeout(timer)
  }
}

function asProblem(answer: unknown, status: number): Problem {
  const bare: Problem = {
    type: 'about:blank',
    title: '',
    status,
    detail: '',
    code: `http-${status}`,
  }
  return typeof answer === 'object' && answer !== null ? { ...bare, ...answer, status } : bare
}

/** Is it worth sending the same thing again later? Busy or failing servers, and requests that came too soon. */
export function mayPass(problem: Problem): boolean {
  return problem.status >= 500 || problem.status === 408 || problem.status === 425 || problem.status === 429
}
