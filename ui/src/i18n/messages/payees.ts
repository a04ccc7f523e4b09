import type { Message } from '../message.ts';

/** Payees and tags: their names, what they are used for, and what a payee is sorted into. */
export const payees = {
  'payees.title': { en: 'Payees and tags', th: 'ผู้รับเงินและป้าย' },
  'payees.default': { en: 'Default category', th: 'หมวดประจำ' },
  'payees.default.hint': { en: 'New transactions with this payee go there. It is kept as a rule.', th: 'รายการใหม่ของชื่อนี้จะเข้าหมวดนี้ โดยเก็บไว้เป็นกฎ' },
  'payees.default_set': { en: '{payee} goes to {category} from now on', th: 'ต่อไป {payee} จะเข้าหมวด {category}' },
  'payees.default_clear': { en: 'Take the default category away', th: 'ยกเลิกหมวดประจำ' },
  'payees.default_cleared': { en: '{payee} has no default category now', th: 'ยกเลิกหมวดประจำของ {payee} แล้ว' },
  'payees.waiting': {
    en: { one: '{count} transaction with {payee} waits to be sorted', other: '{count} transactions with {payee} wait to be sorted' },
    th: { other: 'มี {count} รายการของ {payee} รอจัดหมวด' }
  },
  'payees.sort_them': { en: 'Sort now', th: 'จัดหมวดเลย' },
  'payees.sorted': { en: { one: 'Sorted {count} transaction', other: 'Sorted {count} transactions' }, th: { other: 'จัดหมวด {count} รายการแล้ว' } },
  'payees.alike': { en: 'These look like the same payee:', th: 'ชื่อเหล่านี้น่าจะเป็นรายเดียวกัน:' },
  'payees.merge_here': { en: 'Merge', th: 'รวม' },
  'payees.empty.title': { en: 'Nobody has been paid yet', th: 'ยังไม่มีผู้รับเงิน' },
  'payees.empty.text': {
    en: 'Payees come with your transactions. Here you rename them, make two spellings one, and say what each is always for.',
    th: 'ชื่อผู้รับเงินมากับรายการของคุณ ที่หน้านี้เปลี่ยนชื่อ รวมชื่อที่สะกดต่างกัน และกำหนดหมวดประจำได้'
  },
  'tags.empty.title': { en: 'Tags gather what categories keep apart', th: 'ป้ายรวมสิ่งที่อยู่ต่างหมวด' },
  'tags.empty.text': {
    en: 'A trip, a project, a person: tag transactions of any category, then see them together. Add a tag while you write or edit a transaction.',
    th: 'ทริป โครงการ หรือคน ติดป้ายรายการจากทุกหมวดแล้วดูรวมกันได้ เพิ่มป้ายได้ขณะบันทึกหรือแก้ไขรายการ'
  },

  'names.payees': { en: 'Payees', th: 'ผู้รับเงิน' },
  'names.tags': { en: 'Tags', th: 'ป้าย' },
  'names.tag': { en: 'Tag', th: 'ป้าย' },
  'names.search': { en: 'Find a name', th: 'ค้นหาชื่อ' },
  'names.none': { en: 'No name holds “{text}”', th: 'ไม่พบชื่อที่มี “{text}”' },
  'names.none.text': { en: 'Try fewer letters, or any part of the name.', th: 'ลองพิมพ์น้อยลง หรือพิมพ์ส่วนอื่นของชื่อ' },
  'names.last': { en: 'Last', th: 'ล่าสุด' },
  'names.unused': { en: 'Not used', th: 'ยังไม่ได้ใช้' },
  'names.count': { en: { one: '{count} transaction', other: '{count} transactions' }, th: { other: '{count} รายการ' } },
  'names.rename': { en: 'Rename', th: 'เปลี่ยนชื่อ' },
  'names.rename_named': { en: 'Rename {name}', th: 'เปลี่ยนชื่อ {name}' },
  'names.joins': { en: '{name} is there already: the two become one.', th: 'มีชื่อ {name} อยู่แล้ว ทั้งสองจะรวมเป็นหนึ่งเดียว' },
  'names.renamed': { en: '{name} is now {into}', th: 'เปลี่ยนชื่อ {name} เป็น {into} แล้ว' },
  'names.merged': { en: '{name} and {into} are one now', th: 'รวม {name} เข้ากับ {into} แล้ว' },
  'names.tag_removed': { en: 'Removed the tag {name} everywhere', th: 'ลบป้าย {name} ออกจากทุกรายการแล้ว' }
} as const satisfies Record<string, Message>;
