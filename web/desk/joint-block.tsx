// B7, B8: what several posts decide together on the spot, each confirming for himself. Offered only to the posts that the plan
// names, and only while its condition holds; it stands once all of them agree.

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { JointOnRecord } from '#core/incident/state.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { freshId } from '../talk/act.ts'
import { jointKinds, waitsForMe } from '../talk/possible.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

export function JointBlock(parts: HandParts) {
  const { view, plan } = parts
  const { me } = useDesk()
  const t = useSay(handWords)
  const [proposing, setProposing] = useState(false)
  const { incident } = view
  const kinds = plan ? jointKinds({ incident, plan, post: me.post }) : []
  const may = kinds.length > 0 && view.may.includes('ProposeJoint')
  if (!may && incident.joint.length === 0) return null
  return (
    <SidePart
      title={t('joint.title')}
      side={
        may && (
          <Button size="s" kind="text" onPress={() => setProposing(true)}>
            {t('joint.propose')}
          </Button>
        )
      }
    >
      <ul className="blocks">
        {incident.joint.map((one) => (
          <Decision key={one.decision} {...parts} one={one} />
        ))}
      </ul>
      {proposing && <ProposeSheet {...parts} kinds={kinds} onClose={() => setProposing(false)} />}
    </SidePart>
  )
}

function Decision(parts: HandParts & { one: JointOnRecord }) {
  const { view, plan, names, now, deeds, next, one } = parts
  const { me, lang, time } = useDesk()
  const t = useSay(handWords)
  const d = useSay(deskWords)
  const [declining, setDeclining] = useState(false)
  const kind = plan?.jointDecisions.find((each) => each.id === one.kind)
  const agreed = new Set([one.by.postKind, ...one.agreed.map((deed) => deed.by.postKind)])
  const waits = (kind?.posts ?? []).filter((post) => !agreed.has(post))
  const open = !one.complete && !one.declined
  const mine =
    plan !== undefined && waitsForMe(one, { incident: view.incident, plan, post: me.post }, me.person.id)
  return (
    <li className={open ? 'block' : 'block block--done'}>
      <b>{kind ? inLang(kind.name, lang) : one.kind}</b>
      <span>{one.words ?? d('story.withheld')}</span>
      {[one, ...one.agreed.filter((deed) => deed.by.postKind !== one.by.postKind)].map((deed) => (
        <span key={deed.recordedAt} className="quieter small">
          {t('joint.agreed', { name: whoDid(deed.by, view, names), time: time(deed.occurredAt, now) })}
        </span>
      ))}
      {one.complete && (
        <span className="small">{t('joint.complete', { time: time(one.complete.occurredAt, now) })}</span>
      )}
      {one.declined && (
        <span className="small">
          {t('joint.declined', {
            name: whoDid(one.declined.by, view, names),
            time: time(one.declined.occurredAt, now),
            reason: one.declined.reason ?? d('story.withheld'),
          })}
        </span>
      )}
      {open && waits.length > 0 && (
        <span className="small">
          {t('joint.waits', { posts: waits.map((post) => names.post(post)).join(d('comma')) })}
        </span>
      )}
      {mine && (
        <span className="line">
          {view.may.includes('AgreeJoint') && (
            <Button
              size="s"
              kind={next?.kind === 'agree' && next.about === one.decision ? 'solid' : 'outline'}
              onPress={() => deeds.give(t('joint.agree'), 'AgreeJoint', { decision: one.decision })}
            >
              {t('joint.agree')}
            </Button>
          )}
          {view.may.includes('DeclineJoint') && (
            <Button size="s" onPress={() => setDeclining(true)}>
              {t('joint.decline')}
            </Button>
          )}
        </span>
      )}
      {declining && (
        <DraftSheet
          title={t('joint.decline.title')}
          draft={`${view.incident.id}.decline.${one.decision}`}
          label={t('reason')}
          rows={2}
          send={t('joint.decline')}
          missing={(reason) => (reason === '' ? t('reason.missing') : undefined)}
          onSend={(reason) =>
            deeds.give(t('joint.decline'), 'DeclineJoint', { decision: one.decision, reason })
          }
          onClose={() => setDeclining(false)}
        />
      )}
    </li>
  )
}

interface ProposeProps extends HandParts {
  kinds: NonNullable<HandParts['plan']>['jointDecisions']
  onClose: () => void
}

function ProposeSheet({ view, names, deeds, kinds, onClose }: ProposeProps) {
  const { lang } = useDesk()
  const t = useSay(handWords)
  const d = useSay(deskWords)
  const [id, setId] = useState(kinds[0]?.id ?? '')
  const kind = kinds.find((one) => one.id === id)
  return (
    <DraftSheet
      title={t('joint.propose.title')}
      draft={`${view.incident.id}.joint`}
      label={t('joint.words')}
      rows={3}
      send={t('joint.propose')}
      missing={(words) => (words === '' ? t('words.missing') : undefined)}
      onSend={(words) =>
        deeds.give(t('joint.propose'), 'ProposeJoint', { decision: freshId(), kind: id, words })
      }
      onClose={onClose}
      before={
        <>
          {kinds.length > 1 && (
            <SelectField
              label={t('joint.kind')}
              options={kinds.map((one) => ({ value: one.id, label: inLang(one.name, lang) }))}
              value={id}
              onChange={setId}
            />
          )}
          {kind && (
            <p className="quiet">
              {inLang(kind.basis, lang)}
              {d('comma')}
              {t('joint.who', { posts: kind.posts.map((post) => names.post(post)).join(d('comma')) })}
            </p>
          )}
        </>
      }
    />
  )
}
