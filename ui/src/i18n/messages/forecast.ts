import type { Message } from '../message.ts';

/** What accounts will hold, what falls short, and what would be different. */
export const forecast = {
  'section.forecast': { en: 'Forecast', th: 'คาดการณ์' },
  'forecast.title': { en: 'Forecast', th: 'คาดการณ์ยอดเงิน' },
  'forecast.empty.title': { en: 'See whether the money will be enough', th: 'ดูล่วงหน้าว่าเงินจะพอไหม' },
  'forecast.empty.text': {
    en: 'With an account and a few months of transactions, this screen shows what you will probably hold on any day of the next five years.',
    th: 'เมื่อมีบัญชีและรายการสักสองสามเดือน หน้านี้จะบอกว่าแต่ละวันในห้าปีข้างหน้าคุณน่าจะมีเงินเท่าไร'
  },
  'forecast.total': { en: 'All accounts together', th: 'ทุกบัญชีรวมกัน' },
  'forecast.accounts': { en: 'Accounts in the days ahead', th: 'ยอดของแต่ละบัญชีในวันข้างหน้า' },
  'forecast.account': { en: 'Account', th: 'บัญชี' },
  'forecast.currency': { en: 'Currency', th: 'สกุลเงิน' },
  'forecast.today': { en: 'Today', th: 'วันนี้' },
  'forecast.horizon': { en: 'How far ahead', th: 'มองไปข้างหน้า' },
  'forecast.horizon.month': { en: '30d', th: '30 วัน' },
  'forecast.horizon.quarter': { en: '90d', th: '90 วัน' },
  'forecast.horizon.year': { en: '1y', th: '1 ปี' },
  'forecast.horizon.five_years': { en: '5y', th: '5 ปี' },
  'forecast.finding.up': { en: '{name}: likely {amount} more by {day}', th: '{name} น่าจะเพิ่มขึ้น {amount} ภายใน {day}' },
  'forecast.finding.down': { en: '{name}: likely {amount} less by {day}', th: '{name} น่าจะลดลง {amount} ภายใน {day}' },
  'forecast.finding.same': { en: '{name}: likely the same by {day}, give or take {amount}', th: '{name} น่าจะเท่าเดิมถึง {day} (ต่าง {amount})' },
  'forecast.between': { en: 'on {day}, four times in five between {low} and {high}', th: 'ณ {day} โอกาส 4 ใน 5 ที่จะอยู่ระหว่าง {low} ถึง {high}' },
  'forecast.learned': {
    en: 'From what is scheduled and entered, and what came and went since {since}.',
    th: 'คำนวณจากกำหนดการ รายการที่บันทึกล่วงหน้า และเงินเข้าออกตั้งแต่ {since}'
  },
  'forecast.beside.more': { en: 'With “{scenario}”: {amount} more by {day}', th: 'ถ้า “{scenario}” จะมีมากกว่าเดิม {amount} ณ {day}' },
  'forecast.beside.less': { en: 'With “{scenario}”: {amount} less by {day}', th: 'ถ้า “{scenario}” จะมีน้อยกว่าเดิม {amount} ณ {day}' },
  'forecast.beside.same': { en: 'With “{scenario}”: no difference here by {day} ({amount})', th: 'ถ้า “{scenario}” ยอดนี้ไม่ต่างจากเดิม ณ {day} ({amount})' },

  'forecast.short.title': { en: { one: 'An account will want money', other: '{count} accounts will want money' }, th: { other: 'มี {count} บัญชีที่เงินอาจไม่พอ' } },
  'forecast.short.likely_empty': {
    en: '{account} is likely to run out on {day}: {missing} will be missing.', th: '{account} น่าจะเงินหมดในวันที่ {day} ขาดอยู่ {missing}'
  },
  'forecast.short.likely_floor': {
    en: '{account} is likely to fall below {floor} on {day}: {missing} will be missing.',
    th: '{account} น่าจะต่ำกว่า {floor} ในวันที่ {day} ขาดอยู่ {missing}'
  },
  'forecast.short.maybe_empty': {
    en: '{account} may run out as early as {day}: up to {missing} would be missing.',
    th: '{account} อาจเงินหมดได้ตั้งแต่ {day} ขาดไม่เกิน {missing}'
  },
  'forecast.short.maybe_floor': {
    en: '{account} may fall below {floor} as early as {day}: up to {missing} would be missing.',
    th: '{account} อาจต่ำกว่า {floor} ได้ตั้งแต่ {day} ขาดไม่เกิน {missing}'
  },
  'forecast.move': { en: 'Move {amount} from {from} by {day}.', th: 'โอน {amount} จาก {from} ภายใน {day}' },
  'forecast.move.prepare': { en: 'Prepare the transfer', th: 'เตรียมรายการโอน' },
  'forecast.move.none': { en: 'No other account of yours can spare that much in this currency.', th: 'ไม่มีบัญชีอื่นในสกุลเงินนี้ที่มีเงินเหลือพอให้โอน' },

  'forecast.floor': { en: 'At least', th: 'ยอดขั้นต่ำ' },
  'forecast.floor.none': { en: 'any', th: 'ไม่กำหนด' },
  'forecast.floor.of': { en: 'What {account} should hold at least', th: 'ยอดขั้นต่ำของ {account}' },
  'forecast.floor.edit': { en: '{account} should hold at least: {amount}. Change', th: 'ยอดขั้นต่ำของ {account}: {amount} เปลี่ยน' },
  'forecast.floor.done': { en: '{account} should hold at least {amount}', th: 'ตั้งยอดขั้นต่ำของ {account} เป็น {amount}' },
  'forecast.floor.cleared': { en: '{account} has no floor of its own any more', th: 'ล้างยอดขั้นต่ำของ {account} แล้ว' },

  'forecast.coming': { en: 'What comes', th: 'รายการที่จะมาถึง' },
  'forecast.coming.to': { en: 'What comes in {account}', th: 'รายการที่จะมาถึงใน {account}' },
  'forecast.coming.none': { en: 'Nothing is known to come in this time.', th: 'ไม่มีรายการที่รู้ล่วงหน้าในช่วงนี้' },
  'forecast.coming.more': { en: { one: 'Show {count} more', other: 'Show {count} more' }, th: { other: 'แสดงอีก {count} รายการ' } },
  'forecast.coming.fewer': { en: 'Show fewer', th: 'แสดงน้อยลง' },
  'forecast.entered': { en: 'Entered ahead', th: 'บันทึกไว้ล่วงหน้า' },

  'forecast.scenarios': { en: 'What if', th: 'ถ้าหากว่า' },
  'forecast.scenarios.text': {
    en: 'What if you take a loan, lose an income, or rent goes up? See it as a second line.',
    th: 'ถ้ากู้เงิน ขาดรายได้ หรือค่าเช่าขึ้น จะเป็นอย่างไร ดูเทียบเป็นอีกเส้นบนกราฟ'
  },
  'forecast.scenario.new': { en: 'New scenario', th: 'เพิ่มสถานการณ์' },
  'forecast.scenario.edit': { en: 'Edit the scenario', th: 'แก้ไขสถานการณ์' },
  'forecast.scenario.edit_named': { en: 'Edit {scenario}', th: 'แก้ไข {scenario}' },
  'forecast.scenario.remove': { en: 'Remove {scenario}', th: 'ลบ {scenario}' },
  'forecast.scenario.kept': { en: 'Kept the scenario {scenario}', th: 'บันทึกสถานการณ์ {scenario} แล้ว' },
  'forecast.scenario.removed': { en: 'Removed the scenario {scenario}', th: 'ลบสถานการณ์ {scenario} แล้ว' },
  'forecast.start': { en: 'Begin with', th: 'เริ่มจาก' },
  'forecast.start.loan': { en: 'A loan', th: 'กู้เงิน' },
  'forecast.start.income': { en: 'A lost income', th: 'ขาดรายได้' },
  'forecast.start.abroad': { en: 'A move abroad', th: 'ย้ายไปต่างประเทศ' },
  'forecast.start.without': { en: 'Without {payee}', th: 'ไม่มีรายได้จาก {payee}' },
  'forecast.scenario.name': { en: 'Name', th: 'ชื่อ' },
  'forecast.scenario.name.hint': { en: 'A year without the second job', th: 'เช่น หยุดงานเสริมหนึ่งปี' },
  'forecast.scenario.name.missing': { en: 'Give it a name.', th: 'โปรดตั้งชื่อ' },
  'forecast.change': { en: 'What changes', th: 'สิ่งที่เปลี่ยน' },
  'forecast.change.end': { en: 'Something ends', th: 'รายได้หรือรายจ่ายสิ้นสุด' },
  'forecast.change.change': { en: 'Something becomes more or less', th: 'รายได้หรือรายจ่ายเปลี่ยนจำนวน' },
  'forecast.change.payment': { en: 'Money comes or goes', th: 'มีเงินเข้าหรือออกเพิ่ม' },
  'forecast.change.loan': { en: 'A loan', th: 'กู้เงิน' },
  'forecast.change.cost': { en: 'Life costs more or less', th: 'ค่าครองชีพเปลี่ยน' },
  'forecast.change.rate': { en: 'A currency changes its worth', th: 'ค่าเงินเปลี่ยน' },
  'forecast.change.add': { en: 'Another change', th: 'เพิ่มสิ่งที่เปลี่ยน' },
  'forecast.change.remove': { en: 'Remove this change', th: 'เอาสิ่งที่เปลี่ยนนี้ออก' },
  'forecast.change.source': { en: 'Which one', th: 'รายการใด' },
  'forecast.change.source.hint': { en: 'Salary, rent, a subscription', th: 'เงินเดือน ค่าเช่า ค่าสมาชิก' },
  'forecast.change.direction': { en: 'Direction', th: 'ทิศทางเงิน' },
  'forecast.change.amount': { en: 'Amount', th: 'จำนวนเงิน' },
  'forecast.change.pace': { en: 'How often', th: 'ความถี่' },
  'forecast.change.rate_of_interest': { en: 'Interest a year, %', th: 'ดอกเบี้ยต่อปี (%)' },
  'forecast.change.months': { en: 'Months', th: 'จำนวนเดือน' },
  'forecast.change.commodity': { en: 'Currency', th: 'สกุลเงิน' },
  'forecast.change.percent': { en: 'Percent of what it is now', th: 'ร้อยละของจำนวนเดิม' },
  'forecast.change.percent.hint': { en: '100 is as now, 110 a tenth more.', th: '100 คือเท่าเดิม 110 คือเพิ่มหนึ่งในสิบ' },
  'forecast.change.from': { en: 'From', th: 'ตั้งแต่วันที่' },
  'forecast.change.missing.account': { en: 'Choose an account.', th: 'โปรดเลือกบัญชี' },
  'forecast.change.missing.amount': { en: 'Enter an amount above zero.', th: 'โปรดใส่จำนวนเงินที่มากกว่าศูนย์' },
  'forecast.change.missing.from': { en: 'Enter a day.', th: 'โปรดใส่วันที่' },
  'forecast.change.missing.source': { en: 'Choose what it is about.', th: 'โปรดเลือกรายการ' },
  'forecast.change.missing.percent': { en: 'Enter whole percent, as 110.', th: 'โปรดใส่ร้อยละเป็นจำนวนเต็ม เช่น 110' },
  'forecast.change.missing.months': { en: 'Enter 1 to 1200 months.', th: 'โปรดใส่ 1 ถึง 1200 เดือน' },
  'forecast.change.missing.rate': { en: 'Enter a rate, as 4.5.', th: 'โปรดใส่อัตราดอกเบี้ย เช่น 4.5' },
  'forecast.change.missing.commodity': { en: 'Choose a currency.', th: 'โปรดเลือกสกุลเงิน' },
  'forecast.pace.once': { en: 'Once', th: 'ครั้งเดียว' },
  'forecast.pace.weekly': { en: 'Every week', th: 'ทุกสัปดาห์' },
  'forecast.pace.monthly': { en: 'Every month', th: 'ทุกเดือน' },
  'forecast.pace.yearly': { en: 'Every year', th: 'ทุกปี' }
} as const satisfies Record<string, Message>;
