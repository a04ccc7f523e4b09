//! Prices.

use super::{Row, corrupt};
use crate::{Reader, StoreError};
use ledger::{CommodityId, Day, Price};
use sqlx::sqlite::SqliteConnection;

impl Row for Price {
    async fn stored(&self, connection: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let sql = "SELECT rate FROM price WHERE commodity_id = ? AND quote_id = ? AND day = ?";
        let rate: Option<String> = sqlx::query_scalar(sql)
            .bind(self.commodity.0)
            .bind(self.quote.0)
            .bind(self.day.number())
            .fetch_optional(connection)
            .await?;
        rate.map(|rate| Ok(Self { rate: rate.parse().map_err(corrupt)?, ..self.clone() })).transpose()
    }

    async fn put(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO price (commodity_id, quote_id, day, rate) VALUES (?, ?, ?, ?)
             ON CONFLICT (commodity_id, quote_id, day) DO UPDATE SET rate = excluded.rate",
        )
        .bind(self.commodity.0)
        .bind(self.quote.0)
        .bind(self.day.number())
        .bind(self.rate.to_string())
        .execute(connection)
        .await?;
        Ok(())
    }

    async fn remove(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM price WHERE commodity_id = ? AND quote_id = ? AND day = ?")
            .bind(self.commodity.0)
            .bind(self.quote.0)
            .bind(self.day.number())
            .execute(connection)
            .await?;
        Ok(())
    }

    fn noun(&self) -> String {
        format!("the price of {}", self.day)
    }
}

/// Commodity, quote, day and rate, as stored.
pub(crate) type StoredPrice = (i64, i64, i64, String);

pub(crate) fn read((commodity, quote, day, rate): StoredPrice) -> Result<Price, StoreError> {
    Ok(Price {
        commodity: CommodityId(commodity),
        quote: CommodityId(quote),
        day: Day::from_number(day).ok_or_else(|| corrupt(format!("price on day {day}")))?,
        rate: rate.parse().map_err(corrupt)?,
    })
}

impl Reader {
    /// Every price, or those of one commodity, in order of day.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn prices(&mut self, commodity: Option<CommodityId>) -> Result<Vec<Price>, StoreError> {
        let rows: Vec<StoredPrice> = sqlx::query_as(
            "SELECT commodity_id, quote_id, day, rate FROM price WHERE ?1 IS NULL OR commodity_id = ?1 ORDER BY day",
        )
        .bind(commodity.map(|commodity| commodity.0))
        .fetch_all(self.connection())
        .await?;
        rows.into_iter().map(read).collect()
    }

    /// The latest price of each pair on or before each of `days`: what valuing those days needs, however many
    /// prices there are.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn prices_at(&mut self, days: &[Day]) -> Result<Vec<Price>, StoreError> {
        self.latest_prices(days, None).await
    }

    /// As [`Reader::prices_at`], of the pairs among these commodities alone.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn prices_among(
        &mut self,
        days: &[Day],
        among: &[CommodityId],
    ) -> Result<Vec<Price>, StoreError> {
        let among: Vec<i64> = among.iter().map(|commodity| commodity.0).collect();
        self.latest_prices(days, Some(serde_json::json!(among).to_string())).await
    }

    async fn latest_prices(&mut self, days: &[Day], among: Option<String>) -> Result<Vec<Price>, StoreError> {
        let days = serde_json::json!(days.iter().map(|day| day.number()).collect::<Vec<_>>()).to_string();
        // The prices of a pair come as one row: each row costs a handover between two threads.
        let rows: Vec<(i64, i64, String)> = sqlx::query_as(
            "WITH RECURSIVE
             priced (id) AS (
                SELECT min(commodity_id) FROM price
                UNION ALL
                SELECT (SELECT min(commodity_id) FROM price WHERE commodity_id > priced.id)
                FROM priced WHERE priced.id IS NOT NULL
             ),
             pair (commodity_id, quote_id) AS (
                SELECT id, (SELECT min(quote_id) FROM price WHERE commodity_id = priced.id)
                FROM priced WHERE id IS NOT NULL
                UNION ALL
                SELECT commodity_id, (
                    SELECT min(quote_id) FROM price
                    WHERE commodity_id = pair.commodity_id AND quote_id > pair.quote_id
                )
                FROM pair WHERE quote_id IS NOT NULL
             )
             SELECT commodity_id, quote_id, json_group_array(json_array(day, rate)) FROM (
                SELECT DISTINCT price.commodity_id, price.quote_id, price.day, price.rate
                FROM pair, json_each(?1) AS wanted, price
                WHERE (?2 IS NULL OR pair.commodity_id IN (SELECT value FROM json_each(?2))
                       AND pair.quote_id IN (SELECT value FROM json_each(?2)))
                  AND price.commodity_id = pair.commodity_id AND price.quote_id = pair.quote_id
                  AND price.day = (
                    SELECT max(day) FROM price AS p
                    WHERE p.commodity_id = pair.commodity_id AND p.quote_id = pair.quote_id AND p.day <= wanted.value
                  )
             )
             GROUP BY commodity_id, quote_id",
        )
        .bind(days)
        .bind(among)
        .fetch_all(self.connection())
        .await?;
        let mut prices = Vec::new();
        for (commodity, quote, days) in rows {
            let days: Vec<(i64, String)> = serde_json::from_str(&days).map_err(corrupt)?;
            for (day, rate) in days {
                prices.push(read((commodity, quote, day, rate))?);
            }
        }
        Ok(prices)
    }
}
