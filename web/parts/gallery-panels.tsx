// The gallery's examples, part by part: signs, controls, matters. Names and numbers are invented; nothing here ships.

import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { Chip, Count, DrillTag, Provisional, Tag } from './chip.tsx'
import { Clock } from './clock.tsx'
import type { ClockWords } from './clock-text.ts'
import { Delivery } from './delivery.tsx'
import { EventLevel } from './event-level.tsx'
import { NumberField, SearchField, TextArea, TextField, TimeField } from './field.tsx'
import { ICON_NAMES, Icon } from './icon.tsx'
import { NetLine } from './net-line.tsx'
import { Banner, EmptyState, Fault, Refusal } from './notice.tsx'
import { type LevelWords, ResponseLevel } from './response-level.tsx'
import { Segments } from './segments.tsx'
import { Sheet } from './sheet.tsx'

export const NOW = Date.parse('2026-05-28T09:36:12+08:00')
export const at = (hhmmss: string) => Date.parse(`2026-05-28T${hhmmss}+08:00`)

export const clockWords: ClockWords = {
  left: (t) => `剩 ${t}`,
  by: (t) => `${t} 前`,
  soon: '，快到了',
  late: (t) => `超时 ${t}`,
  wasDue: (t) => `应 ${t} 答`,
  sameDay: '当日',
  atOnce: '马上',
  hours: (h, m) => `${h} 小时 ${m} 分`,
  days: (d, h) => `${d} 天 ${h} 小时`,
  onDay: (month, day, t) => `${month}月${day}日 ${t}`,
}

const eventSay = (n: 1 | 2 | 3, word: string): LevelWords => ({
  scale: '事件',
  number: `${n}级`,
  word,
  whole: `事件等级 ${n}级，${word}`,
})
const responseSay = (numeral: string, word: string): LevelWords => ({
  scale: '响应',
  number: `${numeral}级`,
  word,
  whole: `响应等级 ${numeral}级，${word}`,
})

export const EVENT = {
  1: eventSay(1, '影响很小'),
  2: eventSay(2, '一定影响'),
  3: eventSay(3, '影响较大，最重'),
} as const
export const RESPONSE = {
  1: responseSay('Ⅰ', '特别重大，最重'),
  2: responseSay('Ⅱ', '重大'),
  3: responseSay('Ⅲ', '较大'),
  4: responseSay('Ⅳ', '一般'),
} as const

export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="gallery__block">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Levels, time, dashed, delivery: the grammar. */
export function Signs() {
  return (
    <>
      <Block title="两把尺，各有各的样子">
        <div className="gallery__two">
          <div className="gallery__column">
            {([1, 2, 3] as const).map((n) => (
              <EventLevel key={n} level={n} say={EVENT[n]} />
            ))}
          </div>
          <div className="gallery__column">
            {([4, 3, 2, 1] as const).map((n) => (
              <ResponseLevel key={n} level={n} say={RESPONSE[n]} />
            ))}
          </div>
        </div>
        <div className="line">
          <ResponseLevel level={2} say={RESPONSE[2]} show="number" size="l" />
          <EventLevel level={2} say={EVENT[2]} show="number" size="l" />
          {([4, 3, 2, 1] as const).map((n) => (
            <ResponseLevel key={n} level={n} say={RESPONSE[n]} show="sign" size="xl" />
          ))}
          {([4, 3, 2, 1] as const).map((n) => (
            <ResponseLevel key={n} level={n} say={RESPONSE[n]} show="sign" size="s" />
          ))}
          <ResponseLevel level={4} say={RESPONSE[4]} show="sign" over />
        </div>
      </Block>
      <Block title="时间">
        <div className="line">
          <Clock dueAt={at('10:23:47')} now={NOW} words={clockWords} />
          <Clock dueAt={at('09:41:00')} now={NOW} words={clockWords} />
          <Clock dueAt={at('09:34:02')} now={NOW} words={clockWords} />
          <Clock dueAt={at('12:30:00')} now={NOW} words={clockWords} layout="stack" />
          <Clock
            dueAt={Date.parse('2026-05-29T00:00:00+08:00')}
            now={NOW}
            words={clockWords}
            sameDay
            layout="stack"
          />
        </div>
      </Block>
      <Block title="没定的用虚线">
        <div className="line">
          <Provisional>暂定</Provisional>
          <Provisional>待发</Provisional>
          <Provisional>未报</Provisional>
          <Provisional>离线记下</Provisional>
          <Provisional>等对方确认</Provisional>
          <Chip>2026 版</Chip>
          <Chip tone="mine" icon="shield">
            处置中
          </Chip>
          <Count n={4} name="4 件等我答复" />
          <DrillTag>演练</DrillTag>
        </div>
        <br />
        <NetLine state="没有网络" waiting={{ label: '待发 2', href: '#outbox' }}>
          ，照常可用·更新于 09:02
        </NetLine>
      </Block>
      <Block title="送到哪一步">
        <div className="line">
          <Delivery state="waiting">待发</Delivery>
          <Delivery state="sent">已送出</Delivery>
          <Delivery state="received">已收到</Delivery>
          <Delivery state="seen">已看</Delivery>
          <Delivery state="confirmed">已确认</Delivery>
          <Delivery state="returned">被退回</Delivery>
        </div>
      </Block>
    </>
  )
}

