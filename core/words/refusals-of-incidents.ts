// One sentence for each refusal that an incident's own course gives: what was not done, what to do now.
// Said plainly and without blame; what somebody wrote is always kept. Saying them is refusal.ts; all others are refusals-of-things.ts.

import type { RefusalCode } from '../basics/refusal.ts'
import type { RefusalWords } from './refusal-words.ts'

export const incidentRefusals = {
  'incident.unknown': {
    notDone: { zh: '没有办成：这件事还没有报告', en: 'Not done: this incident has not been reported' },
    now: { zh: '先报告，再办', en: 'Report it first' },
  },
  'incident.exists': {
    notDone: { zh: '没有再报：这件事已经报告过', en: 'Not reported again: this incident is known already' },
    now: { zh: '打开它，补充新情况', en: 'Open it and add what is new' },
  },
  'incident.closed': {
    notDone: { zh: '没有办成：这件事已经办结', en: 'Not done: this incident is closed' },
    now: {
      zh: '新情况可以补充；又发生了就另报一件',
      en: 'Facts can still be added; if it happens again, report it anew',
    },
  },
  'incident.not-handled': {
    notDone: { zh: '没有办成：还没写处置结果', en: 'Not done: nobody has said how it ended' },
    now: { zh: '先写处置结果', en: 'Say how it ended first' },
  },
  'incident.not-confirmed': {
    notDone: {
      zh: '没有办结：这一级响应要上级确认收到，现在还没有',
      en: 'Not closed: at this response level the tier above must confirm the report, and has not',
    },
    now: { zh: '请上级确认收到，或打电话催', en: 'Ask them to confirm, or call' },
  },
  'incident.not-asked': {
    notDone: {
      zh: '没有办结：手册的示例、上级的指示，都还没有记下',
      en: 'Not closed: neither an example of the handbook nor an instruction from above is on record',
    },
    now: {
      zh: '手册有示例就写明编号；没有，或必须请示的，先请示',
      en: 'Say which example the handbook lists; without one, or where the level demands it, ask first',
    },
  },
  'incident.open-ask': {
    notDone: { zh: '没有办成：还有请示等答复', en: 'Not done: a question still waits for its answer' },
    now: { zh: '等答复，或打电话催', en: 'Wait for the answer, or call' },
  },
  'incident.not-recorded': {
    notDone: { zh: '没有办结：测试情况记录还没写', en: 'Not closed: the situation record is not written' },
    now: { zh: '先记入情况记录表', en: 'Write it into the situation record first' },
  },
  'incident.not-graded-lower': {
    notDone: {
      zh: '没有改成：降低等级要上级同意',
      en: 'Not changed: a tier above must agree to lower a level',
    },
    now: { zh: '写的理由还在；提请他同意，或打电话', en: 'Your reason is kept; put it to them, or call' },
  },
  'scenario.unknown': {
    notDone: {
      zh: '没有报成：预案里没有“{scenario}”这种情况',
      en: 'Not reported: the plan has no situation “{scenario}”',
    },
    now: { zh: '换一种，或先报“其他情况”', en: 'Pick another, or report “other”' },
  },
  'fact.unknown': {
    notDone: { zh: '没有记下：预案里没有“{fact}”这一项', en: 'Not noted: the plan has no fact “{fact}”' },
    now: { zh: '用文字写在说明里', en: 'Say it in words instead' },
  },
  'fact.value': {
    notDone: { zh: '没有记下：“{field}”不能填“{value}”', en: 'Not noted: “{field}” cannot be “{value}”' },
    now: { zh: '从列出的答案里选', en: 'Choose one of the answers given' },
  },
  'step.unknown': {
    notDone: { zh: '没有记下：预案里没有这一步', en: 'Not noted: the plan has no such step' },
    now: { zh: '做了什么，记成一项措施', en: 'Note what was done as a measure' },
  },
  'step.not-done': {
    notDone: { zh: '没有撤回：这一步本来就没做完', en: 'Not taken back: this step was not done' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'ask.unknown': {
    notDone: { zh: '没有答复成：找不到这个请示', en: 'Not answered: there is no such question' },
    now: { zh: '刷新后再答，写的还在', en: 'Look again and answer; your text is kept' },
  },
  'ask.answered': {
    notDone: { zh: '没有再答：这个请示已经答复', en: 'Not answered again: this question has its answer' },
    now: { zh: '要补充，就另发一条指示', en: 'To add something, give an instruction of its own' },
  },
  'ask.exists': {
    notDone: { zh: '没有再请示：上一个请示还在等答复', en: 'Not asked: your last question still waits' },
    now: { zh: '补充的话发成消息，或打电话催', en: 'Add it as a message, or call' },
  },
  'ask.nobody-above': {
    notDone: { zh: '没有请示成：上面没有可请示的一级', en: 'Not asked: there is no tier above' },
    now: { zh: '由本级决定', en: 'Decide it here' },
  },
  'answer.unknown': {
    notDone: { zh: '没有办成：找不到这条答复', en: 'Not done: there is no such answer' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'answer.not-complied': {
    notDone: { zh: '没有办成：还有答复没人照办', en: 'Not done: an answer has not been taken up' },
    now: { zh: '先按“收到，照办”', en: 'Confirm “Will do” first' },
  },
  'response.started': {
    notDone: {
      zh: '没有再启动：{level}级响应已经启动',
      en: 'Not started again: response level {level} is running',
    },
    now: { zh: '新的措施记成一项措施', en: 'Note new measures as measures' },
  },
  'incident.open-steps': {
    notDone: { zh: '没有办结：还有步骤没有做完', en: 'Not closed: some steps are not done' },
    now: { zh: '做完的打勾；不用做的写明理由', en: 'Tick what is done; say why for what is left out' },
  },
  'incident.open-task': {
    notDone: {
      zh: '没有办结：交办的事还没有办完',
      en: 'Not closed: work that was given out has not come back',
    },
    now: { zh: '请承办的人回话，或打电话催', en: 'Ask whoever has it, or call' },
  },
  'incident.not-evaluated': {
    notDone: { zh: '没有办结：还没有评估', en: 'Not closed: the evaluation is not written' },
    now: { zh: '先写评估，每一点都写上', en: 'Write the evaluation first, every point of it' },
  },
  'incident.open-form': {
    notDone: { zh: '没有办结：还有表没有填报', en: 'Not closed: a form is still owed' },
    now: { zh: '把表填报了再办结', en: 'File the form first' },
  },
  'incident.open-hold': {
    notDone: { zh: '没有办结：还有地方停着等答复', en: 'Not closed: work still waits for an answer' },
    now: { zh: '恢复以后再办结', en: 'Close it once work goes on' },
  },
  'incident.joined': {
    notDone: { zh: '没有办成：这件事已并入另一件', en: 'Not done: this incident goes on under another' },
    now: { zh: '到那一件去办；不是同一件事就拆开', en: 'Do it there; if they are not the same, part them' },
  },
  'incident.not-refuted': {
    notDone: {
      zh: '没有按误报办结：县里还没有核实为不属实',
      en: 'Not dismissed: the county has not found the report to be untrue',
    },
    now: { zh: '请县里先核实，或由县里办', en: 'Ask the county to look into it, or to dismiss it' },
  },
  'step.done': {
    notDone: { zh: '没有记下：这一步已经做完', en: 'Not noted: this step is done' },
    now: { zh: '点错了就先撤回这一步', en: 'If that was a mistake, take the step back first' },
  },
  'response.not-started': {
    notDone: { zh: '没有办成：响应还没有启动', en: 'Not done: no response has been started' },
    now: { zh: '先启动响应', en: 'Start the response first' },
  },
  'response.ended': {
    notDone: { zh: '没有办成：响应已经结束', en: 'Not done: the response has ended' },
    now: { zh: '还需要就重新启动', en: 'Start it again if it is needed' },
  },
  'response.running': {
    notDone: { zh: '没有办结：响应还没有结束', en: 'Not closed: the response is still running' },
    now: { zh: '先结束响应，写明理由', en: 'End the response first, with the reason' },
  },
  'hold.unknown': {
    notDone: { zh: '没有恢复：没有找到这一次暂停', en: 'Not resumed: there is no such hold' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'hold.exists': {
    notDone: { zh: '没有再停：这里已经停着等答复', en: 'Not held again: work there waits already' },
    now: { zh: '等答复，或打电话催', en: 'Wait for the answer, or call' },
  },
  'hold.no-answer': {
    notDone: { zh: '没有恢复：答复还没有来', en: 'Not resumed: the answer has not come' },
    now: { zh: '等答复，或打电话催；写的还在', en: 'Wait for the answer, or call; your text is kept' },
  },
  'joint.unknown': {
    notDone: { zh: '没有办成：没有找到这项共同决定', en: 'Not done: there is no such decision' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'joint.not-possible': {
    notDone: {
      zh: '没有办成：按现在的情况，这件事不能在现场决定',
      en: 'Not done: as things stand, this may not be decided on the spot',
    },
    now: { zh: '马上报县里，按答复办', en: 'Report it to the county at once and follow the answer' },
  },
  'joint.settled': {
    notDone: { zh: '没有办成：这项决定已经定了', en: 'Not done: this decision is settled' },
    now: { zh: '要改，就另提一项', en: 'To change it, propose another' },
  },
  'joint.open': {
    notDone: {
      zh: '没有办结：还有一项共同决定没有商定',
      en: 'Not closed: a decision made together is still open',
    },
    now: { zh: '请相关岗位同意或不同意', en: 'The posts named agree to it or decline it' },
  },
  'joint.not-yours': {
    notDone: { zh: '没有办成：这项决定不由你的岗位来做', en: 'Not done: this decision is not for your post' },
    now: { zh: '请他们来定，或打电话', en: 'Ask them to decide, or call' },
  },
  'lowering.unknown': {
    notDone: {
      zh: '没有办成：没有找到这条降级建议',
      en: 'Not done: there is no such proposal to lower the grade',
    },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'lowering.settled': {
    notDone: {
      zh: '没有办成：这条降级建议已经有了结果，或等级又升了',
      en: 'Not done: this proposal is settled, or the grade has risen since',
    },
    now: {
      zh: '看现在的等级，要改就另提',
      en: 'Look at the grade in force; propose anew if it should change',
    },
  },
  'lowering.exists': {
    notDone: {
      zh: '没有再提：上一条降级建议还在等同意',
      en: 'Not proposed: your last proposal to lower the grade still waits',
    },
    now: { zh: '补充的话发成消息，或打电话催', en: 'Add it as a message, or call' },
  },
  'entry.unknown': {
    notDone: { zh: '没有划掉：没有找到这条记录', en: 'Not struck: there is no such line' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'entry.not-strikable': {
    notDone: {
      zh: '没有划掉：这条记录划掉了也不算撤回',
      en: 'Not struck: striking this line would not undo it',
    },
    now: {
      zh: '情况有变就补充情况；等级不对就改定等级；步骤点错就撤回',
      en: 'State the facts anew, change the grade, or take the step back',
    },
  },
  'evaluation.not-here': {
    notDone: {
      zh: '没有记下：预案没有要求评估这一级的事件',
      en: 'Not noted: the plan asks for no evaluation at this level',
    },
    now: { zh: '要说的写成消息，或改定等级', en: 'Say it in a message, or change the grade' },
  },
  'tier.not-above': {
    notDone: { zh: '没有报上去：只能报给更高的一级', en: 'Not passed on: it can only go to a higher tier' },
    now: { zh: '选上面的一级', en: 'Choose a tier above yours' },
  },
  'tier.nation': {
    notDone: {
      zh: '没有报上去：国家监测中心由省里去请示',
      en: 'Not passed on: only the province turns to the national centre',
    },
    now: { zh: '先报给省里', en: 'Report it to the province first' },
  },
  'post.not-below': {
    notDone: {
      zh: '没有交办：这个岗位不在你这一级以下',
      en: 'Not given out: this post is not at your tier or below',
    },
    now: { zh: '选下级或本级的岗位', en: 'Choose a post of your own tier or below' },
  },
  'series.exists': {
    notDone: { zh: '没有再报：终报已经报过', en: 'Not reported on: the final report is on record' },
    now: {
      zh: '又有新情况就重新打开，或发成消息',
      en: 'If there is news, reopen the incident or send a message',
    },
  },
  'task.unknown': {
    notDone: { zh: '没有记下：没有找到这件交办的事', en: 'Not noted: there is no such task' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'task.exists': {
    notDone: { zh: '没有再交办：这件事已经交办', en: 'Not given out again: this task is on record' },
    now: { zh: '另有要办的，另交办一件', en: 'Give out another task if there is more to do' },
  },
  'opinion.unknown': {
    notDone: { zh: '没有记下：没有找到这条舆情', en: 'Not noted: there is no such entry of public opinion' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'opinion.exists': {
    notDone: { zh: '没有再记：这条舆情已经记下', en: 'Not noted again: this is on record' },
    now: { zh: '有新进展，记在跟踪里', en: 'Note how it went on' },
  },
  'wording.unknown': {
    notDone: { zh: '没有办成：没有找到这份答复口径', en: 'Not done: there is no such wording' },
    now: { zh: '刷新后再看', en: 'Look again' },
  },
  'wording.exists': {
    notDone: { zh: '没有再记：这份答复口径已经有了', en: 'Not noted again: this wording is on record' },
    now: { zh: '要改，就另拟一份', en: 'To change it, draft another' },
  },
  'wording.own': {
    notDone: { zh: '没有通过：自己拟的口径要由别人审', en: 'Not approved: nobody approves his own draft' },
    now: { zh: '请另一位负责人审', en: 'Ask somebody else who may approve' },
  },
  'wording.not-approved': {
    notDone: { zh: '没有发布：这份口径还没有审过', en: 'Not published: this wording is not approved' },
    now: { zh: '先送审，或打电话催', en: 'Have it approved first, or call' },
  },
  'wording.settled': {
    notDone: { zh: '没有办成：这份口径已经有了结论', en: 'Not done: this wording is settled' },
    now: { zh: '要改，就另拟一份', en: 'To change it, draft another' },
  },
} as const satisfies Partial<Readonly<Record<RefusalCode, RefusalWords>>>
