//! What a row and a posting of the same amount have to do with each other.

use super::likeness::Likeness;
use super::{Arrival, Confidence, Existing, Incoming, Source, TwinReason, WINDOW};
use ledger::{Day, Status};

/// The judgement of a pair; the order is from the best pair to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Judgement {
    /// `false` first: `true` for a pair that is only shown, for a person to choose.
    pub only_shown: bool,
    pub confidence: Confidence,
    pub days_apart: u32,
    pub likeness: Likeness,
    pub reason: TwinReason,
}

/// What all pairs of one import have in common.
pub(super) struct Scope {
    pub source: Source,
    /// The first and last day of the file's rows.
    pub first: Day,
    pub last: Day,
}

/// How many days a posting and a row may be apart for [`judge`] to see anything in them, whatever their texts.
pub(super) fn reach(existing: &Existing, row: &Incoming<'_>, scope: &Scope) -> u32 {
    match &existing.arrival {
        Arrival::ByHand | Arrival::Transfer => 5,
        // Judged by itself: its amount may differ.
        Arrival::Scheduled { .. } => 0,
        Arrival::Imported { .. } if existing.status == Status::Pending && !row.draft.pending => {
            WINDOW.unsigned_abs()
        }
        Arrival::Imported { source, .. } if *source == scope.source => 0,
        Arrival::Imported { .. } => 3,
    }
}

/// Whether a row is compared with a posting by the bank's text alone. One source writes its booked rows alike, so the
/// payee, which many rows of a day may share, makes no two of them one.
pub(super) fn by_text_alone(existing: &Existing, scope: &Scope) -> bool {
    let pending = existing.status == Status::Pending;
    !pending && matches!(&existing.arrival, Arrival::Imported { source, .. } if *source == scope.source)
}

/// Judges a pair of the same amount; `None` for two rows that merely look alike.
pub(super) fn judge(
    existing: &Existing,
    row: &Incoming<'_>,
    likeness: Likeness,
    scope: &Scope,
) -> Option<Judgement> {
    let day = existing.transaction.day();
    let days_apart = day.number().abs_diff(row.draft.day.number());
    let alike = likeness < Likeness::Unlike;
    let (reason, confidence, only_shown) = match &existing.arrival {
        Arrival::ByHand | Arrival::Transfer => {
            let confidence = match (days_apart, alike) {
                (0, _) | (1..=3, true) => Confidence::Likely,
                (1..=3, false) | (4..=5, true) => Confidence::Possible,
                _ => return None,
            };
            let by_hand = existing.arrival == Arrival::ByHand;
            let reason = if by_hand { TwinReason::EnteredByHand } else { TwinReason::TransferSide };
            (reason, confidence, false)
        }
        Arrival::Scheduled { .. } => return None,
        Arrival::Imported { source, external_id, .. } => {
            let was_pending = existing.status == Status::Pending && !row.draft.pending;
            let other_ids = id(external_id.as_deref()).zip(id(row.draft.external_id.as_deref()));
            let other_ids = other_ids.is_some_and(|(ours, theirs)| ours != theirs);
            if was_pending && (source == &scope.source || alike) {
                // The bank's day of booking comes after the payment's. Some banks give the booking an id of its own; a
                // file that covers the pending row's day and lists it no more tells that this happened.
                let booked_late = day <= row.draft.day.offset(2);
                let shown = !alike || !booked_late || (other_ids && day < scope.first);
                (TwinReason::PendingPosted, Confidence::Likely, shown)
            } else if source == &scope.source {
                of_one_source(days_apart, likeness, other_ids)?
            } else {
                let within = (scope.first..=scope.last).contains(&day);
                of_another_source(days_apart, alike, within)?
            }
        }
    };
    Some(Judgement { only_shown, confidence, days_apart, likeness, reason })
}

/// Judges a row beside what a schedule expects, whose amount is `exact` or within what it may be. A payment of another
/// amount to somebody else is another payment.
pub(super) fn judge_scheduled(days_apart: u32, likeness: Likeness, exact: bool) -> Option<Judgement> {
    let alike = likeness < Likeness::Unlike;
    let (confidence, only_shown) = match (alike, exact, days_apart) {
        (true, true, _) | (true, false, 0..=3) => (Confidence::Likely, false),
        (true, false, _) | (false, true, 0..=3) => (Confidence::Possible, false),
        (false, true, _) | (false, false, 0..=3) => (Confidence::Possible, true),
        (false, false, _) => return None,
    };
    Some(Judgement { only_shown, confidence, days_apart, likeness, reason: TwinReason::Scheduled })
}

/// Rows of one source differ where their ids or words do: the same coffee is bought again the next day.
fn of_one_source(
    days_apart: u32,
    likeness: Likeness,
    other_ids: bool,
) -> Option<(TwinReason, Confidence, bool)> {
    match (days_apart, likeness) {
        (0, Likeness::Same | Likeness::Within) => Some((TwinReason::SameText, Confidence::Likely, other_ids)),
        (0, _) => Some((TwinReason::SameText, Confidence::Possible, true)),
        _ => None,
    }
}

/// Rows of two sources are written differently. Off by some days they may be one, if the file covers the posting's day
/// too: else it would list the posting itself.
fn of_another_source(days_apart: u32, alike: bool, within: bool) -> Option<(TwinReason, Confidence, bool)> {
    match (days_apart, alike) {
        (0, true) => Some((TwinReason::OtherSource, Confidence::Likely, false)),
        (0, false) => Some((TwinReason::OtherSource, Confidence::Possible, false)),
        (1..=3, true) => Some((TwinReason::OtherSource, Confidence::Possible, !within)),
        _ => None,
    }
}

/// The id, if it names anything: banks write `0`, `000000` or blanks for none.
pub(super) fn id(id: Option<&str>) -> Option<&str> {
    id.filter(|id| id.chars().any(|letter| !matches!(letter, '0' | '-' | ' ')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, Format};
    use ledger::{Amount, CommodityId, ProfileId, Quantity, TransactionId};

    #[test]
    fn nothing_is_seen_in_a_pair_beyond_its_reach() {
        let own = Source { format: Format::Csv, profile: Some(ProfileId(1)) };
        let other = Source { format: Format::Ofx, profile: None };
        let imported = |source| Arrival::Imported { fingerprint: 1, external_id: None, source };
        let first: Day = "2026-01-01".parse().unwrap();
        let draft = Draft::new(1, first.offset(15), 5.into(), "shop");
        let amount = Amount::new(Quantity::new(5).unwrap(), CommodityId(1));
        let row = Incoming::new(&draft, amount, "THB");
        let scope = Scope { source: own, first, last: first.offset(31) };
        for arrival in [Arrival::ByHand, Arrival::Transfer, imported(own), imported(other)] {
            for (status, day) in [Status::Pending, Status::Cleared]
                .into_iter()
                .flat_map(|status| (-WINDOW..=WINDOW).map(move |days| (status, first.offset(15 + days))))
            {
                let existing = Existing {
                    transaction: TransactionId::new(day, 1),
                    posting: 0,
                    amount,
                    status,
                    text: String::new(),
                    payee: String::new(),
                    arrival: arrival.clone(),
                    touched: false,
                };
                let apart = day.number().abs_diff(draft.day.number());
                let seen = judge(&existing, &row, Likeness::Same, &scope).is_some();
                assert_eq!(seen, apart <= reach(&existing, &row, &scope), "{existing:?}");
            }
        }
    }
}
