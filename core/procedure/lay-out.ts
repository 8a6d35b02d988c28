// The drawing of a procedure as boxes and lines with coordinates, in one language: a vertical way with what goes on beside it, 344
// units wide so that it reads on a phone and on paper alike. Painting it is draw-svg.ts or a screen.

import { inLang, type Lang } from '../basics/text.ts'
import { procedureWords } from '../words/procedure.ts'
import { say } from '../words/say.ts'
import type { Arrow, Procedure, Stage } from './procedure.ts'

export interface Box {
  readonly stage: Stage
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Lines of the heading, then of who, broken to fit. */
  readonly heading: readonly string[]
  readonly who: readonly string[]
}

export interface Line {
  readonly arrow: Arrow
  /** Corners from start to end; the arrowhead is at the last. */
  readonly points: readonly (readonly [number, number])[]
  readonly words?: { readonly text: string; readonly x: number; readonly y: number }
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

export const LAYOUT = {
  width: 344,
  /** Left of the main boxes runs the way past asking. */
  left: 22,
  mainWidth: 186,
  asideX: 226,
  asideWidth: 118,
  gap: 26,
  padding: 8,
  headingSize: 14,
  whoSize: 12,
  lineHeight: 1.35,
} as const

/** Boxes and lines of `procedure`. A label may be wider than its box only where a single word is. */
export function layOut(procedure: Procedure, lang: Lang): Layout {
  const { left, mainWidth, asideX, asideWidth, gap, width } = LAYOUT
  const boxes: Box[] = []
  let y = 2
  // What goes on beside may reach further down than its stage: the main way does not wait for it.
  let besideY = 0
  for (const stage of procedure.stages.filter((one) => one.lane === 'main')) {
    const main = boxOf(stage, lang, left, y, mainWidth)
    boxes.push(main)
    for (const aside of procedure.stages.filter((one) => one.beside === stage.id)) {
      const box = boxOf(aside, lang, asideX, Math.max(y, besideY), asideWidth)
      boxes.push(box)
      besideY = box.y + box.height + 10
    }
    y += main.height + gap
  }
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  const lines = [...procedure.arrows.flatMap((arrow) => lineOf(arrow, boxes, lang)), ...asideLines(boxes)]
  return { width, height: bottom + 2, boxes, lines }
}

function boxOf(stage: Stage, lang: Lang, x: number, y: number, width: number): Box {
  const { padding, headingSize, whoSize, lineHeight } = LAYOUT
  const room = width - 2 * padding
  const heading = broken(inLang(stage.heading, lang), room / headingSize)
  const named = stage.who.map((name) => inLang(name, lang)).filter((name) => name !== '')
  const who =
    named.length === 0 ? [] : broken(named.join(say(procedureWords, 'list.and', lang)), room / whoSize)
  const height =
    2 * padding +
    (heading.length * headingSize + who.length * whoSize) * lineHeight +
    (who.length > 0 ? 2 : 0)
  return { stage, x, y, width, height: Math.ceil(height), heading, who }
}

/** Broken to lines of at most `ems`: between Chinese characters anywhere, in other words at spaces. */
function broken(text: string, ems: number): readonly string[] {
  const parts = text.match(/[ -~]+?(?:\s|$|(?=[^ -~]))|[^ -~]/g) ?? [text]
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    const next = line + part
    // A mark of punctuation never begins a line.
    if (line !== '' && widthOf(next.trimEnd()) > ems && !/^[，。、；：！？）》」,.;:!?)]/.test(part)) {
      lines.push(line.trimEnd())
      line = part.trimStart()
    } else {
      line = next
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '')
}

/** Width in ems, as a common typeface has it: near enough to break lines by. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e7f' ? 1 : /[A-Z]/.test(character) ? 0.68 : 0.54
  return width
}

function lineOf(arrow: Arrow, boxes: readonly Box[], lang: Lang): readonly Line[] {
  const from = boxes.find((box) => box.stage.id === arrow.from)
  const to = boxes.find((box) => box.stage.id === arrow.to)
  if (!from || !to) return []
  const main = boxes.filter((box) => box.stage.lane === 'main')
  const next = main[main.indexOf(from) + 1] === to
  const said = arrow.words && inLang(arrow.words, lang)
  if (next) {
    const x = from.x + from.width / 2
    const start = from.y + from.height
    return [
      {
        arrow,
        points: [
          [x, start],
          [x, to.y],
        ],
        ...(said === undefined ? {} : { words: { text: said, x: x + 8, y: to.y - 8 } }),
      },
    ]
  }
  // Past the stages between: out to the left, down, and in again.
  const outX = 8
  const fromY = from.y + from.height / 2
  const toY = to.y + to.height / 2
  return [
    {
      arrow,
      points: [
        [from.x, fromY],
        [outX, fromY],
        [outX, toY],
        [to.x, toY],
      ],
      ...(said === undefined ? {} : { words: { text: said, x: from.x - 10, y: from.y + from.height + 16 } }),
    },
  ]
}

/** What goes on beside is joined to the main way; one that had to move down, by a corner. */
function asideLines(boxes: readonly Box[]): readonly Line[] {
  return boxes.flatMap((box) => {
    const beside = boxes.find((one) => one.stage.id === box.stage.beside)
    if (!beside) return []
    const arrow = { from: beside.stage.id, to: box.stage.id }
    const startX = beside.x + beside.width
    const startY = beside.y + Math.min(beside.height, box.y === beside.y ? box.height : beside.height) / 2
    if (box.y <= startY) {
      return [
        {
          arrow,
          points: [
            [startX, startY],
            [box.x, startY],
          ],
        },
      ]
    }
    const cornerX = (startX + box.x) / 2
    const endY = box.y + 16
    return [
      {
        arrow,
        points: [
          [startX, startY],
          [cornerX, startY],
          [cornerX, endY],
          [box.x, endY],
        ],
      },
    ]
  })
}
