// Lists of kinds that plans may name for evidence and for where a form's field comes from.
// Growing a list is a change of the plan format; renaming an entry is not allowed.

export const PLAN_FORMATS = {
  evidence: [
    'minutes',
    'sign-in-sheet',
    'checklist',
    'photo',
    'test-report',
    'register',
    'receipts',
    'log',
    'count',
  ],
  fieldSources: ['incident', 'attendance', 'custody', 'campaign', 'unit', 'people', 'typed'],
} as const
