//! Reminders on the desktop, in the system's own notifications.

use api::{Language, ReminderView, Session};
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
                Ok((language, reminders)) if !reminders.is_empty() => show(language, reminders).await,
                Ok(_) => {}
                Err(error) => crate::report(&error),
            }
            tokio::time::sleep(AGAIN).await;
        }
    });
}

async fn show(language: Language, reminders: Vec<ReminderView>) {
    // The system's bus is waited for elsewhere: it has a runtime of its own.
    let shown = tokio::task::spawn_blocking(move || {
        notify_rust::Notification::new()
            .appname("Coffer")
            .icon("coffer-app")
            .summary(&title(language, reminders.len()))
            .body(&body(language, &reminders))
            .show()
            .map(|_| ())
    });
    match shown.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => crate::report(&error),
        Err(error) => crate::report(&error),
    }
}

fn title(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::English, 1) => "Something is due".to_owned(),
        (Language::English, count) => format!("{count} payments are due"),
        (Language::Thai, count) => format!("มีรายการถึงกำหนด {count} รายการ"),
    }
}

fn body(language: Language, reminders: &[ReminderView]) -> String {
    let line = |reminder: &ReminderView| {
        let (name, amount) = (&reminder.name, &reminder.amount);
        format!("{name}: {} {}, {}", amount.amount, amount.commodity, when(language, reminder.days))
    };
    let mut lines: Vec<String> = reminders.iter().take(LISTED).map(line).collect();
    if reminders.len() > LISTED {
        lines.push("…".to_owned());
    }
    lines.join("\n")
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
