//! The bills in what was paid, each with its payments.

use crate::ApiError;
use ledger::{AccountId, CommodityId, Day, PayeeId, TransactionId};
use planning::{Bill, BillDecision, Dealing, Paid, find_bills};
use std::collections::{BTreeMap, HashMap};
use store::{LOOKED_BACK, Names, Reader};

/// One payment to a payee.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Payment {
    pub transaction: TransactionId,
    /// The account that paid.
    pub account: AccountId,
    /// In smallest units, above zero.
    pub units: i128,
}

/// A bill with its payments.
pub(crate) struct Found {
    pub payee: PayeeId,
    /// What for: a category, or the loan that it pays back.
    pub purpose: AccountId,
    pub commodity: CommodityId,
    pub bill: Bill,
    /// What the bill's places are places in.
    pub paid: Vec<Payment>,
    /// The last day on which something else was paid to the payee, and how often that was.
    pub other: Option<(Day, usize)>,
}

impl Found {
    /// The payments of the bill, oldest first.
    pub fn charges(&self) -> impl DoubleEndedIterator<Item = Payment> + '_ {
        self.bill.charges.iter().filter_map(|place| self.paid.get(*place).copied())
    }

    /// Payments that were made twice.
    pub fn doubles(&self) -> impl Iterator<Item = Payment> + '_ {
        self.bill.doubles.iter().filter_map(|place| self.paid.get(*place).copied())
    }

    /// Whether one of its payments is the transaction with this serial number.
    pub fn has(&self, serial: u32) -> bool {
        self.charges().chain(self.doubles()).any(|payment| payment.transaction.serial() == serial)
    }

    /// Whether a decision is about this payee, purpose and commodity.
    pub fn is_like(&self, decision: &BillDecision) -> bool {
        (self.payee, self.purpose, self.commodity) == (decision.payee, decision.purpose, decision.commodity)
    }
}

/// Every bill in what was paid up to today. Payments that lie ahead do not count.
pub(super) async fn find(reader: &mut Reader, names: &Names, today: Day) -> Result<Vec<Found>, ApiError> {
    let mut days: HashMap<PayeeId, Vec<TransactionId>> = HashMap::new();
    let mut paid: BTreeMap<(PayeeId, AccountId, CommodityId), Vec<Payment>> = BTreeMap::new();
    for Dealing { id, payee, sides } in reader.recurring_dealings(names, today).await? {
        if let Some(one) = planning::Payment::of(&sides) {
            let payment = Payment { transaction: id, account: one.account, units: one.units };
            days.entry(payee).or_default().push(id);
            paid.entry((payee, one.purpose, one.commodity)).or_default().push(payment);
        }
    }
    let long_ago = today.offset(-LOOKED_BACK);
    let mut found = Vec::new();
    for ((payee, purpose, commodity), payments) in paid {
        let rows: Vec<Paid> = payments
            .iter()
            .map(|payment| Paid { day: payment.transaction.day(), units: payment.units })
            .collect();
        for bill in find_bills(&rows, today) {
            let mut one = Found { payee, purpose, commodity, bill, paid: payments.clone(), other: None };
            if one.charges().next_back().is_none_or(|last| last.transaction.day() < long_ago) {
                continue;
            }
            let others = days.get(&payee).into_iter().flatten();
            let others: Vec<&TransactionId> = others.filter(|id| !one.has(id.serial())).collect();
            one.other = others.iter().max().map(|last| (last.day(), others.len()));
            found.push(one);
        }
    }
    Ok(found)
}
