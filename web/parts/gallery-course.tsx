// The gallery's examples of the course of a matter: an order, work given, a decision made together, files, a struck line, the drawing.
// Names and numbers are invented; nothing here ships.

import { useState } from 'react'
import { Attachments } from './attachments.tsx'
import { Button } from './button.tsx'
import { Provisional } from './chip.tsx'
import { Clock } from './clock.tsx'
import { Drawing } from './drawing.tsx'
import { FileButton } from './file-button.tsx'
import { at, Block, clockWords, NOW } from './gallery-panels.tsx'
import { Order } from './order.tsx'
import { SelectField } from './select-field.tsx'
import { Task } from './task.tsx'
import { Timeline } from './timeline.tsx'
import { Together } from './together.tsx'

const box = (
  id: string,
  y: number,
  heading: string,
  who: string,
  state: 'done' | 'now' | 'ahead' | 'left-out',
) => ({
  id,
  x: 22,
  y,
  width: 186,
  height: 52,
  heading: [heading],
  who: [who],
  state,
})
const line = (id: string, from: number, to: number) => ({
  id,
  points: [
    [115, from],
    [115, to],
  ] as const,
})

export function Course() {
  const [room, setRoom] = useState('')
  return (
    <>
      <Block title="上级指令：墨边，字最大，一个实心">
        <Order
          title="停止测试"
          by="青河县·县实施办公室 陆知远·09:31"
          text="各测试室先停下，检查试卷有没有缺页。"
          times="09:31 起"
          clock={<Clock dueAt={at('09:41:00')} now={NOW} words={clockWords} />}
          action={
            <Button kind="solid" size="l" wide>
              收到
            </Button>
          }
        />
      </Block>
      <Block title="交办的事，办完带效果">
        <ul className="card rows" aria-label="交办的事">
          <Task
            text="查 30 台机的答题在不在"
            who="信息中心主任 冯卓·县里答复里的"
            mark={<Provisional>办完了，待发</Provisional>}
          />
          <Task
            text="启动备用电源"
            who="后勤副校长 苗立新"
            done="苗立新·09:22 办完"
            effect="效果：三间测试室已来电"
          />
        </ul>
      </Block>
      <Block title="两个人各自确认">
        <Together
          label="当场商定"
          sides={[
            { id: 'chief', post: '主监', name: '林晓岚', words: '提出 09:31', state: 'yes' },
            { id: 'patrol', post: '县级巡视员', name: '唐敬', words: '等确认', state: 'waits' },
          ]}
        />
      </Block>
      <Block title="照片、语音、文件">
        <FileButton icon="camera" label="拍照" accept="image/*" camera onPick={() => undefined} />
        <br />
        <Attachments
          label="照片、语音、文件"
          items={[
            { id: 'ready', icon: 'document', title: '交接单.pdf', text: '苗立新·09:26', state: 'ready' },
            {
              id: 'coming',
              icon: 'camera',
              title: '照片',
              words: '正在送出 40%',
              part: 0.4,
              state: 'coming',
            },
            {
              id: 'refused',
              icon: 'mic',
              title: '语音',
              words: '没有收下：这种录音收不了',
              state: 'refused',
            },
          ]}
        />
        <SelectField
          label="哪间测试室？"
          value={room}
          onChange={setRoom}
          options={[
            { value: '', label: '整个学校，或说不准' },
            { value: 'r2', label: '第2测试室' },
          ]}
        />
      </Block>
      <Block title="划掉的一条，仍看得到">
        <Timeline
          label="经过"
          items={[
            {
              id: '1',
              time: '09:24',
              who: '林晓岚',
              post: '主监',
              words: '13 号座位也缺页',
              struck: '林晓岚·09:26 划掉：看错了，是 12 号',
            },
          ]}
        />
      </Block>
      <Block title="流程图：走到哪一步">
        <Drawing
          label="走到哪一步"
          width={230}
          height={290}
          type={{ heading: 14, who: 12, lineHeight: 1.35, padding: 8 }}
          boxes={[
            box('ask', 0, '向县里请示', '校长', 'done'),
            box('do', 78, '落实答复', '主监、校长', 'now'),
            box('end', 156, '写明结果', '学校', 'ahead'),
            box('report', 234, '写评估', '省里', 'left-out'),
          ]}
          lines={[line('1', 52, 78), line('2', 130, 156), line('3', 208, 234)]}
          states={{ done: '已做', now: '现在', ahead: '还没到', 'left-out': '不需要' }}
        />
      </Block>
    </>
  )
}
