// B5: what an answer became: tasks for named people, each done with its effect. Giving them, and doing one's own.

import { useState } from 'react'
import type { TaskOnRecord } from '#core/incident/state.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { Icon } from '../parts/icon.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { DraftSheet } from './draft-sheet.tsx'
import { emptyTask, missingIn, readTasks, taskData } from './given-tasks.ts'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { TasksEditor } from './tasks-editor.tsx'
import { whoDid } from './who-did.ts'

export function TasksBlock(parts: HandParts) {
  const { view, names, now, next } = parts
  const { me, time } = useDesk()
  const t = useSay(handWords)
  const d = useSay(deskWords)
  const [giving, setGiving] = useState(false)
  const [doing, setDoing] = useState<TaskOnRecord>()
  const { tasks, answers } = view.incident
  const done = tasks.filter((task) => task.done).length
  const mine = (task: TaskOnRecord) =>
    task.post === me.post.kind && (task.person === undefined || task.person === me.person.id)
  return (
    <SidePart
      title={t('tasks.title')}
      side={
        view.may.includes('GiveTasks') && answers.length > 0 ? (
          <Button size="s" kind="text" onPress={() => setGiving(true)}>
            {t('tasks.give')}
          </Button>
        ) : (
          tasks.length > 0 && (
            <span className="quieter small">{t('tasks.count', { done, all: tasks.length })}</span>
          )
        )
      }
    >
      {tasks.length === 0 && <p className="quieter">{t('tasks.none')}</p>}
      <ul className="blocks">
        {tasks.map((task) => {
          const person = task.person === undefined ? undefined : view.people[task.person]?.name
          return (
            <li key={task.task} className={task.done ? 'block block--done' : 'block'}>
              <span className="block__head">
                {task.done && <Icon name="tick" />}
                <b>
                  {names.post(task.post)} {person}
                </b>
                {!task.done && <Provisional>{t('tasks.open')}</Provisional>}
              </span>
              <span>{task.words ?? d('story.withheld')}</span>
              <span className="quieter small">
                {task.done
                  ? t('tasks.done', {
                      time: time(task.done.occurredAt, now),
                      effect: task.done.effect ?? d('story.withheld'),
                    })
                  : t('who-when', {
                      name: whoDid(task.by, view, names),
                      time: time(task.occurredAt, now),
                    })}
              </span>
              {!task.done && mine(task) && view.may.includes('DoTask') && (
                <Button
                  size="s"
                  kind={next?.kind === 'task' && next.about === task.task ? 'solid' : 'outline'}
                  onPress={() => setDoing(task)}
                >
                  {t('tasks.do')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {giving && <GiveSheet {...parts} onClose={() => setGiving(false)} />}
      {doing && (
        <DraftSheet
          title={t('tasks.do.title')}
          draft={`${view.incident.id}.task.${doing.task}`}
          label={t('tasks.do.effect')}
          hint={t('tasks.do.hint')}
          rows={3}
          send={t('tasks.do')}
          missing={(effect) => (effect === '' ? t('words.missing') : undefined)}
          onSend={(effect) => parts.deeds.give(t('tasks.do'), 'DoTask', { task: doing.task, effect })}
          onClose={() => setDoing(undefined)}
          before={<p className="read">{doing.words}</p>}
        />
      )}
    </SidePart>
  )
}

function GiveSheet({ view, plan, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(handWords)
  const d = useSay(deskWords)
  const { answers, id } = view.incident
  const last = answers[answers.length - 1]
  const [answer, setAnswer] = useState(last?.answer ?? '')
  const [kept, keep] = useDraft(`${id}.tasks`)
  const [first] = useState(() => emptyTask(freshId()))
  const written = readTasks(kept)
  const tasks = written.length === 0 ? [first] : written
  const lack = missingIn(tasks)
  return (
    <Sheet
      open
      title={t('tasks.give.title')}
      closeName={d('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          icon="send"
          missing={lack && t(`tasks.missing.${lack.what}`, { n: lack.n })}
          busyLabel={d('sending')}
          onPress={async () => {
            const data = { answer, tasks: taskData(tasks) }
            if (await deeds.give(t('tasks.give'), 'GiveTasks', data)) keep('')
            onClose()
          }}
        >
          {t('tasks.send')}
        </Button>
      }
    >
      {answers.length > 1 ? (
        <SelectField
          label={t('tasks.of')}
          options={answers.map((one) => ({
            value: one.answer,
            label: one.instruction ?? d('story.withheld'),
          }))}
          value={answer}
          onChange={setAnswer}
        />
      ) : (
        <p className="read">{last?.instruction}</p>
      )}
      <TasksEditor
        tasks={tasks}
        onChange={(next) => keep(JSON.stringify(next))}
        view={view}
        plan={plan}
        names={names}
      />
    </Sheet>
  )
}
