// The built web app: files with a hash in their name are kept for ever, pages are asked for anew, and every address that is no
// file and no API is the app's own page. Building it is cli/web-build.mjs.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './door.ts'
import { Turned } from './problem.ts'

/** Serves `folder`. An unknown address goes on to `answerUnknown`. */
export function webRoutes(app: App, folder: string): void {
  app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    cacheControl: false,
    dotfiles: 'ignore',
    // Files that the build packed beside the plain ones.
    preCompressed: true,
    schemaHide: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cachingOf(path.slice(folder.length)))
    },
  })
}

/** What no route answers: the app's page for a page address, a problem for everything else. */
export function answerUnknown(folder: string | undefined) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|assets|metrics|healthz)(\/|\?|$)/.test(request.url) &&
      // A file's name, a hidden one, or something disguised: no address of the app looks like it.
      !/\.[a-z0-9]{2,5}(\?|$)|\/\.|^[^?]*[%\\]/i.test(request.url)
    if (!isPage || folder === undefined || !existsSync(join(folder, 'index.html'))) {
      throw new Turned('route.unknown')
    }
    return reply.sendFile('index.html')
  }
}

function cachingOf(path: string): string {
  if (path.includes('/assets/')) return 'public, max-age=31536000, immutable'
  return path.endsWith('.html') ? 'no-store' : 'no-cache'
}
