//! What a person is told of the bills without asking: each thing once.

use super::due::{AlertKind, AlertView};
use crate::{ApiError, Books};

/// What Coffer remembers of the day on which it last looked for news.
const LOOKED: &str = "news_looked";

impl Books {
    /// What is worth knowing of the bills and was not told before, soonest first; looked for once a day. The first time
    /// only renewals are told: what has happened before a person came is no news.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn news_take(&self) -> Result<Vec<AlertView>, ApiError> {
        let today = i64::from(self.today().number());
        let looked = self.store.read().await?.mark(LOOKED).await?;
        if looked >= Some(today) {
            return Ok(Vec::new());
        }
        let mut news = Vec::new();
        for alert in self.due_now().await?.alerts {
            let told = told(&alert);
            if self.store.read().await?.mark(&told).await?.is_some() {
                continue;
            }
            self.store.write().await?.keep_mark(&told, today).await?;
            if looked.is_some() || alert.kind == AlertKind::Renewal {
                news.push(alert);
            }
        }
        self.store.write().await?.keep_mark(LOOKED, today).await?;
        Ok(news)
    }
}

/// What it is remembered by that an alert was told.
fn told(alert: &AlertView) -> String {
    let kind = match alert.kind {
        AlertKind::Renewal => "renewal",
        AlertKind::PriceChanged => "price",
        AlertKind::TrialPaid => "trial",
        AlertKind::Double => "double",
    };
    format!("told/{kind}/{}/{}", alert.bill, alert.date)
}
