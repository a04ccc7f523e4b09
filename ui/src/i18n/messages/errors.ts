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
  'error.amount': { en: 'This amount cannot be stored: {message}.', th: 'บันทึกจำนวนเงินนี้ไม่ได้: {message}' },
  'error.period_closed': {
    en: 'The books are closed up to {through}. Open the period in Settings to change anything in it.',
    th: 'ปิดงวดบัญชีถึงวันที่ {through} แล้ว หากต้องการแก้ไข ให้เปิดงวดในหน้าตั้งค่าก่อน'
  },
  'error.nothing_to_undo': { en: 'There is nothing left to undo or redo.', th: 'ไม่มีอะไรให้เลิกทำหรือทำซ้ำแล้ว' },
  'error.cancelled': { en: 'Canceled. Nothing was changed.', th: 'ยกเลิกแล้ว ไม่มีข้อมูลใดเปลี่ยน' },
  'error.no_ledger': { en: 'No ledger is open.', th: 'ยังไม่ได้เปิดสมุดบัญชี' },
  'error.locked': { en: 'The ledger is locked. Unlock it first.', th: 'สมุดบัญชีถูกล็อกอยู่ กรุณาปลดล็อกก่อน' },
  'error.disk_full': { en: 'The disk is full. Make room and try again; nothing was lost.', th: 'พื้นที่ดิสก์เต็ม กรุณาเพิ่มพื้นที่ว่างแล้วลองอีกครั้ง ข้อมูลไม่สูญหาย' },
  'error.not_writable': { en: 'This place cannot be written to: {path}.', th: 'เขียนข้อมูลที่ตำแหน่งนี้ไม่ได้: {path}' },
  'error.file': { en: 'This file cannot be used: {message}.', th: 'ใช้ไฟล์นี้ไม่ได้: {message}' },
  'error.internal': { en: 'Something unexpected happened: {message}. Your books are untouched.', th: 'เกิดข้อผิดพลาดที่ไม่คาดคิด: {message} สมุดบัญชีของคุณไม่ได้รับผลกระทบ' }
} as const satisfies Record<string, Message>;
