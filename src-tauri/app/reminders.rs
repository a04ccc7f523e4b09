//! Reminders on the desktop, in the system's own notifications.

use api::{AlertKind, AlertView, Language, Money, ReminderView, Reminders, Session};
use std::sync::Arc;
use std::time::Duration;

/// When a ledger that was opened with the window has shown its first screens.
const SETTLED: Duration = Duration::from_secs(20);
/// How often it is looked for reminders.
const AGAIN: Duration = Duration::from_secs(900);
/// A notification lists so many at most.
const LISTED: usize = 4;

/// Reminds of what comes, once a day, as long as the window is there.
pub fn start(session: Arc<Session>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SETTLED).await;
        loop {
            match session.reminders_take().await {
                Ok(Reminders { language, due, news }) => {
                    if !due.is_empty() {
                        show(due_title(language, due.len()), due.iter().map(|one| due_line(language, one)))
                            .await;
                    }
                    if !news.is_empty() {
                        show(news_title(language), news.iter().map(|one| news_line(language, one))).await;
                    }
                }
                Err(error) => crate::report(&error),
            }
            tokio::time::sleep(AGAIN).await;
        }
    });
}

async fn show(title: String, lines: impl Iterator<Item = String>) {
    let body = body(lines.collect());
    // The system's bus is waited for elsewhere: it has a runtime of its own.
    let shown = tokio::task::spawn_blocking(move || {
        let mut notification = notify_rust::Notification::new();
        notification.appname("Coffer").icon("coffer-app").summary(&title).body(&body);
        notification.show().map(|_| ())
    });
    match shown.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => crate::report(&error),
        Err(error) => crate::report(&error),
    }
}

fn body(mut lines: Vec<String>) -> String {
    if lines.len() > LISTED {
        lines.truncate(LISTED);
        lines.push("…".to_owned());
    }
    lines.join("\n")
}

fn due_title(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::English, 1) => "Something is due".to_owned(),
        (Language::English, count) => format!("{count} payments are due"),
        (Language::Thai, count) => format!("มีรายการถึงกำหนด {count} รายการ"),
    }
}

fn due_line(language: Language, reminder: &ReminderView) -> String {
    format!("{}: {}, {}", reminder.name, text(&reminder.amount), when(language, reminder.days))
}

fn news_title(language: Language) -> String {
    match language {
        Language::English => "News of your bills".to_owned(),
        Language::Thai => "ข่าวจากบิลของคุณ".to_owned(),
    }
}

fn news_line(language: Language, alert: &AlertView) -> String {
    let AlertView { payee, date, .. } = alert;
    let amount = text(&alert.amount);
    let before = alert.before.as_ref().map(text).unwrap_or_default();
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

fn text(money: &Money) -> String {
    format!("{} {}", money.amount, money.commodity)
}

fn when(language: Language, days: i32) -> String {
    match (language, days) {
        (Language::English, ..=-1) => format!("{} days ago", -days),
        (Language::English, 0) => "today".to_owned(),
        (Language::English, 1) => "tomorrow".to_owned(),
        (Language::English, _) => format!("in {days} days"),
        (Language::Thai, ..=-1) => format!("เลยกำหนด {} วัน", -days),
        (Language::Thai, 0) => "วันนี้".to_owned(),
        (Language::Thai, 1) => "พรุ่งนี้".to_owned(),
        (Language::Thai, _) => format!("อีก {days} วัน"),
    }
}
