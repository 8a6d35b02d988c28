// Words of pictures, voice notes and documents on the phone: taking, keeping, sending, refused.

import type { Words } from './say.ts'

export const fieldFilesWords = {
  title: { zh: '照片、语音、文件', en: 'Photos, voice, files' },
  count: { zh: '{n} 份', en: '{n}' },
  add: { zh: '加一份', en: 'Add' },
  'never-papers': {
    zh: '别拍试卷、答案和学生的脸。只拍现场和封条、表单。',
    en: 'Never the test papers, answers or pupils’ faces. Only the place, seals and forms.',
  },
  'take-photo': { zh: '拍照', en: 'Take a photo' },
  'choose-photo': { zh: '从相册选', en: 'Choose a photo' },
  'record-voice': { zh: '录一段话', en: 'Record a voice note' },
  'choose-file': { zh: '选一份文件', en: 'Choose a document' },
  'choose-file.text': { zh: 'PDF、Word、Excel', en: 'PDF, Word, Excel' },
  shrinks: {
    zh: '在手机上先变小，拍摄地点等信息不带走',
    en: 'Made small on the phone; place and device stay here',
  },
  recording: { zh: '正在录 {at}', en: 'Recording {at}' },
  'recording.stop': { zh: '录好了，附上', en: 'Done, attach it' },
  'recording.denied': {
    zh: '用不了话筒。在浏览器里允许，或打电话说。',
    en: 'The microphone cannot be used. Allow it in the browser, or call.',
  },
  preparing: { zh: '正在准备…', en: 'Preparing…' },
  unreadable: {
    zh: '这张图打不开。用手机相机重拍一张，或选 JPEG。',
    en: 'This picture cannot be read. Take it again with the camera, or choose a JPEG.',
  },
  'too-large': {
    zh: '太大：最多 {max} 兆。选小一点的，或分开附。',
    en: 'Too large: at most {max} MB. Choose a smaller one, or split it.',
  },
  'too-many': {
    zh: '一件事最多附 {max} 份。其余的当面交，或记在消息里。',
    en: 'At most {max} for one incident. Hand over the others, or say it in a message.',
  },
  photo: { zh: '照片', en: 'Photo' },
  voice: { zh: '语音', en: 'Voice note' },
  document: { zh: '文件', en: 'Document' },
  'on-phone.photo': { zh: '照片还在手机上', en: 'The photo is still on the phone' },
  'on-phone.voice': { zh: '语音还在手机上', en: 'The voice note is still on the phone' },
  'on-phone.document': { zh: '文件还在手机上', en: 'The document is still on the phone' },
  'on-other': { zh: '还在{name}的手机上', en: 'still on the phone of {name}' },
  checking: { zh: '已送到，正在检查', en: 'Sent, being checked' },
  sending: { zh: '正在送出 {percent}%', en: 'Sending {percent}%' },
  'sending.waits': { zh: '有网自动接着送', en: 'Goes on by itself when there is a network' },
  refused: { zh: '没有收下：{words}', en: 'Not taken: {words}' },
  open: { zh: '打开{kind}', en: 'Open the {kind}' },
  'put-away': { zh: '知道了，收起', en: 'Understood, put away' },
  by: { zh: '{who}', en: '{who}' },
} as const satisfies Words
