//! What the desktop says of what comes, in the words of a person's language.

use super::{AlertKind, AlertView, ReminderView};
use crate::{Language, Money};
use reports::Locale;

/// A notification lists so many at most.
const LISTED: usize = 4;

/// A notification of the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its first line.
    pub title: String,
    /// What stands below.
    pub body: String,
}

impl Notice {
    /// All reminders in one notification; none when there are none.
    pub(crate) fn of_due(language: Language, reminders: &[ReminderView]) -> Option<Self> {
        match reminders {
            [] => None,
            [one] => Some(Self { title: due(language, one), body: written(&one.amount) }),
            _ => {
                let body = listed(reminders.iter().map(|one| line(language, one)));
                Some(Self { title: many(language, reminders.len()), body })
            }
        }
    }

    /// What is new of the bills, in one notification; none when nothing is.
    pub(crate) fn of_news(language: Language, news: &[AlertView]) -> Option<Self> {
        let title = match language {
            Language::English => "News of your bills",
            Language::Thai => "ข่าวจากบิลของคุณ",
        };
        let body = listed(news.iter().map(|one| news_line(language, one)));
        (!news.is_empty()).then(|| Self { title: title.to_owned(), body })
    }
}

/// As many lines as there is room for.
fn listed(lines: impl Iterator<Item = String>) -> String {
    let mut lines: Vec<String> = lines.take(LISTED + 1).collect();
    if let Some(beyond) = lines.get_mut(LISTED) {
        "…".clone_into(beyond);
    }
    lines.join("\n")
}

fn news_line(language: Language, alert: &AlertView) -> String {
    let AlertView { payee, date, .. } = alert;
    let amount = sized(&alert.amount);
    let before = alert.before.as_ref().map(sized).unwrap_or_default();
    match (language, alert.kind) {
        (Language::English, AlertKind::Renewal) => format!("{payee} renews on {date}: {amount}"),
        (Language::Thai, AlertKind::Renewal) => format!("{payee} จะต่ออายุ {date} ยอด {amount}"),
        (Language::English, AlertKind::PriceChanged) => format!("{payee}: {amount} instead of {before}"),
        (Language::Thai, AlertKind::PriceChanged) => format!("{payee} เปลี่ยนราคาจาก {before} เป็น {amount}"),
        (Language::English, AlertKind::TrialPaid) => format!("{payee}: the trial is over, {amount}"),
        (Language::Thai, AlertKind::TrialPaid) => format!("{payee} พ้นช่วงทดลองแล้ว เก็บ {amount}"),
        (Language::English, AlertKind::Double) => format!("{payee} was paid twice on {date}: {amount}"),
        (Language::Thai, AlertKind::Double) => format!("จ่าย {payee} ซ้ำเมื่อ {date} ยอด {amount}"),
    }
}

fn many(language: Language, count: usize) -> String {
    match language {
        Language::English => format!("{count} payments are due"),
        Language::Thai => format!("มี {count} รายการที่ถึงกำหนด"),
    }
}

fn due(language: Language, ReminderView { name, days, .. }: &ReminderView) -> String {
    let when = when(language, *days);
    match (language, days) {
        (Language::English, ..=-1) => format!("{name} was due {when}"),
        (Language::English, _) => format!("{name} is due {when}"),
        (Language::Thai, ..=-1) => format!("{name} {when}"),
        (Language::Thai, _) => format!("{name} ถึงกำหนด{when}"),
    }
}

fn line(language: Language, ReminderView { name, days, amount, .. }: &ReminderView) -> String {
    let (amount, when) = (written(amount), when(language, *days));
    match language {
        Language::English => format!("{name}: {amount}, {when}"),
        Language::Thai => format!("{name}: {amount} {when}"),
    }
}

fn when(language: Language, days: i32) -> String {
    match (language, days) {
        (Language::English, ..=-2) => format!("{} days ago", -days),
        (Language::English, -1) => "yesterday".to_owned(),
        (Language::English, 0) => "today".to_owned(),
        (Language::English, 1) => "tomorrow".to_owned(),
        (Language::English, _) => format!("in {days} days"),
        (Language::Thai, ..=-1) => format!("เลยกำหนดมา {} วัน", -days),
        (Language::Thai, 0) => "วันนี้".to_owned(),
        (Language::Thai, 1) => "พรุ่งนี้".to_owned(),
        (Language::Thai, _) => format!("ในอีก {days} วัน"),
    }
}

