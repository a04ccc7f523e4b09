import type { Message } from '../message.ts';

/** Going through what was imported and waits for a category. */
export const review = {
  'review.title': { en: 'Review', th: 'ตรวจทาน' },
  'review.left': { en: { one: '{count} transaction waits for you', other: '{count} transactions wait for you' }, th: { other: 'เหลือ {count} รายการรอคุณ' } },
  'review.card': { en: 'Transaction {place} of {of}', th: 'รายการที่ {place} จาก {of}' },
  'review.because': { en: 'Because {like} of {of} with “{what}” went there', th: 'เพราะ {like} จาก {of} รายการของ “{what}” อยู่หมวดนี้' },
  'review.nothing_like_it': { en: 'Nothing like it has been sorted before. Type where it belongs.', th: 'ยังไม่เคยจัดหมวดรายการแบบนี้ พิมพ์หมวดที่ต้องการได้เลย' },
  'review.proposed': { en: 'Proposed category', th: 'หมวดที่เสนอ' },
  'review.category': { en: 'Category or transfer', th: 'หมวดหรือบัญชีที่โอน' },
  'review.accept': { en: 'Accept', th: 'ยอมรับ' },
  'review.skip': { en: 'Skip', th: 'ข้าม' },
  'review.back': { en: 'Back', th: 'ย้อนกลับ' },
  'review.change': { en: 'Choose another category', th: 'เลือกหมวดอื่น' },
  'review.make_rule': { en: 'Make a rule', th: 'ตั้งเป็นกฎ' },
  'review.accept_all': { en: { one: 'Accept {count} proposal', other: 'Accept all {count} proposals' }, th: { other: 'ยอมรับข้อเสนอทั้ง {count} รายการ' } },
  'review.accepted_all': { en: { one: 'Accepted {count} proposal', other: 'Accepted {count} proposals' }, th: { other: 'ยอมรับข้อเสนอ {count} รายการแล้ว' } },
  'review.sorted': { en: '{payee} went to {category}', th: 'จัด {payee} เข้าหมวด {category} แล้ว' },
  'review.odds': { en: '{like} of {of}', th: '{like} จาก {of}' },
  'review.band.proposed': { en: { one: '{count} with a proposal', other: '{count} with a proposal' }, th: { other: 'มีหมวดเสนอให้ {count} รายการ' } },
  'review.band.unsorted': { en: { one: '{count} uncategorised', other: '{count} uncategorised' }, th: { other: 'ยังไม่จัดหมวด {count} รายการ' } },
  'review.keys.accept': { en: 'accepts', th: 'ยอมรับ' },
  'review.keys.type': { en: 'Typing chooses another category, Enter takes it', th: 'พิมพ์เพื่อเลือกหมวดอื่น แล้วกด Enter' },
  'review.keys.list': { en: 'to the list', th: 'ไปที่รายการ' },
  'review.rule': { en: 'New rule', th: 'กฎใหม่' },
  'review.rule.when': { en: '{conditions} → {category}', th: '{conditions} → หมวด {category}' },
  'review.rule.payee': { en: 'Payee holds “{text}”', th: 'ผู้รับเงินมีคำว่า “{text}”' },
  'review.rule.text': { en: 'Bank text holds “{text}”', th: 'ข้อความจากธนาคารมีคำว่า “{text}”' },
  'review.rule.out': { en: 'money goes out', th: 'เงินออก' },
  'review.rule.in': { en: 'money comes in', th: 'เงินเข้า' },
  'review.rule.amount': { en: 'exactly this amount', th: 'จำนวนเงินเท่านี้พอดี' },
  'review.rule.others': { en: { one: 'Sorts {count} that waits, and all that come.', other: 'Sorts {count} that wait, and all that come.' }, th: { other: 'จัดให้ {count} รายการที่รออยู่ และทุกรายการที่จะเข้ามา' } },
  'review.rule.alone': { en: 'Sorts all that come.', th: 'ใช้กับทุกรายการที่จะเข้ามา' },
  'review.rule.edit': { en: 'Edit first', th: 'แก้ไขก่อน' },
  'review.rule.save': { en: 'Save the rule', th: 'บันทึกกฎ' },
  'review.rule.saved': { en: 'Saved the rule {name}', th: 'บันทึกกฎ {name} แล้ว' },
  'review.rule.applied': { en: { one: 'The rule {name} sorted {count} transaction', other: 'The rule {name} sorted {count} transactions' }, th: { other: 'กฎ {name} จัดหมวด {count} รายการแล้ว' } },
  'review.empty.title': { en: 'Everything is sorted', th: 'จัดหมวดครบทุกรายการแล้ว' },
  'review.empty.text': {
    en: 'After an import, whatever has no category yet waits here, each with a proposal and the reason for it. Enter accepts, typing changes.',
    th: 'หลังนำเข้า รายการที่ยังไม่จัดหมวดจะรออยู่ที่นี่ พร้อมหมวดที่เสนอและเหตุผล กด Enter เพื่อยอมรับ หรือพิมพ์เพื่อเปลี่ยน'
  }
} as const satisfies Record<string, Message>;
