// Ctrl-K: one field over schools, incidents, people and clauses. Arrows choose, Enter opens, Escape closes. A person
// opens with the number, a clause with its words, in place.

import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { inLang } from '#core/basics/text.ts'
import { sayStatus } from '#core/incident/say-entry.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { joined } from '../talk/joined.ts'
import { useSay } from '../talk/words.tsx'
import { cite } from './cite.ts'
import { useDesk } from './desk-data.tsx'
import { type Findable, type FoundKind, find, moveChoice } from './find.ts'

const ICONS: Readonly<Record<FoundKind, IconName>> = {
  incident: 'warning',
  school: 'grid',
  person: 'person',
  clause: 'book',
}

/** Everything the desk can find. */
function useFindables(): readonly Findable[] {
  const { rows, names, overview, kit, plan, lang } = useDesk()
  const t = useSay(deskWords)
  return useMemo(() => {
    const incidents: Findable[] = rows.map((row) => {
      const also = plan?.situations[row.scenario]?.also
      return {
        kind: 'incident',
        id: row.id,
        title: t('title.incident', {
          place: names.place(row.unit),
          situation: names.situation(row.scenario),
        }),
        text: joined([row.number, sayStatus(row.status, lang)], lang),
        also: [...(also?.zh ?? []), ...(also?.en ?? []), row.headline?.text ?? ''],
        href: `/desk/incidents/${row.id}`,
      }
    })
    const schools: Findable[] = (overview?.schools ?? []).map((school) => {
      const open = rows.find((row) => row.unit === school.unit && row.status !== 'closed')
      return {
        kind: 'school',
        id: school.unit,
        title: names.place(school.unit),
        text: open
          ? t('find.school.open', { situation: names.situation(open.scenario) })
          : t(school.state === 'unreported' ? 'all.unreported' : 'all.settled'),
        also: [school.name.en, school.name.zh],
        href: open ? `/desk/incidents/${open.id}` : '/desk/wall',
      }
    })
    const people: Findable[] = (kit?.contacts ?? []).map((contact) => ({
      kind: 'person',
      id: `${contact.person}/${contact.postKind}/${contact.unit}`,
      title: contact.name,
      text: t('find.person.text', { post: names.post(contact.postKind), unit: names.unit(contact.unit) }),
      also: [contact.phone, contact.phone.replace(/\D/g, '')],
    }))
    const clauses: Findable[] = Object.values(plan?.clauses ?? {}).map((clause) => ({
      kind: 'clause',
      id: clause.id,
      title: cite(clause, lang),
      text: inLang(clause.text, lang),
      also: [clause.id],
    }))
    return [...incidents, ...schools, ...people, ...clauses]
  }, [rows, names, overview, kit, plan, lang, t])
}

/** Mounted while open. */
export function Finder({ onClose }: { onClose: () => void }) {
  const t = useSay(deskWords)
  const [, go] = useLocation()
  const things = useFindables()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [opened, setOpened] = useState<Findable>()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const found = useMemo(() => find(things, typed), [things, typed])
  const chosen = found[at]
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    const id = chosen ? `${list}-${chosen.kind}-${chosen.id}` : undefined
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, list])

  function open(thing: Findable) {
    if (thing.href === undefined) {
      setOpened(thing)
      return
    }
    onClose()
    go(thing.href)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      ref={dialog}
      className="finder"
      aria-label={t('find.title')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="finder__in">
        <div className="finder__field">
          <Icon name="search" />
          <input
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={list}
            aria-activedescendant={chosen ? `${list}-${chosen.kind}-${chosen.id}` : undefined}
            aria-label={t('find.title')}
            placeholder={t('find.label')}
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
              setOpened(undefined)
            }}
            onKeyDown={(event) => {
              // Enter also ends a Chinese composition; that one is not ours.
              if (event.nativeEvent.isComposing) return
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault()
                setAt(moveChoice(at, event.key === 'ArrowDown' ? 1 : -1, found.length))
                setOpened(undefined)
              }
              if (event.key === 'Enter' && chosen) open(chosen)
            }}
          />
          <IconButton icon="close" name={t('close')} onPress={onClose} />
        </div>
        {opened ? (
          <Opened thing={opened} onBack={() => setOpened(undefined)} />
        ) : (
          <>
            <div className="finder__list" role="listbox" id={list} aria-label={t('find.found')}>
              {found.map((thing, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the field, as a combobox does
                <div
                  key={`${thing.kind}-${thing.id}`}
                  id={`${list}-${thing.kind}-${thing.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={`finder__one${index === at ? ' finder__one--on' : ''}`}
                  onClick={() => open(thing)}
                >
                  <Icon name={ICONS[thing.kind]} />
                  <span className="finder__kind">{t(`find.${thing.kind}`)}</span>
                  <span className="finder__title">
                    <b>{thing.title}</b>
                    <span>{thing.text}</span>
                  </span>
                </div>
              ))}
            </div>
            <p className="finder__foot" role="status">
              {typed.trim() === ''
                ? t('find.hint')
                : found.length === 0
                  ? t('find.none', { text: typed.trim() })
                  : t('find.keys', { n: found.length })}
            </p>
          </>
        )}
      </div>
    </dialog>
  )
}

/** A person with the number to call, or a clause with its words. */
function Opened({ thing, onBack }: { thing: Findable; onBack: () => void }) {
  const { kit, plan, lang } = useDesk()
  const t = useSay(deskWords)
  const phone = thing.kind === 'person' ? thing.also[0] : undefined
  const clause = thing.kind === 'clause' ? plan?.clauses[thing.id] : undefined
  const substitute = kit?.contacts.some(
    (one) => `${one.person}/${one.postKind}/${one.unit}` === thing.id && one.substitute,
  )
  return (
    <div className="finder__opened">
      <h2>{thing.title}</h2>
      {thing.kind === 'person' && (
        <p className="quiet">
          {thing.text}
          {substitute && `·${t('find.substitute')}`}
        </p>
      )}
      {clause && (
        <>
          <p className="read">{inLang(clause.text, lang)}</p>
          <p className="quieter small">
            {t('find.clause.is', { id: clause.id, status: t(`clause.${clause.status}`) })}
          </p>
        </>
      )}
      <div className="line">
        {phone !== undefined && (
          <Button kind="solid" icon="phone" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {t('find.call', { phone })}
          </Button>
        )}
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </div>
  )
}
