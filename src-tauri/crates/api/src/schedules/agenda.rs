//! Everything that comes again, read at once, to be asked about days.

use super::{
    OccurrenceKey, OccurrenceState, OccurrenceView, ScheduleAmount, ScheduleKind, ScheduleMode, ScheduleView,
};
use super::{PartView, ScheduleShift};
use crate::accounts::{find, parse_day, to_id};
use crate::{ApiError, Id, Money};
use ledger::{AccountId, Amount, Day, PayeeId, Quantity, TagId, TransactionId};
use planning::{
    Coming, Country, Exception, Mode, OwnHoliday, Planned, Schedule, ScheduleId, Shift, Standing, Workdays,
};
use std::collections::HashMap;
use store::{Names, Reader};

/// Schedules with what was said of them, and the names of everything in them.
pub(crate) struct Agenda {
    pub today: Day,
    pub names: Names,
    pub schedules: Vec<Schedule>,
    pub own_holidays: Vec<OwnHoliday>,
    exceptions: HashMap<ScheduleId, Vec<Exception>>,
    payees: HashMap<PayeeId, String>,
    tags: HashMap<TagId, String>,
    workdays: HashMap<String, Workdays>,
    everywhere: Workdays,
}

/// How far ahead the next occurrence is looked for, in days: nothing comes less often than every fourth year.
const HORIZON: i32 = 1500;

impl Agenda {
    pub async fn read(reader: &mut Reader, today: Day) -> Result<Self, ApiError> {
        let names = reader.names().await?;
        let schedules = reader.schedules().await?;
        let own_holidays = reader.own_holidays().await?;
        let mut exceptions: HashMap<ScheduleId, Vec<Exception>> = HashMap::new();
        for exception in reader.exceptions(None).await? {
            exceptions.entry(exception.schedule).or_default().push(exception);
        }
        let payees = reader.payee_names(schedules.iter().filter_map(|schedule| schedule.payee)).await?;
        let tags = if schedules.iter().all(|schedule| schedule.tags.is_empty()) {
            HashMap::new()
        } else {
            reader.tags().await?.into_iter().map(|tag| (tag.id, tag.name)).collect()
        };
        let mut countries: Vec<&String> =
            schedules.iter().filter_map(|schedule| schedule.country.as_ref()).collect();
        countries.sort_unstable();
        countries.dedup();
        let workdays = countries
            .into_iter()
            .map(|country| (country.clone(), workdays(country, &own_holidays)))
            .collect();
        Ok(Self {
            today,
            names,
            schedules,
            own_holidays,
            exceptions,
            payees,
            tags,
            workdays,
            everywhere: Workdays::default(),
        })
    }

    pub fn schedule(&self, id: Id) -> Result<&Schedule, ApiError> {
        let found = self.schedules.iter().find(|schedule| schedule.id.0 == i64::from(id));
        found.ok_or_else(|| ApiError::missing(format!("schedule {id}")))
    }

    pub fn exceptions(&self, schedule: ScheduleId) -> &[Exception] {
        self.exceptions.get(&schedule).map_or(&[], Vec::as_slice)
    }

    pub fn workdays(&self, schedule: &Schedule) -> &Workdays {
        let own = schedule.country.as_ref().and_then(|country| self.workdays.get(country));
        own.unwrap_or(&self.everywhere)
    }

    /// What a schedule brings on the days `from` to `to`.
    pub fn coming(&self, schedule: &Schedule, from: Day, to: Day) -> Vec<Coming> {
        schedule.coming(from, to, self.workdays(schedule), self.exceptions(schedule.id))
    }

    /// What has come by today and waits for a person, oldest first.
    pub fn due(&self, schedule: &Schedule) -> Vec<Coming> {
        let mut coming = self.coming(schedule, schedule.since, self.today);
        coming.retain(|coming| coming.standing == Standing::Open);
        coming
    }

    /// What the next time will bring.
    pub fn expected(&self, schedule: &Schedule) -> Quantity {
        let in_books = self.exceptions(schedule.id).iter();
        let in_books = in_books.filter(|exception| exception.standing.transaction().is_some());
        let past: Vec<Quantity> = in_books.filter_map(|exception| exception.quantity).collect();
        schedule.planned.expected(&past)
    }

