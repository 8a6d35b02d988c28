// Before a new edition is issued (G1): version and date as the text says, what follows from it, and the units that must confirm having
// read it.

import { useState } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import { isWithin, type UnitPath } from '#core/basics/tier.ts'
import type { PreparedEdition } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/chip.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSay } from '../talk/words.tsx'
import { type Picked, toggle, toggleAll } from './addressees.ts'
import { useDesk } from './desk-data.tsx'

export interface IssueSheetProps {
  ready: NonNullable<PreparedEdition['ready']>
  now: Instant
  onIssue: (to: readonly UnitPath[]) => Promise<void>
  onClose: () => void
}

export function IssueSheet({ ready, onIssue, onClose }: IssueSheetProps) {
  const { me, kit, overview, names } = useDesk()
  const t = useSay(planWords)
  const d = useSay(deskWords)
  const known = [
    ...(kit?.units ?? []).map((unit) => unit.path),
    ...(overview?.schools ?? []).map((school) => school.unit),
  ]
  const below = [...new Set(known)].filter((path) => path !== me.post.unit && isWithin(path, me.post.unit))
  const [picked, setPicked] = useState<Picked>(() => new Set(below))
  return (
    <Sheet
      open
      title={t('issue.title', { version: ready.version })}
      closeName={d('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          icon="send"
          missing={picked.size === 0 && below.length > 0 ? t('issue.nobody') : undefined}
          busyLabel={d('sending')}
          onPress={() => onIssue([...picked])}
        >
          {t('issue')}
        </Button>
      }
    >
      <p className="read">{t('issue.text', { date: ready.issuedOn })}</p>
      {below.length > 0 && (
        <>
          <p>
            <b>{t('issue.to')}</b> <span className="quieter">{t('issue.chosen', { n: picked.size })}</span>
          </p>
          <div className="tags">
            <Tag on={picked.size === below.length} onPress={() => setPicked(toggleAll(picked, below))}>
              {t('issue.all', { n: below.length })}
            </Tag>
            {below.map((unit) => (
              <Tag key={unit} on={picked.has(unit)} onPress={() => setPicked(toggle(picked, unit))}>
                {names.unit(unit)}
              </Tag>
            ))}
          </div>
        </>
      )}
    </Sheet>
  )
}
