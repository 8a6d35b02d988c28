// The side "procedure" of the incident in hand: the plan's way for its level with where it stands now, drawn from the same layout as
// the command line's drawing. Each box says its state in words; colour and edge only repeat them.

import { inLang } from '#core/basics/text.ts'
import { type Box, LAYOUT, layOut } from '#core/procedure/lay-out.ts'
import { procedureFor, type StageState, stagesNow } from '#core/procedure/stages-now.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { procedureWords } from '#core/words/procedure.ts'
import { EmptyState } from '../parts/notice.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'

export function ProcedureSide({ view, plan }: HandParts) {
  const { lang } = useDesk()
  const t = useSay(handWords)
  const p = useSay(procedureWords)
  const procedure = plan && procedureFor(view.incident, plan)
  if (!plan || !procedure) {
    return <EmptyState title={t('procedure.none')} text={t('procedure.none.text')} />
  }
  const states = stagesNow(view.incident, plan)
  const { width, height, boxes, lines } = layOut(procedure, lang)
  const stages = boxes
    .filter((box) => states.get(box.stage.id) === 'now')
    .map((box) => inLang(box.stage.heading, lang))
  const level = inLang(procedure.level, lang)
  return (
    <figure className="procedure">
      <figcaption>
        <b>{p('title', { level })}</b>
        {stages.length > 0 && (
          <span className="quiet">{p('description.now', { stages: stages.join(p('list.and')) })}</span>
        )}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width * 1.35 }} aria-hidden="true">
        {lines.map((line) => {
          const points = line.points.map(([x, y]) => `${x},${y}`).join(' ')
          return (
            <g key={`${line.arrow.from}/${line.arrow.to}`}>
              <polyline className="procedure__line" points={points} />
              <Head points={line.points} />
              {line.words && (
                <text className="procedure__words" x={line.words.x} y={line.words.y}>
                  {line.words.text}
                </text>
              )}
            </g>
          )
        })}
        {boxes.map((box) => (
          <BoxOf key={box.stage.id} box={box} state={states.get(box.stage.id) ?? 'ahead'} />
        ))}
      </svg>
      <ol className="unseen">
        {boxes.map((box) => (
          <li key={box.stage.id}>
            {inLang(box.stage.heading, lang)}
            {p('list.and')}
            {p(`state.${states.get(box.stage.id) ?? 'ahead'}`)}
          </li>
        ))}
      </ol>
    </figure>
  )
}

function BoxOf({ box, state }: { box: Box; state: StageState }) {
  const { padding, headingSize, whoSize, lineHeight } = LAYOUT
  const headings = box.heading.length * headingSize * lineHeight
  return (
    <g className={`procedure__box procedure__box--${state}`}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
      {box.heading.map((words, nth) => (
        <text
          key={words}
          className="procedure__heading"
          x={box.x + padding}
          y={box.y + padding + (nth + 1) * headingSize * lineHeight - headingSize * 0.3}
          fontSize={headingSize}
        >
          {words}
        </text>
      ))}
      {box.who.map((words, nth) => (
        <text
          key={words}
          className="procedure__who"
          x={box.x + padding}
          y={box.y + padding + headings + (nth + 1) * whoSize * lineHeight - whoSize * 0.3}
          fontSize={whoSize}
        >
          {words}
        </text>
      ))}
    </g>
  )
}

/** The arrowhead at the last corner. */
function Head({ points }: { points: readonly (readonly [number, number])[] }) {
  const [x, y] = points[points.length - 1] ?? [0, 0]
  const [fromX, fromY] = points[points.length - 2] ?? [x, y]
  const alongX = Math.sign(x - fromX)
  const alongY = Math.sign(y - fromY)
  const back = (spread: number) => `${x - alongX * 6 + alongY * spread},${y - alongY * 6 + alongX * spread}`
  return <polygon className="procedure__head" points={`${x},${y} ${back(3.5)} ${back(-3.5)}`} />
}
