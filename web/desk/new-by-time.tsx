// How many incidents began in each ten minutes, stacked by response level, the gravest on top: for whoever would rather look than read.
// The same figures stand in a table for those who hear the page.

import { type Instant, MINUTE } from '#core/basics/instant.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import { deskWords } from '#core/words/desk.ts'
import { rankOf } from '../talk/level-words.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { newByTime } from './figures.ts'

const STRETCH = 10 * MINUTE
const BARS = 9
const WIDTH = 300
const HEIGHT = 132
const FOOT = 18
const PITCH = WIDTH / BARS

export function NewByTime({ now }: { now: Instant }) {
  const { rows, names, time } = useDesk()
  const t = useSay(deskWords)
  const stretches = newByTime(rows, now, STRETCH, BARS)
  const most = Math.max(4, ...stretches.map((one) => one.all))
  const unit = (HEIGHT - FOOT - 4) / most
  return (
    <figure className="by-time">
      <figcaption>
        <b>{t('by-time.title')}</b>
        <span className="quieter small">{t('wall.legend')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line className="by-time__ground" x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {stretches.map((stretch, index) => {
          const x = index * PITCH
          let y = HEIGHT - FOOT
          return (
            <g key={stretch.from}>
              {RESPONSE_LEVELS.map((level) => {
                const n = stretch.counts[level]
                if (n === 0) return null
                const height = n * unit
                y -= height
                return (
                  <g key={level} data-level={rankOf(level)}>
                    <rect
                      className="by-time__bar"
                      x={x + 4}
                      y={y + 1}
                      width={PITCH - 8}
                      height={Math.max(2, height - 2)}
                      rx="2"
                    />
                    {height >= 13 && (
                      <text className="by-time__n" x={x + PITCH / 2} y={y + height / 2 + 4}>
                        {n}
                      </text>
                    )}
                  </g>
                )
              })}
              {index % 2 === 0 && (
                <text className="by-time__at" x={x + PITCH / 2} y={HEIGHT - 4}>
                  {time(stretch.from, now)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <table className="unseen">
        <caption>{t('by-time.title')}</caption>
        <tbody>
          {stretches.map((stretch) => (
            <tr key={stretch.from}>
              <th scope="row">{time(stretch.from, now)}</th>
              {[...RESPONSE_LEVELS].reverse().map((level) => (
                <td key={level}>
                  {names.response(level).whole} {stretch.counts[level]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
