// The event level as rising bars in ink, 3 the gravest. Never a warning colour, never a bare number.

import type { LevelWords } from './response-level.tsx'

export interface EventLevelProps {
  level: 1 | 2 | 3
  say: LevelWords
  /** all: sign, scale, number and word · number: sign and number (the column head says the scale) · sign: bars alone (legend). */
  show?: 'all' | 'scale' | 'number' | 'sign' | undefined
  size?: 'm' | 'l' | undefined
}

const BARS = [
  { x: 0.5, y: 9, height: 4.5 },
  { x: 6, y: 5, height: 8.5 },
  { x: 11.5, y: 0.5, height: 13 },
]

/** `▂▅▇ 事件 2级 一定影响`; the accessible name is always `say.whole`. */
export function EventLevel({ level, say, show = 'all', size = 'm' }: EventLevelProps) {
  return (
    <span className={`level level--${size}`} role="img" aria-label={say.whole}>
      <svg className="level__bars" viewBox="0 0 16 14" aria-hidden="true">
        {BARS.map((bar, index) => (
          <rect
            key={bar.x}
            x={bar.x}
            y={bar.y}
            width="3.4"
            height={bar.height}
            rx="0.4"
            className={index < level ? 'level__bar' : 'level__bar level__bar--empty'}
          />
        ))}
      </svg>
      {(show === 'all' || show === 'scale') && <span>{say.scale}</span>}
      {show !== 'sign' && <b>{show === 'number' ? (say.alone ?? say.number) : say.number}</b>}
      {show === 'all' && say.word && <span className="level__word">{say.word}</span>}
    </span>
  )
}
