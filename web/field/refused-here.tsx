// A refused command as its writer meets it: what was not done, why, who could, what is kept, and ways on.

import type { EffectivePlan } from '#core/plan/effective.ts'
import { actWords } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { Button } from '../parts/button.tsx'
import { Refusal } from '../parts/notice.tsx'
import { type OutboxItem, useOutbox } from '../talk/act.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { deedKey } from './act-sheet.tsx'
import { dialled, findHolder } from './people.ts'

export interface RefusedHereProps {
  item: OutboxItem
  plan: EffectivePlan
  /** Another way on, beside calling and putting away. */
  openIncident?: boolean | undefined
}

export function RefusedHere({ item, plan, openIncident = false }: RefusedHereProps) {
  const t = useSay(fieldWords)
  const act = useSay(actWords)
  const text = useText()
  const lang = useLang()
  const kit = useKit()
  const me = useMe()
  const { dismiss } = useOutbox()
  const could = (item.problem?.whoCould ?? []).flatMap((post) => {
    const name = plan.posts[post]?.name
    const holder = kit && findHolder(kit, plan, post, me.post.unit)
    return name ? [{ name: `${text(name)}${holder ? ` ${holder.name}` : ''}`, holder }] : []
  })
  // Somebody to call always: who could do it, else the duty desk.
  const duty = kit && findHolder(kit, plan, plan.desks.county, me.post.unit)
  const call = could.find((one) => one.holder)?.holder ?? duty
  const words = wordsOf(item)
  const comma = lang === 'en' ? ', ' : '、'
  return (
    <Refusal
      title={t('outbox.not-done', { deed: act(deedKey(item.command.type)) })}
      text={
        <>
          {item.problem?.detail || item.problem?.title || t('outbox.no-reason')}
          {could.length > 0 && (
            <>
              <br />
              {t('outbox.who-could', { names: could.map((one) => one.name).join(comma) })}
            </>
          )}
        </>
      }
      kept={words === undefined ? undefined : t('outbox.kept-words', { words })}
      ways={
        <>
          {call && (
            <Button kind="text" icon="phone" href={dialled(call.phone)}>
              {`${text(plan.posts[call.postKind]?.name ?? { zh: '', en: '' })} ${call.name}`}
            </Button>
          )}
          {openIncident && item.command.stream.kind === 'incident' && (
            <Button kind="text" href={`/incidents/${item.command.stream.id}`}>
              {t('outbox.open')}
            </Button>
          )}
          <Button kind="text" onPress={() => dismiss(item.seq)}>
            {t('outbox.put-away')}
          </Button>
        </>
      }
    />
  )
}

/** The free text of a command, whichever field it stands in. */
export function wordsOf(item: OutboxItem): string | undefined {
  for (const name of [
    'words',
    'question',
    'instruction',
    'measure',
    'measures',
    'outcome',
    'reason',
    'note',
    'effect',
    'reference',
  ]) {
    const value = item.command.data[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}
