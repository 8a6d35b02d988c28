// How far along: steps of a short form, and the bar of a running session.

/** 第 2 步，共 4 步. */
export function ProgressSteps({ at, of, name }: { at: number; of: number; name: string }) {
  return (
    <div className="progress" role="img" aria-label={name}>
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps are their numbers
        <span key={index} className={index < at ? 'progress__one progress__one--done' : 'progress__one'} />
      ))}
    </div>
  )
}

export interface SessionBarProps {
  /** 语文测试 */
  title: string
  /** Share that is over, 0–1. */
  part: number
  /** 还有 1:03:40·10:20 结束 */
  words: string
}

/** A running session: title, bar, words. */
export function SessionBar({ title, part, words }: SessionBarProps) {
  return (
    <div className="session">
      <b>{title}</b>
      <span className="session__bar" aria-hidden="true">
        <span
          className="session__part"
          style={{ width: `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%` }}
        />
      </span>
      <span className="session__words">{words}</span>
    </div>
  )
}
