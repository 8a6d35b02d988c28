// A page to look at: every part in every state, light, dark and drill, and the frames of phone and desk filled with
// examples. An entry of its own (web/gallery.html), never part of the application.

import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../look/parts.css'
import '../look/desk.css'
import '../look/gallery.css'
import { Answer } from './answer.tsx'
import { Button, IconButton } from './button.tsx'
import { Calls } from './calls.tsx'
import { Clock } from './clock.tsx'
import { DrillFrame } from './drill-frame.tsx'
import { EventLevel } from './event-level.tsx'
import { Course } from './gallery-course.tsx'
import { Desk, POSTS, Wall } from './gallery-desk.tsx'
import { at, Controls, clockWords, EVENT, Icons, NOW, Notices, RESPONSE, Signs } from './gallery-panels.tsx'
import { GradeCard } from './grade-card.tsx'
import { ListRow, Rows, Section, Tile, Tiles } from './list-row.tsx'
import { DemoLine, NetLine } from './net-line.tsx'
import { Toast } from './notice.tsx'
import { PersonRow } from './person-row.tsx'
import { ProgressSteps, SessionBar } from './progress-steps.tsx'
import { ResponseLevel } from './response-level.tsx'
import { Actions, Header, ReportButton, Screen, Tabs } from './screen.tsx'
import { Step, Steps } from './step.tsx'
import { WhoKnowsShort } from './who-knows.tsx'

const NUMBERS = [
  { number: '120', words: '有人受伤', name: '打 120，有人受伤' },
  { number: '119', words: '火情', name: '打 119，火情' },
  { number: '110', words: '危险、冲突', name: '打 110，危险、冲突' },
]
const ASK = {
  title: '真的有人受伤、有危险吗？',
  text: '现在是演练。真有事就打，不用先退出演练。',
  dial: (number: string) => `是真的，打 ${number}`,
  back: '是演练，不打',
  close: '关闭',
}
function Today() {
  const [toast, setToast] = useState(true)
  return (
    <Screen
      header={<Header title="桥头小学·第2测试室" text={['主监 林晓岚', '5月28日 周四', '正式测试第1天']} />}
      lines={
        <>
          <NetLine state="没有网络" waiting={{ label: '待发 1', href: '#outbox' }}>
            ，照常可用·更新于 09:02
          </NetLine>
          <DemoLine>演示：人名、学校、号码都是编的</DemoLine>
        </>
      }
      tabs={
        <Tabs
          label="页面"
          items={[
            { href: '#today', label: '今天', icon: 'home', current: true },
            { href: '#mine', label: '我的事件', icon: 'list', count: 2, countName: '2 件要你看' },
            { href: '#people', label: '联系人', icon: 'phone' },
            { href: '#book', label: '手册', icon: 'book' },
          ]}
        />
      }
      toast={
        toast && (
          <Toast closeName="关闭" onClose={() => setToast(false)}>
            报告已送出，6 处会收到
          </Toast>
        )
      }
    >
      <ReportButton title="报告突发情况" text="先告诉你怎么做，再问几个问题" href="#report" />
      <Calls label="有人受伤、有危险先打" numbers={NUMBERS} />
      <SessionBar title="语文测试" part={0.2} words="还有 1:03:40·10:20 结束" />
      <Section title="现在要做">
        <Rows>
          <ListRow
            title="第2测试室点名"
            text="已点 24 人，还有 6 个座位"
            href="#roll"
            side={<Clock dueAt={at('09:39:52')} now={NOW} words={clockWords} layout="stack" />}
          />
          <ListRow
            title="上午零报告"
            text="没有情况也要报一次"
            href="#nil"
            side={<Clock dueAt={at('12:30:00')} now={NOW} words={clockWords} layout="stack" />}
          />
        </Rows>
      </Section>
      <Section title="打电话" side="全部 18 人" sideHref="#people">
        <Rows>
          <PersonRow
            title="县实施办公室·陆知远"
            note="值班"
            phone="199-0000-0101"
            callName="打电话给县实施办公室 陆知远"
          />
          <PersonRow title="校长·周明远" phone="199-0000-0201" callName="打电话给校长 周明远" />
        </Rows>
      </Section>
    </Screen>
  )
}

function Pick() {
  return (
    <Screen
      header={
        <Header title="全校停电·定级" back={{ href: '#back', name: '返回上一步' }} side="第 3 步，共 4 步">
          <ProgressSteps at={3} of={4} name="第 3 步，共 4 步" />
        </Header>
      }
      foot={
        <>
          <Button kind="solid" size="l" wide icon="send" busyLabel="正在发送…">
            发送报告
          </Button>
          <Button kind="text" wide>
            定级不对，补充说明
          </Button>
        </>
      }
    >
      <GradeCard
        name="两个等级"
        provisional
        event={{ level: 2, say: EVENT[2], title: '事件等级·3级最重', meaning: '一定影响，县里处置' }}
        response={{ level: 2, say: RESPONSE[2], title: '响应等级·Ⅰ级最重', meaning: '重大，1小时内响应' }}
        impacts={[
          { name: '规范性', value: '无', quiet: true },
          { name: '秩序', value: '轻', quiet: false },
          { name: '数据', value: '轻', quiet: false },
          { name: '工具安全', value: '无', quiet: true },
        ]}
        reasons={[
          {
            title: '事件 2级',
            text: '测试中断，答案可能没存上：秩序、数据轻度受影响。',
            clause: '县预案二(一)',
          },
          { title: '响应 Ⅱ级', text: '测试中断，数据可能失真。', clause: '校预案 1.2' },
          { title: '何时会变', text: '他校也停电，可能升事件 3级。' },
        ]}
      />
      <Section title="按类别找">
        <Tiles label="类别">
          <Tile icon="box" title="工具、试卷" text="30 种" href="#1" />
          <Tile icon="people" title="学生" text="22 种" href="#2" />
          <Tile icon="badge" title="工作人员" text="10 种" href="#3" />
          <Tile icon="bolt" title="电、网、设备" text="17 种" href="#4" />
        </Tiles>
      </Section>
      <Section title="拼音首字母 td·2 个结果">
        <Rows>
          <ListRow
            icon="bolt"
            title={
              <>
                全校<mark>停电</mark>
              </>
            }
            text="整栋楼或全校断电"
            href="#5"
          />
          <ListRow
            icon="person"
            title={
              <>
                <mark>替答</mark>、冒名
              </>
            }
            text="核对身份时人与名册不符"
            href="#6"
          />
        </Rows>
      </Section>
    </Screen>
  )
}

