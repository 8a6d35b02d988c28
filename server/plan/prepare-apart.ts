// The thread in which a new edition is tried out: a text of a million letters, and a check of many plans, hold up nobody else.

import { answerApart } from '../apart/answer-apart.ts'
import { prepare, type ToPrepare } from './prepare.ts'

await answerApart<ToPrepare>(prepare)