/// What is paid without a sign, what comes in with one: `4,500.00 THB`, `+20,000.00 THB`.
fn written(money: &Money) -> String {
    let sign = if money.amount.starts_with('-') { "" } else { "+" };
    format!("{sign}{}", sized(money))
}

/// An amount without its sign.
fn sized(Money { amount, commodity }: &Money) -> String {
    format!("{} {commodity}", Locale::ENGLISH.number(amount.trim_start_matches('-')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OccurrenceKey;

    fn reminder(name: &str, days: i32, amount: &str) -> ReminderView {
        ReminderView {
            occurrence: OccurrenceKey { schedule: 1, nominal: "2026-12-01".to_owned() },
            name: name.to_owned(),
            date: "2026-12-01".to_owned(),
            days,
            amount: Money { amount: amount.to_owned(), commodity: "THB".to_owned() },
        }
    }

    #[test]
    fn one_reminder_says_what_is_due_when_and_how_much() {
        for (days, amount, english, thai, body) in [
            (-3, "-890.00", "Rent was due 3 days ago", "Rent เลยกำหนดมา 3 วัน", "890.00 THB"),
            (-1, "-890.00", "Rent was due yesterday", "Rent เลยกำหนดมา 1 วัน", "890.00 THB"),
            (0, "-1234567.50", "Rent is due today", "Rent ถึงกำหนดวันนี้", "1,234,567.50 THB"),
            (1, "20000.00", "Rent is due tomorrow", "Rent ถึงกำหนดพรุ่งนี้", "+20,000.00 THB"),
            (7, "-890.00", "Rent is due in 7 days", "Rent ถึงกำหนดในอีก 7 วัน", "890.00 THB"),
        ] {
            for (language, title) in [(Language::English, english), (Language::Thai, thai)] {
                let notice = Notice::of_due(language, &[reminder("Rent", days, amount)]).unwrap();
                assert_eq!((notice.title.as_str(), notice.body.as_str()), (title, body));
            }
        }
    }

    #[test]
    fn news_of_the_bills_are_told_in_one_notification() {
        assert_eq!(Notice::of_news(Language::English, &[]), None);
        let money = |amount: &str| Money { amount: amount.to_owned(), commodity: "THB".to_owned() };
        for (kind, english, thai) in [
            (
                AlertKind::Renewal,
                "Tunes renews on 2026-12-01: 1,290.00 THB",
                "Tunes จะต่ออายุ 2026-12-01 ยอด 1,290.00 THB",
            ),
            (
                AlertKind::PriceChanged,
                "Tunes: 1,290.00 THB instead of 990.00 THB",
                "Tunes เปลี่ยนราคาจาก 990.00 THB เป็น 1,290.00 THB",
            ),
        ] {
            let alert = AlertView {
                kind,
                bill: "1".to_owned(),
                payee: "Tunes".to_owned(),
                date: "2026-12-01".to_owned(),
                amount: money("1290.00"),
                before: Some(money("990.00")),
            };
            for (language, body) in [(Language::English, english), (Language::Thai, thai)] {
                assert_eq!(Notice::of_news(language, std::slice::from_ref(&alert)).unwrap().body, body);
            }
        }
    }

    #[test]
    fn several_reminders_are_listed_as_far_as_there_is_room() {
        assert_eq!(Notice::of_due(Language::English, &[]), None);
        let mut due = vec![reminder("Rent", 0, "-14500.00"), reminder("Pay", 1, "52000.00")];
        let notice = Notice::of_due(Language::Thai, &due).unwrap();
        assert_eq!(notice.title, "มี 2 รายการที่ถึงกำหนด");
        assert_eq!(notice.body, "Rent: 14,500.00 THB วันนี้\nPay: +52,000.00 THB พรุ่งนี้");
        due.extend((2..6).map(|days| reminder("Gym", days, "-890.00")));
        let notice = Notice::of_due(Language::English, &due).unwrap();
        assert_eq!(notice.title, "6 payments are due");
        assert_eq!(notice.body.lines().count(), 5);
        assert!(notice.body.ends_with("Gym: 890.00 THB, in 3 days\n…"), "{}", notice.body);
    }
}
