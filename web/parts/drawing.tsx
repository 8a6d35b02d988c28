// A drawing of boxes and arrows with coordinates, each box in the state it is in: done, now, ahead, not needed. It places nothing
// itself. Words beside shape: the state stands in every box's accessible name and in the list of signs below.

export type DrawnState = 'done' | 'now' | 'ahead' | 'left-out'

export interface DrawnBox {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Lines as they are broken. */
  readonly heading: readonly string[]
  readonly who: readonly string[]
  readonly state: DrawnState
}

export interface DrawnLine {
  readonly id: string
  readonly points: readonly (readonly [number, number])[]
  /** A line between a stage and what goes on beside it has no head. */
  readonly plain?: boolean | undefined
  readonly words?: { readonly text: string; readonly x: number; readonly y: number } | undefined
}

export interface DrawingProps {
  /** What it shows, for screen readers. */
  label: string
  width: number
  height: number
  boxes: readonly DrawnBox[]
  lines: readonly DrawnLine[]
  /** Sizes that the boxes were measured with. */
  type: {
    readonly heading: number
    readonly who: number
    readonly lineHeight: number
    readonly padding: number
  }
  states: Readonly<Record<DrawnState, string>>
}

export function Drawing({ label, width, height, boxes, lines, type, states }: DrawingProps) {
  return (
    <figure className="drawing">
      <svg viewBox={`-2 -9 ${width + 4} ${height + 11}`} role="img" aria-label={label}>
        <defs>
          <marker
            id="drawing-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path className="drawing__head" d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {lines.map((line) => (
          <g key={line.id}>
            <polyline
              className={line.plain ? 'drawing__line drawing__line--plain' : 'drawing__line'}
              points={line.points.map(([x, y]) => `${x},${y}`).join(' ')}
              markerEnd={line.plain ? undefined : 'url(#drawing-head)'}
            />
            {line.words && (
              <text className="drawing__words" x={line.words.x} y={line.words.y} fontSize={type.who}>
                {line.words.text}
              </text>
            )}
          </g>
        ))}
        {boxes.map((box) => (
          <Stage key={box.id} box={box} type={type} />
        ))}
      </svg>
      <ol className="unseen">
        {boxes.map((box) => (
          <li key={box.id}>{`${box.heading.join('')} ${box.who.join('')}: ${states[box.state]}`}</li>
        ))}
      </ol>
      <figcaption className="drawing__signs">
        {(['done', 'now', 'ahead', 'left-out'] as const).map((state) => (
          <span key={state} className={`drawing__sign drawing__sign--${state}`}>
            {states[state]}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function Stage({ box, type }: { box: DrawnBox; type: DrawingProps['type'] }) {
  const { x, y, width, height, heading, who, state } = box
  const left = x + type.padding
  const first = y + type.padding + type.heading
  const below = first + (heading.length - 1) * type.heading * type.lineHeight + 2
  return (
    <g className={`drawing__box drawing__box--${state}`}>
      <rect x={x} y={y} width={width} height={height} rx="8" />
      {heading.map((line, nth) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one heading are their order
          key={nth}
          className="drawing__heading"
          x={left}
          y={first + nth * type.heading * type.lineHeight}
          fontSize={type.heading}
        >
          {line}
        </text>
      ))}
      {who.map((line, nth) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one name are their order
          key={nth}
          className="drawing__who"
          x={left}
          y={below + (nth + 1) * type.who * type.lineHeight}
          fontSize={type.who}
        >
          {line}
        </text>
      ))}
      {state === 'done' && (
        // On the corner, where no heading reaches.
        <g className="drawing__tick" transform={`translate(${x + width - 8} ${y})`}>
          <circle r="8" />
          <path d="M-3.5 .2-1 2.8 3.8-2.4" />
        </g>
      )}
    </g>
  )
}
