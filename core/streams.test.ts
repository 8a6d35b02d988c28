// Every kind of stream says where a new one lies; what begins none says nothing, so that nobody guesses.

import { describe, expect, test } from 'vitest'
import { ACCESS, NEVER_OFFERED } from './access/table.ts'
import { STREAM_KINDS, type StreamKind, streams } from './streams.ts'

const FROM = { stream: 's1', unit: '00/99', campaign: 'c1' }
const SAYS = { unit: '00/99/990701', campaign: 'c2' }

/** What begins a stream of each kind, and where that then lies. */
const BEGINNINGS: Readonly<Record<StreamKind, readonly [type: string, data: object, at: object]>> = {
  incident: ['Report', SAYS, SAYS],
  // The post told sits in another unit than the thing.
  notice: ['Tell', { unit: '00' }, { unit: '00/99', campaign: 'c1' }],
  unit: ['EstablishUnit', { path: '00/99/990701' }, { unit: '00/99/990701', campaign: 'c1' }],
  campaign: ['OpenCampaign', { kind: 'drill' }, { unit: '00/99', campaign: 's1' }],
  person: ['RegisterPerson', { unit: '00/99/990701' }, { unit: '00/99/990701', campaign: 'c1' }],
  post: ['EstablishPost', SAYS, SAYS],
  assignment: ['Assign', SAYS, SAYS],
  order: ['GiveOrder', SAYS, SAYS],
  receipt: ['Address', SAYS, SAYS],
  // A county's look at its schools lies at the county.
  spread: ['NoteSchool', { county: '00/99/990701', campaign: 'c2' }, SAYS],
  twice: ['NoteReport', SAYS, SAYS],
  handbook: ['EnterExamples', SAYS, SAYS],
  edition: ['IssueEdition', SAYS, SAYS],
}

describe('where a new stream lies', () => {
  test.each(STREAM_KINDS)('corridor: %s', (kind) => {
    const [type, data, at] = BEGINNINGS[kind]
    expect(streams[kind].placeOf({ type, data }, FROM)).toEqual(at)
  })
  test('corridor: no other command begins a stream', () => {
    for (const kind of STREAM_KINDS) {
      const [begins] = BEGINNINGS[kind]
      // What a bureau enters, and what it issues, may be added to what is there.
      const goesOn = kind === 'handbook' || kind === 'edition'
      expect(NEVER_OFFERED[kind].has(begins)).toBe(!goesOn)
      for (const type of Object.keys(ACCESS[kind]).filter((one) => one !== begins))
        expect([type, streams[kind].placeOf({ type, data: SAYS }, FROM)]).toEqual([type, undefined])
    }
  })
})
