// One sentence for each refusal about anything but the course of an incident: texts, files, people, orders, plans, permission.
// Saying them is refusal.ts; those of an incident's course are refusals-of-incidents.ts.

import type { RefusalCode } from '../basics/refusal.ts'
import type { RefusalWords } from './refusal-words.ts'

export const refusalsOfThings = {
  'form.unknown': {
    notDone: { zh: '没有记下：预案里没有这张表', en: 'Not noted: the plan has no such form' },
    now: { zh: '换一张表', en: 'Choose another form' },
  },
  'text.missing': {
    notDone: { zh: '没有送出：还没写{field}', en: 'Not sent: {field} is missing' },
    now: { zh: '写上再送', en: 'Write it and send again' },
  },
  'text.unstorable': {
    notDone: {
      zh: '没有送出：{field}里有存不了的字符',
      en: 'Not sent: {field} holds a character that cannot be kept',
    },
    now: { zh: '删掉看不见的字符，重新打一遍', en: 'Remove invisible characters and type it again' },
  },
  'room.unknown': {
    notDone: { zh: '没有报出：这个学校没有这间测试室', en: 'Not reported: the school has no such test room' },
    now: { zh: '选对测试室，或不填测试室再报', en: 'Choose the right room, or report without one' },
  },
  'unit.unknown': {
    notDone: { zh: '没有办成：没有这个单位', en: 'Not done: there is no such unit' },
    now: { zh: '核对单位代码', en: 'Check the unit’s code' },
  },
  'unit.exists': {
    notDone: { zh: '没有建立：这个单位已经有了', en: 'Not set up: this unit exists' },
    now: { zh: '打开它再改', en: 'Open it and change it there' },
  },
  'campaign.unknown': {
    notDone: { zh: '没有办成：没有这个监测批次', en: 'Not done: there is no such campaign' },
    now: { zh: '先建立批次', en: 'Open the campaign first' },
  },
  'campaign.exists': {
    notDone: { zh: '没有建立：这个监测批次已经有了', en: 'Not opened: this campaign exists' },
    now: { zh: '打开它再改', en: 'Open it and change it there' },
  },
  'person.exists': {
    notDone: { zh: '没有登记：这个人已经登记过', en: 'Not registered: this person is known already' },
    now: { zh: '打开他的登记再改', en: 'Open the entry and change it there' },
  },
  'person.unknown': {
    notDone: { zh: '没有办成：没有登记这个人', en: 'Not done: this person is not registered' },
    now: { zh: '先登记姓名和电话', en: 'Register name and telephone number first' },
  },
  'post.unknown': {
    notDone: { zh: '没有办成：没有这个岗位', en: 'Not done: there is no such post' },
    now: { zh: '先设立岗位', en: 'Set up the post first' },
  },
  'assignment.exists': {
    notDone: { zh: '没有再安排：这个人已经在岗', en: 'Not assigned again: this person holds the post' },
    now: { zh: '要换人，先结束原来的安排', en: 'To change the person, end the old assignment first' },
  },
  'assignment.unknown': {
    notDone: { zh: '没有办成：没有这项安排', en: 'Not done: there is no such assignment' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'assignment.ended': {
    notDone: { zh: '没有改成：这项安排已经结束', en: 'Not changed: this assignment has ended' },
    now: { zh: '要接着用他，就重新安排', en: 'To keep the person on, assign anew' },
  },
  'notice.unknown': {
    notDone: { zh: '没有记下：没有这条通知', en: 'Not noted: there is no such notice' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'notice.not-yours': {
    notDone: { zh: '没有确认：这条通知不是发给你的', en: 'Not confirmed: this notice was not sent to you' },
    now: { zh: '请收到的人自己确认', en: 'Whoever received it confirms it' },
  },
  'plan.unknown': {
    notDone: {
      zh: '没有办成：这里没有你用的那一版预案',
      en: 'Not done: this version of the plan is not known here',
    },
    now: { zh: '连网更新预案后再送，写的还在', en: 'Fetch the plan anew and send again; your text is kept' },
  },
  'not-allowed': {
    notDone: { zh: '没有办成：这一步不归你的岗位', en: 'Not done: this is not for your post' },
    now: { zh: '发消息给他，或打电话；写的还在', en: 'Send them a message, or call; your text is kept' },
  },
  'not-found': {
    notDone: {
      zh: '没有找到：你的范围里没有这一件',
      en: 'Not found: there is nothing of the kind within your sight',
    },
    now: { zh: '核对编号，或打电话问县级值班', en: 'Check the number, or call the county’s duty desk' },
  },
  'id.reserved': {
    notDone: {
      zh: '没有办成：这个编号不能用来新建',
      en: 'Not done: nothing new can be begun under this id',
    },
    now: { zh: '重新填写再送，编号会自动生成', en: 'Write it anew and send; the id is made for you' },
  },
  'command.reused': {
    notDone: {
      zh: '没有送出：这个编号已经送过别的内容',
      en: 'Not sent: something else was sent under this id',
    },
    now: { zh: '重新填写再送', en: 'Write it anew and send' },
  },
  'command.unknown': {
    notDone: {
      zh: '没有办成：这个版本不认识这项操作',
      en: 'Not done: this version does not know the command',
    },
    now: { zh: '刷新页面后再办，写的还在', en: 'Reload and try again; your text is kept' },
  },
  'form.not-yours': {
    notDone: { zh: '没有记下：这张表由别的岗位填报', en: 'Not noted: another post files this form' },
    now: { zh: '请填报的岗位来记', en: 'Ask whoever files it' },
  },
  'file.exists': {
    notDone: { zh: '没有再传：这个文件已经传完', en: 'Not sent again: this file is here already' },
    now: { zh: '不用再传', en: 'Nothing more to do' },
  },
  'file.unknown': {
    notDone: { zh: '没有办成：没有找到这个文件', en: 'Not done: there is no such file' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'file.kind': {
    notDone: { zh: '没有收下：不收这种文件', en: 'Not taken: files of this kind are not accepted' },
    now: {
      zh: '照片用 JPEG、PNG，文件用 PDF、Word、Excel',
      en: 'Send photos as JPEG or PNG, documents as PDF, Word or Excel',
    },
  },
  'file.too-large': {
    notDone: { zh: '没有收下：文件太大', en: 'Not taken: the file is too large' },
    now: { zh: '照片重拍小一点，长的文件分开传', en: 'Take a smaller photo, or split a long document' },
  },
  'file.too-many': {
    notDone: {
      zh: '没有收下：一件事的附件已经满了',
      en: 'Not taken: the incident holds as many files as it can',
    },
    now: { zh: '其余的装进记录袋，写明在哪', en: 'Put the rest into the record bag and note where' },
  },
  'file.not-safe': {
    notDone: {
      zh: '没有收下：文件里有会自己运行的内容，或打开不安全',
      en: 'Not taken: the file holds a script or is not safe to open',
    },
    now: { zh: '另存为 PDF 或拍成照片再传', en: 'Save it as a plain PDF or photograph it, then send again' },
  },
  'file.broken': {
    notDone: {
      zh: '没有收下：文件打不开，或没有传完整',
      en: 'Not taken: the file cannot be opened or is not complete',
    },
    now: { zh: '重新传一次；原件留好', en: 'Send it again; keep the original' },
  },
  'order.unknown': {
    notDone: { zh: '没有办成：没有找到这条指令', en: 'Not done: there is no such order' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'order.exists': {
    notDone: { zh: '没有再发：这条指令已经发出', en: 'Not given again: this order is out' },
    now: { zh: '要改，就撤回再发一条', en: 'To change it, withdraw it and give another' },
  },
  'order.kind-unknown': {
    notDone: { zh: '没有发出：预案里没有这种指令', en: 'Not given: the plan has no such order' },
    now: { zh: '选列出的一种，或发文字指令', en: 'Choose one of those listed, or give it in words' },
  },
  'order.nobody': {
    notDone: { zh: '没有发出：还没有选学校', en: 'Not given: no school is chosen' },
    now: { zh: '选上学校再发', en: 'Choose the schools and give it again' },
  },
  'order.times': {
    notDone: { zh: '没有发出：结束时间早于开始时间', en: 'Not given: it would end before it begins' },
    now: { zh: '核对时间再发', en: 'Check the times and give it again' },
  },
  'receipt.unknown': {
    notDone: { zh: '没有办成：没有找到这份来件', en: 'Not done: nothing of the kind was sent to you' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'receipt.withdrawn': {
    notDone: { zh: '没有记下：这份来件已经撤回', en: 'Not noted: it was withdrawn' },
    now: { zh: '不用再办；有新的会另发', en: 'Nothing more to do; what replaces it comes by itself' },
  },
  'receipt.nothing-to-do': {
    notDone: { zh: '没有记下：这一件只要确认收到', en: 'Not noted: this one only asks to be confirmed' },
    now: { zh: '确认收到就行', en: 'Confirm that you have it' },
  },
  'spread.unknown': {
    notDone: {
      zh: '没有办成：没有多校同类情况的提示',
      en: 'Not done: no spread of this kind has been noticed',
    },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'spread.joined': {
    notDone: {
      zh: '没有办成：已经归为县里的一件事',
      en: 'Not done: they are one incident of the county already',
    },
    now: { zh: '到县里那一件去办', en: 'Go on with the county’s incident' },
  },
  'spread.too-few': {
    notDone: { zh: '没有归并：只剩一所学校', en: 'Not joined: only one school is left' },
    now: { zh: '按学校那一件办', en: 'Go on with the school’s incident' },
  },
  'twice.unknown': {
    notDone: { zh: '没有办成：没有找到这两份报告', en: 'Not done: these two reports are not known together' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'twice.joined': {
    notDone: { zh: '没有再并：这两件已经并成一件', en: 'Not joined again: they are one already' },
    now: { zh: '并错了就拆开', en: 'If that was wrong, part them' },
  },
  'twice.not-joined': {
    notDone: { zh: '没有拆开：这两件没有并在一起', en: 'Not parted: they are not joined' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'twice.joined-elsewhere': {
    notDone: {
      zh: '没有并成：其中一件已并入别的事件',
      en: 'Not joined: one of them goes on under another incident',
    },
    now: { zh: '先从那一件拆开，再并', en: 'Part it from that one first' },
  },
  'example.unknown': {
    notDone: { zh: '没有办成：手册里没有录入这一条', en: 'Not done: no such example was entered' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'example.document-unknown': {
    notDone: {
      zh: '没有录入：预案没有列出这份手册',
      en: 'Not entered: the plan does not name this document',
    },
    now: { zh: '选预案列出的手册', en: 'Choose a document that the plan names' },
  },
  'example.exists': {
    notDone: {
      zh: '没有录入：有一条的编号已经用过',
      en: 'Not entered: one of the entries has an id that was used before',
    },
    now: { zh: '重新填写这一条再录入', en: 'Write this entry anew and enter it again' },
  },
  'example.place': {
    notDone: {
      zh: '没有录入：“编号或页码”只能写印在文件上的编号或页码，最多 40 个字',
      en: 'Not entered: “Number or page” takes only what is printed in the document, at most 40 characters',
    },
    now: {
      zh: '例如“第12页”“案例3.2”；不要写电话和其他号码',
      en: 'Write it like “p. 12” or “Case 3.2”; no telephone or other numbers of people',
    },
  },
  'edition.exists': {
    notDone: { zh: '没有印发：这个版本号已经用过', en: 'Not issued: this version has been used' },
    now: { zh: '换一个版本号再印发', en: 'Give it another version and issue it again' },
  },
  'edition.not-newer': {
    notDone: { zh: '没有印发：印发日期早于现行版本', en: 'Not issued: its date is before the one in force' },
    now: { zh: '核对日期再印发', en: 'Check the date and issue it again' },
  },
  'edition.outdated': {
    notDone: {
      zh: '没有印发：检查之后，上级或下级又有新的预案启用',
      en: 'Not issued: since it was checked, another tier’s plan came into force',
    },
    now: { zh: '重新检查一遍，再印发', en: 'Check it again, then issue it' },
  },
} as const satisfies Partial<Readonly<Record<RefusalCode, RefusalWords>>>
