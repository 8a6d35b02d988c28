// The response level as the law's colour in a shape: circle Ⅳ, square Ⅲ, hexagon Ⅱ, octagon Ⅰ. More corners, graver.
// Drawn as one SVG with its numeral, so that it prints and looks the same in every font.

export interface LevelWords {
  /** 事件 / 响应 */
  scale: string
  /** After the scale's word: 2级 / Ⅱ级, in English `level 2`. */
  number: string
  /** Standing alone: in English `Level 2`; the same as `number` where there is no difference. */
  alone?: string | undefined
  /** 一定影响 / 重大 */
  word?: string | undefined
  /** The accessible name, whole: 响应等级 Ⅱ级，重大. */
  whole: string
}

export interface ResponseLevelProps {
  /** 1 the gravest (红), 4 the lightest (蓝). */
  level: 1 | 2 | 3 | 4
  say: LevelWords
  show?: 'all' | 'scale' | 'number' | 'sign' | undefined
  size?: 's' | 'm' | 'l' | 'xl' | undefined
  /** Over: the matter is closed, the colour steps back. */
  over?: boolean | undefined
}

const OUTLINES = {
  1: 'M7.6 1h8.8L23 7.6v8.8L16.4 23H7.6L1 16.4V7.6z',
  2: 'M12 .8 21.9 6.4v11.2L12 23.2 2.1 17.6V6.4z',
  3: 'M1.9 2.2h20.2v19.6H1.9z',
  4: 'M12 .9a11.1 11.1 0 1 0 0 22.2A11.1 11.1 0 0 0 12 .9z',
} as const

const NUMERALS = {
  1: 'M12 6.8v10.4',
  2: 'M9.3 7v10M14.7 7v10',
  3: 'M7.2 7v10M12 7v10M16.8 7v10',
  4: 'M7 7.2v9.6M10.4 7.2l3.5 9.6 3.5-9.6',
} as const

/** `⬢ 响应 Ⅱ级 重大`; the accessible name is always `say.whole`. */
export function ResponseLevel({ level, say, show = 'all', size = 'm', over = false }: ResponseLevelProps) {
  return (
    <span
      className={`level level--${size}${over ? ' level--over' : ''}`}
      data-level={level}
      role="img"
      aria-label={say.whole}
    >
      <svg className="level__shape" viewBox="0 0 24 24" aria-hidden="true">
        <path className="level__edge" d={OUTLINES[level]} />
        <path className="level__numeral" d={NUMERALS[level]} />
      </svg>
      {(show === 'all' || show === 'scale') && <span>{say.scale}</span>}
      {show !== 'sign' && <b>{show === 'number' ? (say.alone ?? say.number) : say.number}</b>}
      {show === 'all' && say.word && <span className="level__word">{say.word}</span>}
    </span>
  )
}
