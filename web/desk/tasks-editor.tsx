// Writing tasks for named people: post, person, words, row by row (B5). What becomes of the rows is the caller's.

import { isWithin, tierOf } from '#core/basics/tier.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { TextArea } from '../parts/field.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { MAX_TEXT } from './draft-sheet.tsx'
import { emptyTask, postsBelow, type TaskDraft } from './given-tasks.ts'
import type { HandParts } from './hand-parts.ts'

/** The door takes no more at once. */
const MOST = 20

export interface TasksEditorProps extends Pick<HandParts, 'view' | 'plan' | 'names'> {
  tasks: readonly TaskDraft[]
  onChange: (tasks: readonly TaskDraft[]) => void
}

export function TasksEditor({ tasks, onChange, view, plan, names }: TasksEditorProps) {
  const { tier, kit } = useDesk()
  const t = useSay(handWords)
  const posts = plan ? postsBelow(plan, tierOf(view.incident.unit), tier) : []
  const set = (at: number, more: Partial<TaskDraft>) =>
    onChange(tasks.map((task, index) => (index === at ? { ...task, ...more } : task)))
  return (
    <div className="tasks-editor">
      {tasks.map((task, at) => {
        const people = (kit?.contacts ?? []).filter(
          (one) => one.postKind === task.post && isWithin(view.incident.unit, one.unit),
        )
        return (
          <fieldset key={task.task} className="tasks-editor__one">
            <legend className="unseen">{t('tasks.nth', { n: at + 1 })}</legend>
            <SelectField
              label={t('tasks.post')}
              groups={posts.map((group) => ({
                label: names.tier(group.tier),
                options: group.posts.map((post) => ({ value: post.id, label: names.post(post.id) })),
              }))}
              options={[{ value: '', label: t('choose') }]}
              value={task.post}
              onChange={(post) => set(at, { post, person: '' })}
            />
            <SelectField
              label={t('tasks.person')}
              options={[
                { value: '', label: t('tasks.person.any') },
                ...people.map((one) => ({ value: one.person, label: one.name })),
              ]}
              value={task.person}
              onChange={(person) => set(at, { person })}
            />
            <div className="tasks-editor__words">
              <TextArea
                label={t('tasks.words')}
                value={task.words}
                onChange={(words) => set(at, { words })}
                rows={1}
                maxLength={MAX_TEXT}
              />
            </div>
            <IconButton
              icon="close"
              name={t('tasks.remove', { n: at + 1 })}
              onPress={() => onChange(tasks.filter((_, index) => index !== at))}
            />
          </fieldset>
        )
      })}
      {tasks.length < MOST && (
        <Button size="s" kind="text" icon="plus" onPress={() => onChange([...tasks, emptyTask(freshId())])}>
          {t('tasks.add')}
        </Button>
      )}
    </div>
  )
}
