// A procedure's layout as SVG: for the command line and for paper; screens take it too. No scripts, no fonts of its own; colours are
// the look's variables with their light values behind them, so that it stands alone.

import type { Lang } from '../basics/text.ts'
import { inLang } from '../basics/text.ts'
import { procedureWords } from '../words/procedure.ts'
import { say } from '../words/say.ts'
import { type Box, LAYOUT, type Layout, type Line } from './lay-out.ts'
import type { Procedure } from './procedure.ts'
import type { StageState } from './stages-now.ts'

interface Paint {
  readonly ground: string
  readonly edge: string
  readonly ink: string
  readonly dashed: boolean
}

const INK = 'var(--ink,#14201d)'
const INK_2 = 'var(--ink-2,#46524f)'
const INK_3 = 'var(--ink-3,#5f6b68)'
const LINE = 'var(--line-2,#c5cecb)'
const SURFACE = 'var(--surface,#ffffff)'

/** Done is calm, now stands out, ahead is plain, what was not needed is dashed: never by colour alone. */
const PAINT: Readonly<Record<StageState, Paint>> = {
  done: { ground: 'var(--accent-soft,#e2f1ee)', edge: 'var(--accent,#0a6a60)', ink: INK, dashed: false },
  now: { ground: SURFACE, edge: INK, ink: INK, dashed: false },
  ahead: { ground: SURFACE, edge: LINE, ink: INK_2, dashed: false },
  'left-out': { ground: SURFACE, edge: LINE, ink: INK_3, dashed: true },
}

/** The whole drawing; without `states` as the plan alone has it. */
export function drawSvg(
  procedure: Procedure,
  layout: Layout,
  lang: Lang,
  states: ReadonlyMap<string, StageState> = new Map(),
): string {
  const { width, height } = layout
  const level = inLang(procedure.level, lang)
  const now = layout.boxes
    .filter((box) => states.get(box.stage.id) === 'now')
    .map((box) => inLang(box.stage.heading, lang))
  const nowWords =
    now.length === 0
      ? ''
      : say(procedureWords, 'description.now', lang, {
          stages: now.join(say(procedureWords, 'list.and', lang)),
        })
  const title = say(procedureWords, 'title', lang, { level })
  const description = say(procedureWords, 'description', lang, { now: nowWords }).trim()
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${lang}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<g font-family="'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',system-ui,sans-serif">`,
    ...layout.lines.map(drawLine),
    ...layout.boxes.map((box) => drawBox(box, states.get(box.stage.id), lang)),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function drawBox(box: Box, state: StageState | undefined, lang: Lang): string {
  const { ground, edge, ink, dashed } = PAINT[state ?? 'ahead']
  const { x, y, width, height, heading, who } = box
  const { padding, headingSize, whoSize, lineHeight } = LAYOUT
  const heavy = state === 'now' ? 2.5 : 1
  let at = y + padding
  const said = (lines: readonly string[], size: number, weight: number, fill: string): string[] =>
    lines.map((line) => {
      at += size * lineHeight
      const text = escaped(line)
      return `<text x="${x + padding}" y="${rounded(at - size * 0.3)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${text}</text>`
    })
  const label =
    state === undefined ? '' : `<title>${escaped(say(procedureWords, `state.${state}`, lang))}</title>`
  return [
    `<g>${label}`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${ground}" stroke="${edge}" stroke-width="${heavy}"${dashed ? ' stroke-dasharray="4 3"' : ''}/>`,
    ...said(heading, headingSize, state === 'now' ? 600 : 400, ink),
    ...said(who, whoSize, 400, INK_3),
    '</g>',
  ].join('')
}

function drawLine({ points, words }: Line): string {
  const path = points.map(([x, y], nth) => `${nth === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('')
  const end = points[points.length - 1]
  const before = points[points.length - 2]
  const head = end && before ? arrowhead(before, end) : ''
  const said = words
    ? `<text x="${rounded(words.x)}" y="${rounded(words.y)}" font-size="12" fill="${INK_2}">${escaped(words.text)}</text>`
    : ''
  return `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.5"/>${head}${said}`
}

function arrowhead([fromX, fromY]: readonly [number, number], [x, y]: readonly [number, number]): string {
  const alongX = Math.sign(x - fromX)
  const alongY = Math.sign(y - fromY)
  const back = (spread: number): string =>
    `${rounded(x - alongX * 6 + alongY * spread)} ${rounded(y - alongY * 6 + alongX * spread)}`
  return `<path d="M${rounded(x)} ${rounded(y)}L${back(3.5)}L${back(-3.5)}Z" fill="${LINE}"/>`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