/** Buttons, questions, fields. */
export function Controls() {
  const [hurt, setHurt] = useState<'no' | 'yes'>()
  const [cut, setCut] = useState<'no' | 'part' | 'all' | undefined>('all')
  const [time, setTime] = useState('09:14')
  const [copies, setCopies] = useState<number | undefined>(4)
  const [text, setText] = useState('03、08、19、24 号四人在备用机补测，补时 16 分钟；记录表注明座位和起止')
  const [query, setQuery] = useState('td')
  const [copied, setCopied] = useState(true)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Block title="按钮：一屏一个实心">
        <div className="line">
          <Button
            kind="solid"
            icon="send"
            busyLabel="正在发送…"
            onPress={() => new Promise((done) => window.setTimeout(done, 2000))}
          >
            发送报告
          </Button>
          <Button kind="solid" busy busyLabel="正在发送…">
            发送报告
          </Button>
          <Button onPress={() => setAsking(true)}>再点一遍</Button>
          <Button kind="text">改时间</Button>
          <Button size="s">再催</Button>
          <Tag on={copied} onPress={() => setCopied(!copied)}>
            省视导员 邵岩
          </Tag>
          <Tag on={false} onPress={() => setCopied(copied)}>
            北街、新桥
          </Tag>
        </div>
        <br />
        <Button kind="solid" wide size="l" missing={hurt ? undefined : '还差 1 个问题：有人受伤吗？'}>
          下一步：看定级
        </Button>
      </Block>
      <Block title="问与答">
        <TimeField
          label="几点停的电？"
          value={time}
          onChange={setTime}
          say={{ edit: '改', wrong: '写成 09:14 这样' }}
        />
        <Segments
          label="测试中断了吗？"
          value={cut}
          onChoose={setCut}
          options={[
            { value: 'no', label: '没有' },
            { value: 'part', label: '部分中断' },
            { value: 'all', label: '全部中断' },
          ]}
        />
        <Segments
          label="有人受伤吗？"
          layout="row"
          value={hurt}
          onChoose={setHurt}
          missing={hurt ? undefined : '还没有回答'}
          options={[
            { value: 'no', label: '没有' },
            { value: 'yes', label: '有' },
          ]}
        />
        <NumberField
          label="几台机没存上？"
          value={copies}
          onChange={setCopies}
          say={{ less: '少一台', more: '多一台' }}
        />
        <TextArea label="补充说明" value={text} onChange={setText} hint="存在本机，关机也不会丢" />
        <TextField
          label="登录口令"
          value=""
          onChange={setText}
          placeholder="8 位数字"
          missing="还没有填口令"
        />
        <br />
        <SearchField
          label="找情境"
          value={query}
          onChange={setQuery}
          placeholder="情况、拼音首字母"
          clearName="清空"
        />
      </Block>
      <Sheet
        open={asking}
        title="把第2测试室再点一遍？"
        closeName="关闭"
        onClose={() => setAsking(false)}
        foot={
          <Button kind="solid" wide onPress={() => setAsking(false)}>
            再点一遍
          </Button>
        }
      >
        <p>上一次的记录留着，注明是第一遍。</p>
      </Sheet>
    </>
  )
}

/** Empty, failed, refused, limits. */
export function Notices() {
  return (
    <Block title="空、错、拒">
      <div className="gallery__two">
        <EmptyState
          title="今天还没有事件"
          text="有情况点“报告”。没有也请在 12:30 前零报告。"
          asOf="数据至 09:02"
        />
        <Fault title="没有存上" text="手机空间满了。文字还在，先删 1 张照片再试。" code="代码 S-12" />
        <Refusal
          title="没有改成"
          text="这件事已由县里陆知远接手，要由他改。"
          kept="你写的理由还在。"
          ways={
            <>
              <Button kind="text" icon="send">
                发给他
              </Button>
              <Button kind="text" icon="phone" href="tel:19900000101">
                打电话
              </Button>
            </>
          }
        />
      </div>
      <Banner tone={2} icon="clock">
        <b>剩 56:20</b>，<b>10:14 前</b>须有响应
        <br />
        过时自动报到上一级
      </Banner>
      <Banner
        tone="dashed"
        icon="merge"
        action={
          <>
            <Button size="s">并案，起草请示</Button>
            <Button size="s">不并，写理由</Button>
          </>
        }
      >
        <b>7 分钟里 3 校停电</b>：桥头、北街、新桥小学。
        <br />
        建议并成一件，升为<b>事件 3级（最重）</b>，请示省里。
      </Banner>
    </Block>
  )
}

/** The whole icon set with its names. */
export function Icons() {
  return (
    <div className="gallery__icons">
      {ICON_NAMES.map((name) => (
        <span key={name}>
          <Icon name={name} />
          {name}
        </span>
      ))}
    </div>
  )
}
