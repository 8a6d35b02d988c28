// The places of the demonstration: an invented nation's office, province, county and twenty schools (12 primary, 8 junior),
// one test room of thirty seats in each. Codes begin with 99, which GB/T 2260 gives to nobody.

import type { UnitData } from '#core/who/unit.ts'

const PRIMARY = [
  '第一小学',
  '第二小学',
  '育才小学',
  '北街小学',
  '河湾小学',
  '东岭小学',
  '桥头小学',
  '柳林中心小学',
  '石门小学',
  '白杨小学',
  '南坪小学',
  '新桥小学',
]
const PRIMARY_EN = [
  'No. 1 Primary',
  'No. 2 Primary',
  'Yucai Primary',
  'Beijie Primary',
  'Hewan Primary',
  'Dongling Primary',
  'Qiaotou Primary',
  'Liulin Central Primary',
  'Shimen Primary',
  'Baiyang Primary',
  'Nanping Primary',
  'Xinqiao Primary',
]
const JUNIOR = [
  '第一中学',
  '第二中学',
  '第三中学',
  '桥头中学',
  '柳林中学',
  '石门中学',
  '东岭中学',
  '实验中学',
]
const JUNIOR_EN = [
  'No. 1 Middle School',
  'No. 2 Middle School',
  'No. 3 Middle School',
  'Qiaotou Middle School',
  'Liulin Middle School',
  'Shimen Middle School',
  'Dongling Middle School',
  'Experimental Middle School',
]

export const COUNTY = '00/99/990701'

const two = (n: number): string => String(n).padStart(2, '0')

const schools: UnitData[] = [...PRIMARY, ...JUNIOR].map((zh, nth) => ({
  path: `${COUNTY}/990701${two(nth + 1)}`,
  tier: 'school',
  code: `990701${two(nth + 1)}`,
  name: { zh, en: [...PRIMARY_EN, ...JUNIOR_EN][nth] ?? zh },
  letters: `QH-${two(nth + 1)}`,
  order: nth + 1,
  kind: nth < PRIMARY.length ? 'primary' : 'junior',
}))

/** Every unit, from the top down. */
export const UNITS: readonly UnitData[] = [
  {
    path: '00',
    tier: 'nation',
    code: '00',
    name: { zh: '国家监测中心', en: 'National centre' },
    letters: 'GJ',
    order: 0,
  },
  {
    path: '00/99',
    tier: 'province',
    code: '990000',
    name: { zh: '青山省', en: 'Qingshan Province' },
    letters: 'QS',
    order: 1,
  },
  {
    path: COUNTY,
    tier: 'county',
    code: '990701',
    name: { zh: '青河县', en: 'Qinghe County' },
    letters: 'QH',
    order: 1,
  },
  ...schools,
]
