// The facts a grade is made of: names, allowed values, words for them live in core/words.
// The plan, the API, the phone and the command line share these names (architecture, Facts).

/** Facts that take one of a list of values, least harm first. */
export const CHOICES = {
  'impact.norms': ['none', 'slight', 'serious'],
  'impact.order': ['none', 'slight', 'serious'],
  'impact.data': ['none', 'slight', 'serious'],
  'impact.security': ['none', 'slight', 'serious'],
  reach: ['person', 'room', 'grade', 'school', 'schools', 'county'],
  interrupted: ['no', 'partly', 'fully'],
  publicOpinion: ['none', 'single', 'spreading', 'major'],
} as const

/** Facts that are whole numbers from 0. */
export const NUMBERS = ['schools', 'casualties.injured', 'casualties.dead', 'absentInRoom', 'copies'] as const

export type ChoiceFact = keyof typeof CHOICES
export type NumberFact = (typeof NUMBERS)[number]
export type FactName = ChoiceFact | NumberFact
export type FactValue = string | number

export type Impact = 'impact.norms' | 'impact.order' | 'impact.data' | 'impact.security'
/** The four kinds of impact that event levels are graded by (A1). */
export const IMPACTS: readonly Impact[] = ['impact.norms', 'impact.order', 'impact.data', 'impact.security']

/** Every fact there is, choices first. */
export const FACT_NAMES: readonly FactName[] = [...(Object.keys(CHOICES) as ChoiceFact[]), ...NUMBERS]

/** What somebody stated, by dotted name; whatever is absent is assumed. */
export type StatedFacts = { readonly [Name in FactName]?: FactValue }

/** Every fact has a value: stated, the situation's default, or none/no/0. */
export type Facts = { readonly [Name in FactName]: FactValue }

/** What a fact counts as when nobody said and the situation has no default. */
export const LEAST: Facts = {
  'impact.norms': 'none',
  'impact.order': 'none',
  'impact.data': 'none',
  'impact.security': 'none',
  reach: 'person',
  interrupted: 'no',
  publicOpinion: 'none',
  schools: 0,
  'casualties.injured': 0,
  'casualties.dead': 0,
  absentInRoom: 0,
  copies: 0,
}

/** Is the fact one that takes a value of a list (`CHOICES`), not a number? */
export function isChoice(name: FactName): name is ChoiceFact {
  return name in CHOICES
}

/** Is `name` a fact? */
export function isFactName(name: string): name is FactName {
  return (FACT_NAMES as readonly string[]).includes(name)
}

/** Is `value` one that fact `name` may take? Numbers are whole, from 0 to 1,000,000. */
export function isFactValue(name: FactName, value: unknown): value is FactValue {
  if (isChoice(name)) return (CHOICES[name] as readonly unknown[]).includes(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000
}

/** Of `others`, the facts that are graver than what `stated` says of them, or that it does not mention. */
export function graverFacts(stated: StatedFacts, others: StatedFacts): StatedFacts {
  const graver: { -readonly [Name in FactName]?: FactValue } = {}
  for (const name of FACT_NAMES) {
    const other = others[name]
    if (other !== undefined && rankOf(name, other) > rankOf(name, stated[name])) graver[name] = other
  }
  return graver
}

/** How grave a value is among those its fact may take; below all of them when nothing was stated. */
function rankOf(name: FactName, value: FactValue | undefined): number {
  if (value === undefined) return -1
  return isChoice(name) ? (CHOICES[name] as readonly FactValue[]).indexOf(value) : Number(value)
}
