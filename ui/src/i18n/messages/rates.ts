import type { Message } from '../message.ts';

/** Rates and prices, and what is held at them. */
export const rates = {
  'rates.title': { en: 'Rates', th: 'อัตราและราคา' },
  'rates.empty.title': { en: 'What one thing is worth in another', th: 'สิ่งหนึ่งมีค่าเท่าไรเมื่อเทียบกับอีกสิ่ง' },
  'rates.empty.text': {
    en: 'These books use one currency. As soon as an account holds another one, a coin or a security, its rates and its worth are here.',
    th: 'สมุดบัญชีนี้ใช้เงินสกุลเดียว เมื่อมีบัญชีที่ถือเงินสกุลอื่น เหรียญดิจิทัล หรือหลักทรัพย์ อัตราและมูลค่าจะแสดงที่นี่'
  },
  'rates.empty.add': { en: 'Add an account', th: 'เพิ่มบัญชี' },
  'rates.holdings': { en: 'What is held', th: 'สินทรัพย์ที่ถือ' },
  'rates.kind.currency': { en: 'Currencies', th: 'สกุลเงิน' },
  'rates.kind.coin': { en: 'Coins', th: 'เหรียญดิจิทัล' },
  'rates.kind.security': { en: 'Securities', th: 'หลักทรัพย์' },
  'rates.kind.custom': { en: 'Others', th: 'อื่นๆ' },
  'rates.commodity': { en: 'Commodity', th: 'รายการ' },
  'rates.held': { en: 'Held', th: 'จำนวนที่ถือ' },
  'rates.rate': { en: 'Rate', th: 'อัตรา' },
  'rates.rate_in': { en: 'Rate, {currency}', th: 'อัตรา ({currency})' },
  'rates.as_of': { en: 'As of', th: 'ณ วันที่' },
  'rates.worth_in': { en: 'Worth, {currency}', th: 'มูลค่า ({currency})' },
  'rates.none': { en: 'no rate', th: 'ยังไม่มีอัตรา' },
  'rates.old': { en: { one: '{count} day old', other: '{count} days old' }, th: { other: 'เก่า {count} วัน' } },
  'rates.total': { en: 'Together', th: 'รวม' },
  'rates.total_without': { en: 'Together, without {commodities}', th: 'รวม ไม่นับ {commodities}' }
} as const satisfies Record<string, Message>;
