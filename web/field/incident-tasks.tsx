// Work that an answer became: mine first with its button, then what others were given and what came of it (B5).

import { findPost, isHead } from '#core/incident/look-up.ts'
import type { TaskOnRecord } from '#core/incident/state.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { Section } from '../parts/list-row.tsx'
import { Task } from '../parts/task.tsx'
import { useJoined } from '../talk/joined.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay } from '../talk/words.tsx'
import { useInHand, usePostName, useWhoWhen } from './in-hand.tsx'

/** Is it this person's to do: his post's, and nobody else's by name? */
function isMine(task: TaskOnRecord, post: string, person: string): boolean {
  return task.post === post && (task.person === undefined || task.person === person)
}

/** What was given to me and is not done: above everything but the answer itself. */
export function MyTasks() {
  const t = useSay(fieldIncidentWords)
  const { incident } = useInHand()
  const me = useMe()
  const mine = incident.tasks.filter((task) => !task.done && isMine(task, me.post.kind, me.person.id))
  if (mine.length === 0) return null
  return (
    <Section title={t('tasks.mine')}>
      <ul className="card rows" aria-label={t('tasks.mine')}>
        {mine.map((task) => (
          <OneTask key={task.task} task={task} mine />
        ))}
      </ul>
    </Section>
  )
}

export function OtherTasks() {
  const t = useSay(fieldIncidentWords)
  const { incident } = useInHand()
  const me = useMe()
  const others = incident.tasks.filter((task) => task.done || !isMine(task, me.post.kind, me.person.id))
  if (others.length === 0) return null
  const done = incident.tasks.filter((task) => task.done).length
  return (
    <Section title={t('tasks.others')} side={t('tasks.count', { done, all: incident.tasks.length })}>
      <ul className="card rows" aria-label={t('tasks.others')}>
        {others.map((task) => (
          <OneTask key={task.task} task={task} />
        ))}
      </ul>
    </Section>
  )
}

function OneTask({ task, mine = false }: { task: TaskOnRecord; mine?: boolean }) {
  const t = useSay(fieldIncidentWords)
  const page = useSay(fieldWords)
  const lang = useLang()
  const join = useJoined()
  const inHand = useInHand()
  const postName = usePostName()
  const whoWhen = useWhoWhen()
  const answer = inHand.incident.answers.find((one) => one.answer === task.answer)
  const from = answer && t('tasks.from', { tier: tierName(inHand.plan, answer.fromTier, lang) })
  const who = [postName(task.post), task.person === undefined ? '' : inHand.nameOf(task.person)]
  const sent = inHand.waiting('DoTask', task.task)
  const { done } = task
  const own = findPost(inHand.plan, inHand.post.kind)
  // A desk or head reports for those under it.
  const answersForOthers = own !== undefined && isHead(own)
  return (
    <Task
      text={task.words ?? page('incident.text-gone')}
      who={mine ? join(whoWhen(task), from) : join(who.filter((one) => one !== '').join(' '), from)}
      done={done && t('tasks.done-by', { who: whoWhen(done) })}
      effect={done?.effect && t('tasks.effect', { effect: done.effect })}
      mark={sent ? <Provisional>{t('tasks.pending')}</Provisional> : undefined}
      action={
        !done && !sent && inHand.may('DoTask') && (mine || answersForOthers) ? (
          <Button
            kind={inHand.isNext('task', task.task) ? 'solid' : 'outline'}
            size={mine ? 'm' : 's'}
            onPress={() => inHand.open('DoTask', task.task)}
          >
            {t('tasks.done')}
          </Button>
        ) : undefined
      }
    />
  )
}