function Matter() {
  const [done, setDone] = useState([true, true, false, false])
  const steps = [
    ['学生留在座位，试卷不离手', '监测员 何家宁·09:15'],
    ['启动备用电源', '后勤副校长 苗立新·09:22'],
    ['查 30 台机的答题在不在', '信息中心主任 冯卓'],
    ['记下恢复时间，拍照', '主监 林晓岚（你）'],
  ] as const
  return (
    <Screen
      header={
        <Header
          title="全校停电"
          text={['桥头小学', 'QH-07-003', '09:14 起']}
          back={{ href: '#back', name: '返回我的事件' }}
          side={<IconButton icon="phone" name="打电话给县实施办公室" href="tel:19900000101" />}
        >
          <div className="line">
            <span className="stack small">
              <EventLevel level={2} say={EVENT[2]} />
              <ResponseLevel level={2} say={RESPONSE[2]} />
            </span>
            <Clock title="恢复或再请示" dueAt={at('10:23:47')} now={NOW} words={clockWords} layout="stack" />
          </div>
        </Header>
      }
      foot={
        <Actions>
          <Button icon="message">补充</Button>
          <Button icon="camera">拍照</Button>
          <Button icon="arrow-up">请示</Button>
        </Actions>
      }
    >
      <Answer
        title="县里答复"
        by="陆知远·09:24"
        text="供电恢复后从断点续测，停了多久补多久。恢复前学生不离座。"
        action={
          <Button kind="solid" wide busyLabel="正在发送…">
            收到，照办
          </Button>
        }
      />
      <Section title="现在做什么" side={`已做 ${done.filter(Boolean).length} / 4`}>
        <Steps label="现在做什么">
          {steps.map(([text, who], index) => (
            <Step
              key={text}
              n={index + 1}
              text={text}
              who={who}
              done={done[index] ?? false}
              onToggle={() => setDone(done.map((one, other) => (other === index ? !one : one)))}
              side={
                index === 2 ? (
                  <IconButton icon="phone" name="打电话给信息中心主任 冯卓" href="tel:19900000204" />
                ) : index === 3 ? (
                  <IconButton icon="camera" name="拍照" />
                ) : undefined
              }
            />
          ))}
        </Steps>
      </Section>
      <Section title="谁知道了" side="全部 6 处" sideHref="#knows">
        <WhoKnowsShort label="谁知道了" posts={POSTS.slice(1, 5).map(({ side: _, ...post }) => post)} />
      </Section>
    </Screen>
  )
}

function Drill() {
  return (
    <DrillFrame
      line="演练·演练·不是真的·演练·演练"
      leave="真有事？点这里退出演练，马上报告"
      onLeave={() => undefined}
    >
      <Screen header={<Header title="【演练】桥头小学" text={['主监 林晓岚', '5月23日']} />}>
        <ReportButton drill title="演练报告" text="只发给参加演练的人" href="#drill" />
        <Calls label="先问真假" numbers={NUMBERS.map((one) => ({ ...one, words: '先问真假' }))} ask={ASK} />
        <Section title="我的事件">
          <Rows>
            <ListRow
              title="【演练】全校停电"
              text={
                <span className="line">
                  <EventLevel level={2} say={EVENT[2]} show="scale" />
                  <ResponseLevel level={2} say={RESPONSE[2]} show="scale" />
                </span>
              }
              href="#one"
            />
          </Rows>
        </Section>
      </Screen>
    </DrillFrame>
  )
}

function Gallery() {
  return (
    <>
      <div className="gallery gallery--three">
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} className="gallery__panel" data-theme={theme}>
            <h1>部件与状态·{theme === 'light' ? '浅色' : '深色'}</h1>
            <Signs />
            <Controls />
            <Notices />
            <Course />
          </section>
        ))}
        <section className="gallery__panel gallery__panel--ground">
          <h1>演练，怎么看都不像真的</h1>
          <div className="gallery__phone">
            <Drill />
          </div>
          <br />
          <div className="gallery__phone" data-theme="dark">
            <Drill />
          </div>
        </section>
      </div>
      {(['light', 'dark'] as const).map((theme) => (
        <section key={theme} className="gallery__panel gallery__panel--ground" data-theme={theme}>
          <h1>手机、台面</h1>
          <div className="gallery__phones">
            {[Today, Pick, Matter].map((Page) => (
              <div className="gallery__phone" key={Page.name}>
                <Page />
              </div>
            ))}
          </div>
          <br />
          <div className="gallery__desk">
            <Desk />
          </div>
          <Wall />
          <Icons />
        </section>
      ))}
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
