// The story of an incident, newest first on the phone: who did and said what, when; what came late or waits says so.

import { useState } from 'react'
import { isAtOrAbove, TIERS, type Tier } from '#core/basics/tier.ts'
import { sayEntry } from '#core/incident/say-entry.ts'
import type { Entry } from '#core/incident/state.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/list-row.tsx'
import { Timeline, type TimelineItem } from '../parts/timeline.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { minutesLate } from '../talk/late-arrival.ts'
import { useNow } from '../talk/now.ts'
import { isStrikable } from '../talk/possible.ts'
import { useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { useInHand, useRoomName, useWhoWhen } from './in-hand.tsx'

/** At first so many lines; the rest is one tap away. */
const SHOWN = 8

/** `known`: entries after this version are this phone's own and wait to be sent. */
export function IncidentStory({ known }: { known: number }) {
  const t = useSay(fieldWords)
  const course = useSay(fieldIncidentWords)
  const inHand = useInHand()
  const { incident, plan, nameOf } = inHand
  const whoWhen = useWhoWhen()
  const roomName = useRoomName()
  const [all, setAll] = useState(false)
  const shell = useSay(shellWords)
  const lang = useLang()
  const text = useText()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const items = incident.entries
    // The running number stands in the header.
    .filter((entry) => entry.kind !== 'Numbered')
    .map((entry): TimelineItem => {
      const post = entry.by.postKind === undefined ? undefined : plan.posts[entry.by.postKind]?.name
      const byPlan = entry.by.person === 'plan' || entry.detail?.origin === 'plan'
      const waits = entry.version > known
      const late = minutesLate(entry)
      // Free text stands below its line, in reading type.
      const { text: said, struck, ...bare } = entry
      const line = sayEntry(bare, incident.scenario, plan, lang, roomName)
      const time = timeOfDay(entry.occurredAt, now)
      return {
        id: String(entry.version),
        time,
        at: new Date(entry.occurredAt).toISOString(),
        who: byPlan ? shell('the-plan') : nameOf(entry.by.person),
        post: post && !byPlan ? text(post) : undefined,
        note: waits
          ? t('incident.story.pending')
          : late === undefined
            ? undefined
            : t('incident.story.late', { n: late }),
        kind: waits
          ? 'offline'
          : fromAbove(entry, me.post.tier)
            ? 'answer'
            : entry.kind === 'Asked'
              ? 'ask'
              : 'plain',
        words: said === undefined ? line : <StoryWords line={line} text={said} />,
        ...(struck
          ? {
              struck: course('struck.by', {
                who: whoWhen(struck),
                reason: struck.reason ?? t('incident.text-gone'),
              }),
            }
          : {}),
        ...(!waits && inHand.may('StrikeEntry') && isStrikable(entry, inHand, me.person.id)
          ? {
              more: (
                <Button
                  kind="text"
                  size="s"
                  name={course('struck.do.name', { at: time })}
                  onPress={() => inHand.open('StrikeEntry', String(entry.version))}
                >
                  {course('struck.do')}
                </Button>
              ),
            }
          : {}),
      }
    })
    .reverse()
  return (
    <Section
      title={t('incident.story')}
      side={
        items.length > SHOWN ? (
          <Button kind="text" size="s" expanded={all} onPress={() => setAll(!all)}>
            {all ? t('incident.knows.fewer') : t('incident.story.all', { n: items.length })}
          </Button>
        ) : undefined
      }
    >
      <Timeline label={t('incident.story')} items={all ? items : items.slice(0, SHOWN)} />
    </Section>
  )
}

/** Is an answer from above `mine`? Its ground is the soft teal one. */
function fromAbove(entry: Entry, mine: Tier): boolean {
  const from = TIERS.find((one) => one === entry.detail?.fromTier)
  return entry.kind === 'Answered' && from !== undefined && from !== mine && isAtOrAbove(from, mine)
}

function StoryWords({ line, text }: { line: string; text: string }) {
  return (
    <>
      <span className="quiet">{line}</span>
      <span className="read field__said">{text}</span>
    </>
  )
}
