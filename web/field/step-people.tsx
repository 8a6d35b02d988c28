// Who does a step, by name, and the way to reach them: from the kit's contacts, also without a network.

import type { UnitPath } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Step } from '#core/plan/layer.ts'
import type { Contact } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { IconButton } from '../parts/button.tsx'
import { useJoined } from '../talk/joined.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { dialled, holdersOf } from './people.ts'

export interface StepWho {
  /** 后勤副校长 苗立新 · 主监 林晓岚（你） · 监测员，每间测试室 */
  readonly words: string
  readonly post: string
  /** Whom to call: not oneself. */
  readonly contact?: Contact
  readonly mine: boolean
}

/** Who does the steps of an incident at `unit`, in `room` where it happened in one. */
export function useStepWho(
  plan: EffectivePlan,
  unit: UnitPath,
  room: string | undefined,
): (step: Step) => StepWho {
  const t = useSay(fieldWords)
  const join = useJoined()
  const text = useText()
  const kit = useKit()
  const me = useMe()
  // Outsiders and keepers are given the duty desks alone (core/access): that no name is here says nothing of the post.
  const seesHolders = me.post.role !== 'outside' && me.post.role !== 'keeper'
  return (step) => {
    const name = plan.posts[step.post]?.name
    const post = name ? text(name) : step.post
    const holders = kit ? holdersOf(kit, plan, step.post, unit, room) : []
    const mine =
      me.post.kind === step.post && (me.post.room === undefined || me.post.room === (room ?? me.post.room))
    if (mine) return { words: `${post} ${me.person.name}${t('step.me')}`, post, mine }
    const main = holders.filter((contact) => !contact.substitute)
    const contact = main[0] ?? holders[0]
    if (!contact) {
      const missing = kit && t(seesHolders ? 'step.nobody' : 'step.unnamed')
      return { words: missing === undefined ? post : join(post, missing), post, mine }
    }
    // Many hold it when it is one for each room and no room is known: naming one would be a guess.
    if (main.length > 1 && room === undefined && plan.posts[step.post]?.perRoom) {
      return { words: join(post, t('step.rooms')), post, mine }
    }
    return { words: `${post} ${contact.name}`, post, contact, mine }
  }
}

/** The call beside a step: the emergency number it names, else the person. */
export function StepCall({ step, who }: { step: Step; who: StepWho }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  if (step.call !== undefined) {
    return <IconButton icon="phone" name={t('step.call', { number: step.call })} href={`tel:${step.call}`} />
  }
  if (!who.contact) return null
  return (
    <IconButton
      icon="phone"
      name={shell('call.person', { post: who.post, name: who.contact.name })}
      href={dialled(who.contact.phone)}
    />
  )
}
