// The event level as rising bars in ink, as many as the plan has levels. Never a warning colour, never a bare number.

import type { LevelWords } from './response-level.tsx'

export interface EventLevelProps {
  level: 1 | 2 | 3 | 4
  /** How many levels the plan has; a level above it shows as many as it needs. */
  of?: 3 | 4 | undefined
  say: LevelWords
  /** all: sign, scale, number and word · number: sign and number (the column head says the scale) · sign: bars alone (legend). */
  show?: 'all' | 'scale' | 'number' | 'sign' | undefined
  size?: 'm' | 'l' | undefined
}

const BARS = {
  3: [
    { x: 0.5, y: 9, height: 4.5 },
    { x: 6, y: 5, height: 8.5 },
    { x: 11.5, y: 0.5, height: 13 },
  ],
  4: [
    { x: 0.3, y: 10, height: 3.5 },
    { x: 4.4, y: 7, height: 6.5 },
    { x: 8.5, y: 4, height: 9.5 },
    { x: 12.6, y: 0.5, height: 13 },
  ],
} as const

/** `▂▅▇ 事件 2级 一定影响`; the accessible name is always `say.whole`. */
export function EventLevel({ level, of = 3, say, show = 'all', size = 'm' }: EventLevelProps) {
  const bars = BARS[level === 4 ? 4 : of]
  return (
    <span className={`level level--${size}`} role="img" aria-label={say.whole}>
      <svg className="level__bars" viewBox="0 0 16 14" aria-hidden="true">
        {bars.map((bar, index) => (
          <rect
            key={bar.x}
            x={bar.x}
            y={bar.y}
            width={bars.length === 4 ? 2.9 : 3.4}
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
