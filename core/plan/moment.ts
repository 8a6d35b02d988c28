// Moments of an incident that limits start from and are stopped by (A4, E4): a closed list that plans may name.
// Which event is which moment is core/incident's business.

/** In the order in which an incident commonly reaches them. */
export const MOMENTS = [
  'discovered',
  'reported',
  'graded',
  'acknowledged',
  'response-started',
  'measure-taken',
  'asked',
  'answered',
  'complied',
  'confirmed-above',
  'response-ended',
  'hold-started',
  'hold-ended',
  'raised',
  'oral-reported',
  'series-reported',
  'task-given',
  'task-done',
  'verified',
  'handled',
  'evaluated',
  'recorded',
  'closed',
] as const

export type Moment = (typeof MOMENTS)[number]
