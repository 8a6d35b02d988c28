// A piece of work that was given to somebody: what, by whom and for whom, and, once it is done, with what effect.

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface TaskProps {
  /** The work, verb first. */
  text: ReactNode
  /** Who does it, or who gave it. */
  who: ReactNode
  /** 苗立新·09:41 做完; absent while it is not done. */
  done?: ReactNode
  /** 效果：… */
  effect?: ReactNode
  /** Not settled yet: 待发, a Provisional. */
  mark?: ReactNode
  /** One Button. */
  action?: ReactNode
}

/** Stands in a list of class `card rows`. */
export function Task({ text, who, done, effect, mark, action }: TaskProps) {
  return (
    <li className={done ? 'task task--done' : 'task'}>
      <span className="task__text">{text}</span>
      <span className="task__who">{who}</span>
      {done && (
        <span className="task__done">
          <Icon name="tick" />
          {done}
        </span>
      )}
      {effect && <span className="task__effect">{effect}</span>}
      {(mark || action) && (
        <span className="task__ways">
          {mark}
          {action}
        </span>
      )}
    </li>
  )
}
