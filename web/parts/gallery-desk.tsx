// The gallery's desk: frame, columns, story, who knows, and the wall of schools. Examples only; nothing here ships.

import { Button } from './button.tsx'
import { Clock } from './clock.tsx'
import { Column, DeskFrame, Rail, TopBar } from './desk-frame.tsx'
import { EventLevel } from './event-level.tsx'
import { at, clockWords, EVENT, NOW, RESPONSE } from './gallery-panels.tsx'
import { ListRow, Section } from './list-row.tsx'
import { ResponseLevel } from './response-level.tsx'
import { SchoolCell, SchoolDot, SchoolWall } from './school-cell.tsx'
import { Timeline } from './timeline.tsx'
import { type KnowsPost, WhoKnows } from './who-knows.tsx'

export const POSTS: KnowsPost[] = [
  { id: 'nation', post: '国家中心', state: 'notTold', words: '事件 2级，不需告知' },
  { id: 'province', post: '省领导小组办公室', person: '方楠', state: 'seen', words: '已看 09:20' },
  {
    id: 'inspector',
    post: '省视导员',
    person: '邵岩',
    state: 'confirmed',
    words: '已确认 09:21',
    beside: true,
  },
  {
    id: 'safety',
    post: '安全小组',
    person: '值班室',
    state: 'unseen',
    words: '送到未看 17 分',
    beside: true,
    side: (
      <Button size="s" name="再催安全小组">
        再催
      </Button>
    ),
  },
  { id: 'county', post: '县实施办公室', person: '你', state: 'handling', words: '处置中' },
  { id: 'head', post: '校长', person: '周明远', state: 'confirmed', words: '已确认 09:19' },
]

export function Desk() {
  const item = (
    href: string,
    label: string,
    icon: 'hourglass' | 'grid' | 'seat' | 'book',
    current = false,
  ) => ({
    href,
    label,
    icon,
    current,
  })
  return (
    <DeskFrame
      skip="跳到正文"
      top={
        <TopBar
          product="护测"
          homeHref="#"
          where="青河县实施办公室"
          what="正式测试·第1天·语文"
          find={{ label: '找学校、事件、人、条款', keys: 'Ctrl K', onPress: () => undefined }}
          live={{ label: '实时', live: true }}
          sound={{ on: true, name: '声音', onPress: () => undefined }}
          clock="09:36:12"
          me={{ label: '陆知远 值班至 13:00', onPress: () => undefined }}
        />
      }
      rail={
        <Rail
          label="页面"
          items={[
            item('#1', '值班', 'hourglass', true),
            item('#2', '学校墙', 'grid'),
            item('#3', '点名', 'seat'),
          ]}
          last={[item('#4', '预案', 'book')]}
        />
      }
    >
      <Column width="list" label="全县">
        <Section title="全县" note="24 校·720 人" side="数据至 09:36">
          <div className="strip">
            <SchoolDot state="quiet" name="第一小学，平安" href="#a" />
            <SchoolDot state="open" level={2} name="桥头小学，响应等级 Ⅱ级，重大" href="#b" />
            <SchoolDot state="unreported" name="南坪小学，未报" href="#c" />
            <SchoolDot state="late" name="松岗小学，超时未报" href="#d" />
            <SchoolDot state="open" level={1} name="石门小学，响应等级 Ⅰ级，特别重大" href="#e" />
          </div>
        </Section>
        <Section title="进行中" note="9 件" side="新的在上">
          <ul className="rows">
            <ListRow
              title="石门中学"
              text="题本缺页"
              lead={<ResponseLevel level={3} say={RESPONSE[3]} show="sign" />}
              side={
                <Clock
                  dueAt={at('09:34:02')}
                  now={NOW}
                  words={clockWords}
                  layout="stack"
                  size="s"
                  beside="停着等答复"
                />
              }
              href="#f"
            />
            <ListRow
              current
              title="桥头小学"
              text="全校停电"
              lead={<ResponseLevel level={2} say={RESPONSE[2]} show="sign" />}
              side={
                <Clock
                  dueAt={at('09:41:00')}
                  now={NOW}
                  words={clockWords}
                  layout="stack"
                  size="s"
                  beside="等你"
                />
              }
              href="#g"
            />
          </ul>
        </Section>
      </Column>
      <Column width="hand" label="桥头小学·全校停电">
        <div className="gallery__two" style={{ padding: 18 }}>
          <Timeline
            label="经过"
            items={[
              {
                id: '1',
                time: '09:14',
                who: '林晓岚',
                post: '主监',
                note: '离线记下',
                kind: 'offline',
                words: '发现全校停电。学生留座，试卷不离手。',
              },
              {
                id: '2',
                time: '09:19',
                who: '系统',
                note: '晚到 5 分：学校没网',
                words: '收到报告，暂定事件 2级、响应 Ⅱ级；同告 6 处。',
              },
              {
                id: '3',
                time: '09:24',
                who: '陆知远',
                post: '县里',
                note: '学校 09:25 照办',
                kind: 'answer',
                words: '答复：恢复后从断点续测，停多久补多久。',
              },
              {
                id: '4',
                time: '09:31',
                who: '周明远',
                post: '校长',
                note: '等你答复',
                kind: 'ask',
                words: '请示：这 4 人补测，还是注明？',
                fresh: true,
              },
            ]}
          />
          <WhoKnows label="谁知道了" posts={POSTS} />
        </div>
      </Column>
    </DeskFrame>
  )
}

export function Wall() {
  const open = (
    level: 1 | 2 | 3 | 4,
    number: string,
    school: string,
    situation: string,
    due: string,
    who: string,
  ) => (
    <SchoolCell
      state="open"
      level={level}
      levelWords={RESPONSE[level]}
      number={number}
      school={school}
      situation={situation}
      words={who}
      event={<EventLevel level={2} say={EVENT[2]} show="scale" />}
      clock={<Clock dueAt={at(due)} now={NOW} words={clockWords} size="s" layout="stack" />}
      href={`#${number}`}
    />
  )
  return (
    <div className="desk gallery__wall">
      <SchoolWall label="学校墙">
        <SchoolCell
          state="quiet"
          number="01"
          school="第一小学"
          words="平安"
          detail="09:05 报·到 30/30"
          href="#01"
        />
        {open(2, '03', '育才小学', '家长聚集', '10:24:42', '等县里')}
        {open(1, '09', '石门小学', '火警疏散', '09:48:32', '等省里')}
        <SchoolCell
          state="unreported"
          number="11"
          school="南坪小学"
          words="未报"
          detail="09:40 前要报"
          href="#11"
        />
        <SchoolCell
          state="late"
          number="14"
          school="松岗小学"
          words="未报·超时 06:12"
          detail="校长 199-0000-0214"
          href="#14"
        />
        {open(4, '15', '沙河小学', '学生机更换', '17:00:00', '处置中')}
        {open(3, '22', '石门中学', '题本缺页', '09:34:02', '停着等县里')}
      </SchoolWall>
    </div>
  )
}
