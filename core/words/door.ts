// What the server's door says when a request does not get through: signed out, unreadable, too large, not reached. Refusals
// of the matter itself are refusal.ts. `title` says what was not done, `detail` what to do now.

import type { Text } from '../basics/text.ts'

interface DoorText {
  readonly title: Text
  readonly detail: Text
}

export const doorWords = {
  'signed-out': {
    title: { zh: '没有办成：登录已失效', en: 'Not done: you are not signed in' },
    detail: { zh: '重新登录后再送，写的都还在本机', en: 'Sign in again, then send; what you wrote is kept' },
  },
  'slip.unknown': {
    title: {
      zh: '没有登录：这张登录凭条不对，或已用过',
      en: 'Not signed in: the slip is unknown or was used',
    },
    detail: {
      zh: '对照纸条再输一次；用过的，请管理员另发一张',
      en: 'Type it again; for a used one ask the administrator',
    },
  },
  'post.not-held': {
    title: { zh: '没有办成：你现在不在这个岗位上', en: 'Not done: you do not hold this post now' },
    detail: {
      zh: '换到你在的岗位再办，或问排岗的人',
      en: 'Act in a post you hold, or ask who assigns the posts',
    },
  },
  'posts.mixed': {
    title: { zh: '没有办成：一次只能用一个岗位办', en: 'Not done: one request, one post' },
    detail: { zh: '按岗位分开送', en: 'Send the commands of each post by themselves' },
  },
  'too-many-tries': {
    title: { zh: '没有登录：试的次数太多', en: 'Not signed in: too many tries' },
    detail: { zh: '过 {seconds} 秒再试', en: 'Try again in {seconds} s' },
  },
  'body.unreadable': {
    title: { zh: '没有收下：内容不是完整的 JSON', en: 'Not taken: the body is not whole JSON' },
    detail: { zh: '原样再送一次；还不行，刷新页面', en: 'Send it again; if that fails, reload the page' },
  },
  'body.too-large': {
    title: { zh: '没有收下：内容超过 {limit} KB', en: 'Not taken: the body is larger than {limit} KB' },
    detail: { zh: '分几次送', en: 'Send it in parts' },
  },
  'body.not-json': {
    title: { zh: '没有收下：只收 JSON', en: 'Not taken: only JSON is accepted' },
    detail: { zh: '用 Content-Type: application/json 送', en: 'Send it as Content-Type: application/json' },
  },
  'body.not-bytes': {
    title: { zh: '没有收下：文件要按原样的字节传', en: 'Not taken: a file is sent as bytes' },
    detail: {
      zh: '用 Content-Type: application/octet-stream 传',
      en: 'Send it as Content-Type: application/octet-stream',
    },
  },
  'file.gap': {
    title: { zh: '没有收下：和已传的部分接不上', en: 'Not taken: it does not join what is here' },
    detail: { zh: '从第 {received} 字节接着传', en: 'Go on from byte {received}' },
  },
  'file.piece': {
    title: { zh: '没有收下：这一段太短', en: 'Not taken: the piece is too short' },
    detail: {
      zh: '除最后一段外，每段至少 {least} KB',
      en: 'Send at least {least} KB at a time, the last piece excepted',
    },
  },
  'field.missing': {
    title: { zh: '没有收下：缺 {field}', en: 'Not taken: {field} is missing' },
    detail: { zh: '补上 {field} 再送', en: 'Add {field} and send again' },
  },
  'field.unknown': {
    title: { zh: '没有收下：不认识 {field}', en: 'Not taken: {field} is not known here' },
    detail: { zh: '去掉 {field} 再送', en: 'Leave {field} out and send again' },
  },
  'field.invalid': {
    title: { zh: '没有收下：{field} 填得不对', en: 'Not taken: {field} is not a value it may have' },
    detail: {
      zh: '改好 {field} 再送；能填什么见 /api/docs',
      en: 'Correct {field}; /api/docs says what it may be',
    },
  },
  'field.too-long': {
    title: { zh: '没有收下：{field} 太长', en: 'Not taken: {field} is too long' },
    detail: { zh: '缩到 {most} 以内再送', en: 'Keep it within {most} and send again' },
  },
  'request.bad': {
    title: { zh: '没有收下：请求读不懂', en: 'Not taken: the request cannot be read' },
    detail: { zh: '刷新页面再试', en: 'Reload the page and try again' },
  },
  'route.unknown': {
    title: { zh: '没有这个地址', en: 'There is no such address' },
    detail: { zh: '能用的地址见 /api/docs', en: '/api/docs lists what there is' },
  },
  'origin.foreign': {
    title: { zh: '没有办成：请求来自别的网站', en: 'Not done: the request came from another site' },
    detail: { zh: '在护测自己的页面上办', en: 'Do it on a page of Huce itself' },
  },
  'not-ready': {
    title: { zh: '暂时办不了：系统还没准备好', en: 'Not now: the server is not ready' },
    detail: { zh: '几秒后再试，写的都还在本机', en: 'Try again in a few seconds; what you wrote is kept' },
  },
  internal: {
    title: { zh: '没有办成：系统自己出了错', en: 'Not done: a fault of the server' },
    detail: {
      zh: '再试一次；还不行，打电话报告，并报编号 {request}',
      en: 'Try again; if it fails, report by telephone and give the number {request}',
    },
  },
} as const satisfies Readonly<Record<string, DoorText>>

export type DoorCode = keyof typeof doorWords
