//! Reminders on the desktop, in the system's own notifications.

use api::{Notice, Session};
use std::sync::Arc;
use std::time::Duration;

/// When a ledger that was opened with the window has shown its first screens.
const SETTLED: Duration = Duration::from_secs(20);
/// How often it is looked for reminders.
const AGAIN: Duration = Duration::from_secs(900);

/// Reminds of what comes, once a day, as long as the window is there.
pub fn start(session: Arc<Session>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(SETTLED).await;
        loop {
            match session.reminders_take().await {
                Ok(notices) => {
                    for notice in notices {
                        show(notice).await;
                    }
                }
                Err(error) => crate::report(&error),
            }
            tokio::time::sleep(AGAIN).await;
        }
    });
}

async fn show(Notice { title, body }: Notice) {
    // The system's bus is waited for elsewhere: it has a runtime of its own.
    let shown = tokio::task::spawn_blocking(move || {
        let mut notification = notify_rust::Notification::new();
        notification.appname("Coffer").icon("coffer-app").summary(&title).body(&body).show().map(|_| ())
    });
    match shown.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => crate::report(&error),
        Err(error) => crate::report(&error),
    }
}