    /// How much an occurrence brings.
    pub fn quantity(&self, schedule: &Schedule, coming: &Coming) -> Quantity {
        coming.quantity.unwrap_or_else(|| self.expected(schedule))
    }

    /// One occurrence, by the day that its rule names.
    pub fn find(&self, key: &OccurrenceKey) -> Result<(&Schedule, Coming), ApiError> {
        let schedule = self.schedule(key.schedule)?;
        let nominal = parse_day(&key.nominal)?;
        let exceptions = self.exceptions(schedule.id);
        let moved = exceptions.iter().find(|exception| exception.nominal == nominal);
        let booked = moved.and_then(|moved| moved.standing.transaction()).map(TransactionId::day);
        let around = booked.or(moved.and_then(|moved| moved.day)).unwrap_or(nominal);
        let coming = self.coming(schedule, around.offset(-40), around.offset(40));
        let found = coming.into_iter().find(|coming| coming.nominal == nominal);
        let missing = || {
            let name = self.name(schedule);
            ApiError::missing(format!("an occurrence of “{name}” on {nominal}"))
        };
        found.map(|coming| (schedule, coming)).ok_or_else(missing)
    }

    /// What a schedule is called.
    pub fn name(&self, schedule: &Schedule) -> String {
        if !schedule.name.is_empty() {
            return schedule.name.clone();
        }
        let payee = self.payee(schedule);
        if !payee.is_empty() {
            return payee;
        }
        schedule.parts.first().map(|part| self.leaf(part.account)).unwrap_or_default()
    }

    fn leaf(&self, account: AccountId) -> String {
        self.names.accounts.get(account).map(|account| account.name.clone()).unwrap_or_default()
    }

    pub fn payee(&self, schedule: &Schedule) -> String {
        schedule.payee.and_then(|payee| self.payees.get(&payee).cloned()).unwrap_or_default()
    }

    pub fn money(&self, schedule: &Schedule, quantity: Quantity) -> Money {
        Money::of(Amount::new(quantity, schedule.commodity), &self.names)
    }

    pub fn kind(&self, schedule: &Schedule) -> ScheduleKind {
        let moved = schedule.parts.iter().all(|part| self.names.is_holding(part.account));
        match (moved, self.expected(schedule).is_negative()) {
            (true, _) => ScheduleKind::Transfer,
            (false, true) => ScheduleKind::Expense,
            (false, false) => ScheduleKind::Income,
        }
    }

    /// The next occurrence that nothing has become of, from today on.
    pub fn next(&self, schedule: &Schedule) -> Option<Coming> {
        let from = self.today.max(schedule.since);
        let coming = self.coming(schedule, from, from.max(schedule.recurrence.start()).offset(HORIZON));
        coming.into_iter().find(|coming| coming.standing == Standing::Open)
    }

    /// What the coming twelve months bring.
    pub fn yearly(&self, schedule: &Schedule) -> Quantity {
        let from = self.today.max(schedule.since);
        let open = self.coming(schedule, from, self.today.offset(364));
        let open = open.iter().filter(|coming| coming.standing != Standing::Skipped);
        let sum = open.map(|coming| self.quantity(schedule, coming).units()).sum();
        Quantity::new(sum).unwrap_or_default()
    }

    pub fn schedule_view(&self, schedule: &Schedule) -> Result<ScheduleView, ApiError> {
        let money = |quantity| self.money(schedule, quantity);
        let amount = match schedule.planned {
            Planned::Fixed(amount) => ScheduleAmount::Fixed { amount: money(amount) },
            Planned::Range { least, most } => {
                ScheduleAmount::Range { least: money(least), most: money(most) }
            }
            Planned::Average { of, first } => ScheduleAmount::Average { of: of.into(), first: money(first) },
        };
        let part = |part: &planning::Part| {
            let path = self.names.accounts.path(part.account);
            Ok(PartView { account: to_id(part.account.0)?, path, amount: part.quantity.map(money) })
        };
        let recurrence = &schedule.recurrence;
        Ok(ScheduleView {
            id: to_id(schedule.id.0)?,
            name: self.name(schedule),
            kind: self.kind(schedule),
            payee: self.payee(schedule),
            account: to_id(schedule.account.0)?,
            path: self.names.accounts.path(schedule.account),
            amount,
            expected: money(self.expected(schedule)),
            parts: schedule.parts.iter().map(part).collect::<Result<_, ApiError>>()?,
            note: schedule.note.clone(),
            tags: schedule.tags.iter().filter_map(|tag| self.tags.get(tag).cloned()).collect(),
            start: recurrence.start().to_string(),
            rule: recurrence
                .until()
                .map_or_else(|| recurrence.rule().map(str::to_owned), |_| recurrence.rule_without_end()),
            until: recurrence.until().map(|until| until.to_string()),
            shift: match recurrence.shift() {
                Shift::Stay => ScheduleShift::Stay,
                Shift::Before => ScheduleShift::Before,
                Shift::After => ScheduleShift::After,
            },
            country: schedule.country.clone(),
            mode: mode(schedule),
            remind_days: schedule.remind.map(u32::from),
            since: schedule.since.to_string(),
            next: self.next(schedule).map(|next| next.day.to_string()),
            yearly: money(self.yearly(schedule)),
            bill: None,
        })
    }

