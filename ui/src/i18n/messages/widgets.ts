import type { Message } from '../message.ts';

/** What fields, pickers and lists say of themselves. */
export const widgets = {
  'amount.division_by_zero': { en: 'An amount cannot be divided by zero.', th: 'หารด้วยศูนย์ไม่ได้' },
  'amount.empty': { en: 'Enter an amount.', th: 'กรุณาใส่จำนวนเงิน' },
  'amount.grouping': {
    en: '“{at}” could be read in two ways. Write it without thousands marks.',
    th: '“{at}” อ่านได้สองแบบ กรุณาพิมพ์โดยไม่ใส่เครื่องหมายคั่นหลักพัน'
  },
  'amount.too_precise': {
    en: {
      one: '{commodity} has {count} decimal, and this comes to more.',
      other: '{commodity} has {count} decimals, and this comes to more.'
    },
    th: { other: '{commodity} มีทศนิยมได้ {count} ตำแหน่ง แต่ผลลัพธ์ละเอียดกว่านั้น' }
  },
  'amount.unknown_commodity': { en: '“{commodity}” is not a currency in this ledger.', th: 'ไม่มีสกุลเงิน “{commodity}” ในบัญชีนี้' },
  'amount.unreadable': { en: '“{at}” is not an amount.', th: '“{at}” ไม่ใช่จำนวนเงิน' },
  'amount.use': { en: 'Use {amount}', th: 'ใช้ {amount}' },

  'category.placeholder': { en: 'Any part of a category', th: 'พิมพ์ส่วนใดของชื่อหมวดก็ได้' },
  'payee.placeholder': { en: 'Who was paid, or who paid', th: 'ผู้รับเงินหรือผู้จ่าย' },
  'chip.remove': { en: 'Remove {label}', th: 'เอา {label} ออก' },
  'combobox.create': { en: 'Create “{text}”', th: 'สร้าง “{text}”' },
  'combobox.none': { en: 'Nothing matches', th: 'ไม่พบที่ตรงกัน' },
  'combobox.options': { en: 'Choices', th: 'ตัวเลือก' },

  'date.empty': { en: 'Enter a date.', th: 'กรุณาใส่วันที่' },
  'date.next_month': { en: 'Next month', th: 'เดือนถัดไป' },
  'date.no_such_day': { en: 'There is no day “{text}”.', th: 'ไม่มีวันที่ “{text}”' },
  'date.open': { en: 'Calendar for {label}', th: 'ปฏิทินของ{label}' },
  'date.previous_month': { en: 'Previous month', th: 'เดือนก่อนหน้า' },
  'date.unreadable': { en: '“{text}” is not a date. Write it like {example}.', th: '“{text}” ไม่ใช่วันที่ พิมพ์แบบนี้ {example}' },

  'rows.failed': { en: 'The rows could not be read.', th: 'อ่านรายการไม่สำเร็จ' },
  'stepper.done': { en: 'done', th: 'เสร็จแล้ว' }
} as const satisfies Record<string, Message>;
