import type { Message } from '../message.ts';

/** Why something was refused, by its code, and what to do. Places are the values that came with the refusal. */
export const errors = {
  'undo.done': { en: 'Undone', th: 'เลิกทำแล้ว' },
  'error.other': { en: 'That did not work: {message}', th: 'ทำรายการไม่สำเร็จ: {message}' },
  'error.invalid': { en: 'That cannot be taken: {message}', th: 'ข้อมูลนี้ใช้ไม่ได้: {message}' },
  'error.missing': { en: 'This no longer exists: {what}.', th: 'ไม่มีรายการนี้แล้ว: {what}' },
  'error.taken': { en: 'That name is taken: {what}. Choose another.', th: 'มีชื่อนี้อยู่แล้ว: {what} กรุณาใช้ชื่ออื่น' },
  'error.in_use': { en: 'It cannot change while other things depend on it: {message}.', th: 'ยังเปลี่ยนไม่ได้เพราะมีข้อมูลอื่นใช้อยู่: {message}' },
  'error.stale': { en: 'It was changed in the meantime. Look at it again, then repeat.', th: 'ข้อมูลนี้ถูกแก้ไขไปแล้วระหว่างนี้ กรุณาตรวจดูแล้วทำอีกครั้ง' },
  'error.unbalanced': { en: 'The parts do not add up: {message}.', th: 'ยอดแต่ละส่วนรวมกันไม่ลงตัว: {message}' },
  'error.in_use.day': {
    en: 'The transaction of {day} is reconciled: a statement has confirmed it. Take the reconciliation back first.',
    th: 'รายการวันที่ {day} กระทบยอดแล้ว ต้องยกเลิกการกระทบยอดก่อนจึงจะแก้ไขได้'
  },
  'error.amount': { en: 'This amount cannot be stored: {message}.', th: 'บันทึกจำนวนเงินนี้ไม่ได้: {message}' },
  'error.amount.commodity': {
    en: 'What is in {commodity} cannot be valued: at its price of {day}, or the last before, it is too large. Correct that price.',
    th: 'ตีมูลค่า {commodity} ไม่ได้ เพราะราคา ณ วันที่ {day} หรือราคาล่าสุดก่อนหน้านั้น ทำให้ยอดใหญ่เกินไป กรุณาแก้ราคานั้น'
  },
  'error.period_closed': {
    en: 'The books are closed through {through}. Reopen the period to change anything in it.',
    th: 'ปิดงวดบัญชีถึงวันที่ {through} แล้ว หากต้องการแก้ไข ให้เปิดงวดก่อน'
  },
  'error.nothing_to_undo': { en: 'There is nothing left to undo or redo.', th: 'ไม่มีอะไรให้เลิกทำหรือทำซ้ำแล้ว' },
  'error.cancelled': { en: 'Canceled. Nothing was changed.', th: 'ยกเลิกแล้ว ไม่มีข้อมูลใดเปลี่ยน' },
  'error.no_ledger': { en: 'No ledger is open.', th: 'ยังไม่ได้เปิดสมุดบัญชี' },
  'error.locked': { en: 'The ledger is locked. Unlock it first.', th: 'สมุดบัญชีถูกล็อกอยู่ กรุณาปลดล็อกก่อน' },
  'error.ledger_not_found': { en: 'There is no ledger at {path}. It may have been moved or deleted.', th: 'ไม่พบสมุดบัญชีที่ {path} ไฟล์อาจถูกย้ายหรือลบไปแล้ว' },
  'error.ledger_exists': { en: 'There is a file at {path} already. Choose another name or another folder.', th: 'มีไฟล์อยู่แล้วที่ {path} กรุณาใช้ชื่ออื่นหรือเลือกโฟลเดอร์อื่น' },
  'error.ledger_busy': { en: 'This ledger is open in another program ({holder}). Close it there, then try again.', th: 'สมุดบัญชีนี้เปิดอยู่ในโปรแกรมอื่น ({holder}) กรุณาปิดก่อนแล้วลองอีกครั้ง' },
  'error.ledger_key': {
    en: 'The key does not open this file: it belongs to another ledger, the recovery phrase has been renewed since, or the file is damaged.',
    th: 'กุญแจนี้เปิดไฟล์ไม่ได้ อาจเป็นของสมุดบัญชีอื่น มีการสร้างวลีกู้คืนใหม่หลังจากนั้น หรือไฟล์เสียหาย'
  },
  'error.ledger_damaged': {
    en: 'The ledger file is damaged. Put a backup in its place. (Technical detail: {what})', th: 'ไฟล์สมุดบัญชีเสียหาย กรุณากู้คืนจากไฟล์สำรอง (รายละเอียดทางเทคนิค: {what})'
  },
  'error.ledger_newer': {
    en: 'A newer version of Coffer wrote this ledger. Update Coffer, then open it again.',
    th: 'สมุดบัญชีนี้บันทึกด้วย Coffer รุ่นใหม่กว่า กรุณาอัปเดต Coffer แล้วเปิดอีกครั้ง'
  },
  'error.no_keychain': {
    en: 'This system has no keychain that Coffer can use. Open the ledger with its recovery phrase.',
    th: 'ระบบนี้ไม่มีพวงกุญแจที่ Coffer ใช้ได้ กรุณาเปิดสมุดบัญชีด้วยวลีกู้คืน'
  },
  'error.keychain_locked': {
    en: 'The keychain of this system is locked. Unlock it and try again, or use the recovery phrase.',
    th: 'พวงกุญแจของระบบถูกล็อกอยู่ กรุณาปลดล็อกแล้วลองอีกครั้ง หรือใช้วลีกู้คืน'
  },
  'error.key_missing': {
    en: 'The keychain has no key for this ledger. Open it with its recovery phrase.',
    th: 'ไม่มีกุญแจของสมุดบัญชีนี้ในพวงกุญแจ กรุณาเปิดด้วยวลีกู้คืน'
  },
  'error.password_needed': { en: 'This ledger is locked with an app password.', th: 'สมุดบัญชีนี้ล็อกด้วยรหัสผ่านของแอป' },
  'error.wrong_password': { en: 'That is not the password. Try again.', th: 'รหัสผ่านไม่ถูกต้อง กรุณาลองอีกครั้ง' },
  'error.phrase': {
    en: 'These words do not fit together: one of them is wrong, or two are swapped.',
    th: 'คำเหล่านี้ไม่ตรงกัน อาจมีคำผิดหนึ่งคำ หรือสลับที่กันสองคำ'
  },
  'error.phrase.place': { en: 'Word {place} is not a word of a recovery phrase. Check its spelling.', th: 'คำที่ {place} ไม่ใช่คำในวลีกู้คืน กรุณาตรวจตัวสะกด' },
  'error.phrase.found': { en: 'A recovery phrase has 24 words; these are {found}.', th: 'วลีกู้คืนมี 24 คำ แต่พิมพ์มา {found} คำ' },
  'error.disk_full': { en: 'The disk is full. Make room and try again; nothing was lost.', th: 'พื้นที่ดิสก์เต็ม กรุณาเพิ่มพื้นที่ว่างแล้วลองอีกครั้ง ข้อมูลไม่สูญหาย' },
  'error.not_writable': { en: 'This place cannot be written to: {path}.', th: 'เขียนข้อมูลที่ตำแหน่งนี้ไม่ได้: {path}' },
  'error.file': { en: 'This file cannot be used: {message}.', th: 'ใช้ไฟล์นี้ไม่ได้: {message}' },
  'error.internal': { en: 'Something unexpected happened: {message}. Your books are untouched.', th: 'เกิดข้อผิดพลาดที่ไม่คาดคิด: {message} สมุดบัญชีของคุณไม่ได้รับผลกระทบ' }
} as const satisfies Record<string, Message>;
