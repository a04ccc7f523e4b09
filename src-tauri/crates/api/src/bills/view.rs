//! Bills as they cross to a screen.

use crate::{Id, Money};
use serde::Serialize;
use specta::Type;

/// Every bill, and what they cost together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct BillsView {
    /// The bills: those that run by their next day, then those that ended.
    pub bills: Vec<BillView>,
    /// What those that run and were not dismissed cost in a year, in the ledger's currency.
    pub yearly: String,
    /// The same by month.
    pub monthly: String,
    /// Codes of commodities without a rate, whose bills are not in these sums.
    pub unvalued: Vec<String>,
}

/// What a person said of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BillState {
    /// Nothing yet.
    Found,
    /// It is one, and a schedule tells when it comes.
    Confirmed,
    /// It is none, or nobody wants to see it.
    Dismissed,
}

/// How often a bill comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BillRhythm {
    /// Every seven days.
    Weekly,
    /// Every fourteen days.
    Fortnightly,
    /// Every 28 days.
    FourWeekly,
    /// Every month.
    Monthly,
    /// Every second month.
    TwoMonthly,
    /// Every third month.
    Quarterly,
    /// Every sixth month.
    HalfYearly,
    /// Every year.
    Yearly,
    /// By a rule of its schedule that is none of these.
    Other,
}

/// A bill or subscription. Amounts are above zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BillView {
    /// What it is known by.
    pub key: String,
    /// What a person said of it.
    pub state: BillState,
    /// Its schedule, once it is confirmed.
    pub schedule: Option<Id>,
    /// Who is paid.
    pub payee: String,
    /// The payee's number.
    pub payee_id: Id,
    /// The category, or the loan that it pays back.
    pub category: Id,
    /// That category's full name.
    pub category_path: String,
    /// The account that pays.
    pub account: Id,
    /// That account's full name.
    pub account_path: String,
    /// How often.
    pub rhythm: BillRhythm,
    /// What the next payment will be.
    pub amount: Money,
    /// `true` where the amount stays the same but for changes of price.
    pub steady: bool,
    /// The smallest payment of the last year.
    pub least: Money,
    /// The largest payment of the last year.
    pub most: Money,
    /// By how many days payments miss the rhythm at most.
    pub drift_days: u32,
    /// The day of the next payment; none where it has ended.
    pub next: Option<String>,
    /// The day of the last payment.
    pub last: String,
    /// `true` where no payment came when one was due.
    pub ended: bool,
    /// What it costs in a year, in the amount's commodity.
    pub yearly: Money,
    /// The same in the ledger's currency; none where there is no rate.
    pub yearly_base: Option<String>,
    /// The prices that it had, oldest first; none where every payment differs.
    pub prices: Vec<BillPrice>,
    /// The newest rise of its price.
    pub rise: Option<PriceRise>,
    /// The day on which a trial turned into a paid subscription.
    pub trial_paid: Option<String>,
    /// Payments that were made twice.
    pub doubles: Vec<BillCharge>,
    /// The day on which something else was last paid to the payee, where that was usual and is long ago.
    pub unused_since: Option<String>,
    /// How many payments it had.
    pub count: u32,
    /// Those payments, newest first, at most 60 of them.
    pub evidence: Vec<BillCharge>,
    /// What a person noted: how to cancel it, and until when.
    pub note: String,
}

/// A price and the day of its first payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BillPrice {
    /// The day.
    pub date: String,
    /// The price.
    pub amount: Money,
}

/// A rise of the price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PriceRise {
    /// The day of the first payment at the new price.
    pub date: String,
    /// The price before.
    pub from: Money,
    /// The price since.
    pub to: Money,
    /// By how much, in percent with one decimal.
    pub percent: String,
}

/// One payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BillCharge {
    /// Its transaction.
    pub transaction: String,
    /// Its day.
    pub date: String,
    /// How much.
    pub amount: Money,
}
