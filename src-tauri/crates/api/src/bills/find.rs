//! The bills in what was paid, each with its payments.

use crate::ApiError;
use ledger::{AccountId, AccountKind, AccountType, CommodityId, Day, PayeeId, TransactionId};
use planning::{Bill, BillDecision, Paid, find_bills};
use std::collections::{BTreeMap, HashMap};
use store::{Names, PaymentLeg, Reader};

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

/// How far back payments are looked at, in days: three years and a quarter, so that what comes yearly has come three times.
const LOOKED_BACK: i32 = 1_190;

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
    let since = today.offset(-LOOKED_BACK);
    let loans = names.accounts.walk().into_iter().filter(|account| account.kind == AccountKind::Loan);
    let loans: Vec<AccountId> = loans.map(|account| account.id).collect();
    let billers = reader.possible_billers(since, &loans).await?;
    let legs = reader.payments_to(&billers, since).await?;
    let mut days: HashMap<PayeeId, Vec<TransactionId>> = HashMap::new();
    let mut paid: BTreeMap<(PayeeId, AccountId, CommodityId), Vec<Payment>> = BTreeMap::new();
    for legs in legs.chunk_by(|one, next| one.transaction == next.transaction) {
        let Some(first) = legs.first().filter(|first| first.transaction.day() <= today) else { continue };
        if let Some((purpose, commodity, payment)) = payment(legs, names) {
            days.entry(first.payee).or_default().push(payment.transaction);
            paid.entry((first.payee, purpose, commodity)).or_default().push(payment);
        }
    }
    let mut found = Vec::new();
    for ((payee, purpose, commodity), payments) in paid {
        let rows: Vec<Paid> = payments
            .iter()
            .map(|payment| Paid { day: payment.transaction.day(), units: payment.units })
            .collect();
        for bill in find_bills(&rows, today) {
            let mut one = Found { payee, purpose, commodity, bill, paid: payments.clone(), other: None };
            let others = days.get(&payee).into_iter().flatten();
            let others: Vec<&TransactionId> = others.filter(|id| !one.has(id.serial())).collect();
            one.other = others.iter().max().map(|last| (last.day(), others.len()));
            found.push(one);
        }
    }
    Ok(found)
}

/// What a transaction pays, what for and in what; `None` where it pays for nothing.
fn payment(legs: &[PaymentLeg], names: &Names) -> Option<(AccountId, CommodityId, Payment)> {
    let kind = |leg: &PaymentLeg| names.accounts.get(leg.account).map(|account| account.kind);
    let side = |leg: &PaymentLeg| kind(leg).map(AccountKind::account_type);
    // Tax that a customer kept back is no bill of the customer's.
    if legs.iter().any(|leg| side(leg) == Some(AccountType::Income)) {
        return None;
    }
    let purpose = legs.iter().max_by_key(|leg| leg.amount.quantity)?;
    if side(purpose) != Some(AccountType::Expense) && kind(purpose) != Some(AccountKind::Loan) {
        return None;
    }
    let payers = legs
        .iter()
        .filter(|leg| side(leg) == Some(AccountType::Asset) || kind(leg) == Some(AccountKind::Card));
    let payer =
        payers.min_by_key(|leg| leg.amount.quantity).filter(|leg| leg.amount.quantity.is_negative())?;
    let units = -payer.amount.quantity.units();
    let payment = Payment { transaction: payer.transaction, account: payer.account, units };
    Some((purpose.account, payer.amount.commodity, payment))
}