    pub fn occurrence_view(&self, schedule: &Schedule, coming: &Coming) -> Result<OccurrenceView, ApiError> {
        let in_books = coming.standing.transaction();
        let state = match coming.standing {
            Standing::Skipped => OccurrenceState::Skipped,
            Standing::Posted { .. } => OccurrenceState::Posted,
            Standing::Matched { .. } => OccurrenceState::Matched,
            Standing::Open if coming.day < schedule.since => OccurrenceState::History,
            Standing::Open if coming.day <= self.today => OccurrenceState::Due,
            Standing::Open => OccurrenceState::Upcoming,
        };
        let late = self.today.number() - coming.day.number();
        let overdue = if state == OccurrenceState::Due { u32::try_from(late).unwrap_or(0) } else { 0 };
        let own = in_books.is_none() && coming.quantity.is_some();
        Ok(OccurrenceView {
            schedule: to_id(schedule.id.0)?,
            nominal: coming.nominal.to_string(),
            date: coming.day.to_string(),
            name: self.name(schedule),
            kind: self.kind(schedule),
            payee: self.payee(schedule),
            amount: self.money(schedule, self.quantity(schedule, coming)),
            estimated: coming.quantity.is_none() && !schedule.planned.is_certain(),
            account: to_id(schedule.account.0)?,
            path: self.names.accounts.path(schedule.account),
            other: schedule
                .parts
                .first()
                .map(|part| self.names.accounts.path(part.account))
                .unwrap_or_default(),
            state,
            mode: mode(schedule),
            transaction: in_books.map(|id| id.to_string()),
            changed: own || (coming.day != coming.nominal && !coming.shifted && in_books.is_none()),
            shifted: coming.shifted,
            overdue,
        })
    }

    /// Everything that comes between two days, in order of day.
    pub fn occurrences(&self, from: Day, to: Day) -> Result<Vec<OccurrenceView>, ApiError> {
        let mut views = Vec::new();
        for schedule in &self.schedules {
            for coming in self.coming(schedule, from, to) {
                views.push(self.occurrence_view(schedule, &coming)?);
            }
        }
        views.sort_by(|a, b| (&a.date, &a.name, a.schedule).cmp(&(&b.date, &b.name, b.schedule)));
        Ok(views)
    }

    /// Refuses an account that is closed or not one's own.
    pub fn own_account(names: &Names, account: AccountId) -> Result<(), ApiError> {
        let found = find(names, account)?;
        if !names.is_holding(account) {
            return Err(ApiError::invalid(format!(
                "“{}” holds no money; name an account that does",
                found.name
            )));
        }
        Ok(())
    }
}

fn mode(schedule: &Schedule) -> ScheduleMode {
    match schedule.mode {
        Mode::Ask => ScheduleMode::Ask,
        Mode::Post => ScheduleMode::Post,
    }
}

/// The workdays of a country, with what a person added and struck out.
pub(super) fn workdays(code: &str, own: &[OwnHoliday]) -> Workdays {
    let mut workdays = Country::find(code).map_or_else(Workdays::default, Country::workdays);
    for holiday in own.iter().filter(|holiday| holiday.country == code) {
        workdays.set_holiday(holiday.day, holiday.name.is_some());
    }
    workdays
}
