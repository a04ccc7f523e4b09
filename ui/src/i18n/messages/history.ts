import type { Message } from '../message.ts';

/** What was done, in a sentence: for toasts, the activity tray and the history. `.named` where a value is known. */
export const history = {
  'entry.undo': { en: 'Undone: {what}', th: 'เลิกทำ: {what}' },
  'entry.redo': { en: 'Redone: {what}', th: 'ทำซ้ำ: {what}' },
  'entry.revert': { en: 'Taken back: {what}', th: 'ย้อนคืน: {what}' },
  'entry.other': { en: 'Changed the books ({action})', th: 'แก้ไขสมุดบัญชี ({action})' },

  'entry.ledger_create': { en: 'Created this ledger', th: 'สร้างสมุดบัญชีนี้' },
  'entry.sample': { en: 'Filled in the sample books', th: 'ใส่ข้อมูลตัวอย่าง' },
  'entry.settings': { en: 'Changed the settings of the ledger', th: 'แก้ไขการตั้งค่าของสมุดบัญชี' },

  'entry.transaction_add': { en: 'Added a transaction', th: 'เพิ่มรายการ' },
  'entry.transaction_add.named': { en: 'Added a transaction with {payee}', th: 'เพิ่มรายการของ {payee}' },
  'entry.transaction_edit': { en: 'Edited a transaction', th: 'แก้ไขรายการ' },
  'entry.transaction_edit.named': { en: 'Edited a transaction with {payee}', th: 'แก้ไขรายการของ {payee}' },
  'entry.transaction_delete': {
    en: { one: 'Deleted {count} transaction', other: 'Deleted {count} transactions' },
    th: { other: 'ลบ {count} รายการ' }
  },
  'entry.transaction_bulk': {
    en: { one: 'Changed {count} transaction', other: 'Changed {count} transactions' },
    th: { other: 'แก้ไข {count} รายการ' }
  },
  'entry.transaction_bulk.named': {
    en: { one: 'Sorted {count} transaction into {category}', other: 'Sorted {count} transactions into {category}' },
    th: { other: 'จัด {count} รายการเข้าหมวด {category}' }
  },
  'entry.attach': { en: 'Attached {file}', th: 'แนบไฟล์ {file}' },
  'entry.detach': { en: 'Removed the attachment {file}', th: 'ลบไฟล์แนบ {file}' },

  'entry.account_add': { en: 'Added the account {account}', th: 'เพิ่มบัญชี {account}' },
  'entry.account_edit': { en: 'Edited the account {account}', th: 'แก้ไขบัญชี {account}' },
  'entry.account_remove': { en: 'Removed the account {account}', th: 'ลบบัญชี {account}' },
  'entry.account_merge': { en: 'Merged the account {account} into {into}', th: 'รวมบัญชี {account} เข้ากับ {into}' },

  'entry.payee_rename': { en: 'Renamed the payee {payee} to {into}', th: 'เปลี่ยนชื่อ {payee} เป็น {into}' },
  'entry.tag_rename': { en: 'Renamed the tag {tag} to {into}', th: 'เปลี่ยนชื่อป้าย {tag} เป็น {into}' },
  'entry.tag_remove': { en: 'Removed the tag {tag}', th: 'ลบป้าย {tag}' },
  'entry.commodity_add': { en: 'Added {commodity}', th: 'เพิ่ม {commodity}' },
  'entry.commodity_edit': { en: 'Renamed {commodity} to {into}', th: 'เปลี่ยน {commodity} เป็น {into}' },
  'entry.layout_forget': { en: 'Forgot how files like {file} are read', th: 'ลืมวิธีอ่านไฟล์แบบ {file}' },
  'entry.prices_set': {
    en: { one: 'Changed {count} rate', other: 'Changed {count} rates' },
    th: { other: 'แก้ไขอัตราหรือราคา {count} รายการ' }
  },

  'entry.rule_add': { en: 'Added the rule {rule}', th: 'เพิ่มกฎ {rule}' },
  'entry.rule_edit': { en: 'Edited the rule {rule}', th: 'แก้ไขกฎ {rule}' },
  'entry.rule_remove': { en: 'Removed the rule {rule}', th: 'ลบกฎ {rule}' },
  'entry.rules_order': { en: 'Changed the order of the rules', th: 'เปลี่ยนลำดับของกฎ' },
  'entry.rule_apply': {
    en: { one: 'Applied the rule {rule} to {count} transaction', other: 'Applied the rule {rule} to {count} transactions' },
    th: { other: 'ใช้กฎ {rule} กับ {count} รายการ' }
  },

  'entry.budget_create': { en: 'Made the budget {budget}', th: 'สร้างงบประมาณ {budget}' },
  'entry.budget_edit': { en: 'Edited the budget {budget}', th: 'แก้ไขงบประมาณ {budget}' },
  'entry.budget_remove': { en: 'Removed the budget {budget}', th: 'ลบงบประมาณ {budget}' },
  'entry.budget_copy': { en: 'Copied a budget as {budget}', th: 'คัดลอกงบประมาณเป็น {budget}' },
  'entry.budget_assign': { en: 'Assigned money', th: 'จัดสรรเงิน' },
  'entry.budget_assign.named': { en: 'Assigned money to {category}', th: 'จัดสรรเงินให้ {category}' },
  'entry.budget_move': { en: 'Moved money between envelopes', th: 'ย้ายเงินระหว่างซอง' },
  'entry.budget_hold': { en: 'Held money for the next period', th: 'กันเงินไว้สำหรับงวดถัดไป' },
  'entry.budget_repeat': { en: 'Assigned as in another period', th: 'จัดสรรเหมือนงวดอื่น' },
  'entry.budget_fill': {
    en: { one: 'Filled {count} envelope', other: 'Filled {count} envelopes' },
    th: { other: 'เติมเงิน {count} ซอง' }
  },
  'entry.budget_target_set': { en: 'Set a target', th: 'ตั้งเป้าหมาย' },
  'entry.budget_target_set.named': { en: 'Set a target for {category}', th: 'ตั้งเป้าหมายของ {category}' },
  'entry.budget_target_clear': { en: 'Removed a target', th: 'ลบเป้าหมาย' },
  'entry.budget_target_clear.named': { en: 'Removed the target of {category}', th: 'ลบเป้าหมายของ {category}' },
  'entry.budget_envelope_set': { en: 'Changed an envelope', th: 'แก้ไขซอง' },
  'entry.budget_envelope_set.named': { en: 'Changed the envelope {category}', th: 'แก้ไขซอง {category}' },
  'entry.budget_envelopes_order': { en: 'Changed the order of the envelopes', th: 'เปลี่ยนลำดับของซอง' },
  'entry.budget_template_save': { en: 'Kept the template {template}', th: 'เก็บแม่แบบ {template}' },
  'entry.budget_template_apply': { en: 'Assigned by the template {template}', th: 'จัดสรรตามแม่แบบ {template}' },
  'entry.budget_template_remove': { en: 'Forgot the template {template}', th: 'ลบแม่แบบ {template}' },

  'entry.goal_save': { en: 'Set the goal {name}', th: 'ตั้งเป้าหมาย {name}' },
  'entry.goal_remove': { en: 'Removed the goal {name}', th: 'ลบเป้าหมาย {name}' },
  'entry.scenario_save': { en: 'Kept the scenario {name}', th: 'เก็บสถานการณ์สมมติ {name}' },
  'entry.scenario_remove': { en: 'Removed the scenario {name}', th: 'ลบสถานการณ์สมมติ {name}' },
  'entry.account_floor_set': { en: 'Set the least that {account} should hold', th: 'ตั้งยอดขั้นต่ำของ {account}' },
  'entry.insight_dismiss': { en: 'Put something away', th: 'ซ่อนสิ่งที่ดูแล้ว' },

  'entry.import': {
    en: { one: 'Imported {file}: {count} new transaction', other: 'Imported {file}: {count} new transactions' },
    th: { other: 'นำเข้า {file}: รายการใหม่ {count} รายการ' }
  },
  'entry.reconcile': { en: 'Reconciled {account} to {date}', th: 'กระทบยอด {account} ถึงวันที่ {date}' },
  'entry.statement_add': { en: 'Noted a statement balance of {account}', th: 'บันทึกยอดตามใบแจ้งยอดของ {account}' },
  'entry.statement_remove': { en: 'Removed a statement balance of {account}', th: 'ลบยอดตามใบแจ้งยอดของ {account}' },
  'entry.period_close': { en: 'Closed the books through {through}', th: 'ปิดงวดบัญชีถึงวันที่ {through}' },
  'entry.period_open': { en: 'Reopened the books', th: 'เปิดงวดบัญชีอีกครั้ง' }
} as const satisfies Record<string, Message>;
