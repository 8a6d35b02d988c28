// Invented people for the demonstration: names from common parts, numbers from 199-0000-xxxx, the same ones every time.
// Some seats have the names that the pictures of the product show. No real person is meant.

const FAMILY = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元顾孟平黄',
]
const FIRST = [...'晓明家文志国建思雨子若安长春立新景海天云一书承泽博慧雅静']
const SECOND = [...'岚远宁毅刚卓岩楠敬辉洁涛薇舟晴松帆琪楷然越峰彤怡航清桐']

/** Names never repeat: the nth person has the nth combination. 98 × 25 × 28 of them. */
export function inventedName(nth: number): string {
  // Steps coprime to the lists' lengths, so that neighbours on a list do not look like one family.
  const family = FAMILY[(nth * 37) % FAMILY.length] ?? '赵'
  const first = FIRST[(nth * 7 + Math.floor(nth / FAMILY.length)) % FIRST.length] ?? '晓'
  const second = SECOND[(nth * 11 + Math.floor(nth / (FAMILY.length * 5))) % SECOND.length] ?? '明'
  return `${family}${first}${second}`
}

/** 199-0000-0001 to 199-0000-9999: no such numbers are given out. */
export function inventedPhone(nth: number): string {
  return `199-0000-${String((nth % 9999) + 1).padStart(4, '0')}`
}

/** Seats the pictures show, by unit key and post (and `~` for a substitute). */
export const KNOWN_NAMES: Readonly<Record<string, string>> = {
  '99070107/chief-invigilator': '林晓岚',
  '99070107/invigilator': '何家宁',
  '99070107/principal': '周明远',
  '99070107/deputy-logistics': '苗立新',
  '99070107/head-it': '冯卓',
  '99070107/security-captain': '贺刚',
  '99070107/school-inspector': '郑毅',
  '990701/county-office': '陆知远',
  '990701/county-patrol': '唐敬',
  '99/province-office': '方楠',
  '99/province-inspector': '邵岩',
}
