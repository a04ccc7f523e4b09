import { accounts } from './messages/accounts.ts';
import { bills } from './messages/bills.ts';
import { budget } from './messages/budget.ts';
import { charts } from './messages/charts.ts';
import { closing } from './messages/closing.ts';
import { common } from './messages/common.ts';
import { errors } from './messages/errors.ts';
import { forecast } from './messages/forecast.ts';
import { form } from './messages/form.ts';
import { frame } from './messages/frame.ts';
import { insight } from './messages/insight.ts';
import { goals } from './messages/goals.ts';
import { history } from './messages/history.ts';
import { scheduleHistory } from './messages/schedule-history.ts';
import { overview } from './messages/overview.ts';
import { rates } from './messages/rates.ts';
import { payees } from './messages/payees.ts';
import { reconcile } from './messages/reconcile.ts';
import { review } from './messages/review.ts';
import { reports } from './messages/reports.ts';
import { imports } from './messages/import.ts';
import { reading } from './messages/reading.ts';
import { rules } from './messages/rules.ts';
import { register } from './messages/register.ts';
import { schedules } from './messages/schedules.ts';
import { screens } from './messages/screens.ts';
import { session } from './messages/session.ts';
import { settings } from './messages/settings.ts';
import { widgets } from './messages/widgets.ts';

/** Every text of the interface; a new area of it is one more file here. */
export const catalogue = { ...accounts, ...budget, ...common, ...errors, ...form, ...forecast, ...frame, ...goals, ...insight, ...history, ...scheduleHistory, ...imports, ...reading, ...rules, ...widgets, ...charts, ...register, ...screens, ...session, ...settings, ...closing, ...reconcile, ...review, ...payees, ...overview, ...rates, ...bills, ...schedules, ...reports } as const;

export type Catalogue = typeof catalogue;
export type MessageKey = keyof Catalogue;
