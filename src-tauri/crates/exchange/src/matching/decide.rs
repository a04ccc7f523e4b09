//! Decides row by row, each posting serving once.

use super::judge::{Judgement, Scope, by_text_alone, id, judge, judge_scheduled, reach};
use super::likeness::{Likeness, Text};
use super::{Arrival, Confidence, Existing, Incoming, Match, Outcome, Source, Twin, TwinReason, WINDOW};
use ledger::{Amount, CommodityId, Day, Quantity, Status};
use std::cell::OnceCell;
use std::collections::HashMap;

/// How many postings before and behind a row are weighed. Postings of one amount lie closer than that, or are
/// indistinguishable.
const NEAREST: usize = 8;
/// How many other candidates are shown.
const SHOWN: usize = 4;

/// Decides for each row, in order, whether it is in the books already.
///
/// `existing` are the postings of the account on the days of [`super::days`], in any order; `source` is where the rows
/// come from. The same rows in another order get the same decisions. Takes O(n log n) for n rows and postings.
pub fn match_rows(existing: &[Existing], rows: &[Incoming<'_>], source: Source) -> Vec<Match> {
    if existing.is_empty() {
        return vec![Match { outcome: Outcome::New, others: Vec::new() }; rows.len()];
    }
    let mut table = Table::new(existing, rows);
    table.pair_fingerprints();
    table.pair_ids();
    let days = || rows.iter().map(|row| row.draft.day);
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        table.pair_contents(&Scope { source, first, last });
    }
    table.finish()
}

/// The state of the decisions. Postings and rows are in an order that does not depend on how they came in.
struct Table<'a> {
    existing: Vec<&'a Existing>,
    rows: Vec<&'a Incoming<'a>>,
    /// Of each row, its place as it came in.
    origin: Vec<usize>,
    /// Of each posting, whether a row is it.
    taken: Vec<bool>,
    /// Of each row, the posting that it is.
    twins: Vec<Option<(usize, TwinReason, Confidence)>>,
    /// Pairs that may be one, best first: what they share, the posting and the row.
    candidates: Vec<(Judgement, usize, usize)>,
}

impl<'a> Table<'a> {
    fn new(existing: &'a [Existing], rows: &'a [Incoming<'a>]) -> Self {
        let mut existing: Vec<&Existing> = existing.iter().collect();
        existing.sort_unstable_by_key(|posting| (posting.transaction, posting.posting));
        let mut origin: Vec<usize> = (0..rows.len()).collect();
        origin.sort_by_key(|row| {
            let Incoming { draft, fingerprint, .. } = &rows[*row];
            (draft.day, *fingerprint, draft.line)
        });
        Self {
            taken: vec![false; existing.len()],
            twins: vec![None; rows.len()],
            rows: origin.iter().map(|row| &rows[*row]).collect(),
            candidates: Vec::new(),
            existing,
            origin,
        }
    }

    fn pair(&mut self, row: usize, posting: usize, reason: TwinReason, confidence: Confidence) {
        self.taken[posting] = true;
        self.twins[row] = Some((posting, reason, confidence));
    }

    /// Equal rows pair up, as many as there are on both sides.
    fn pair_fingerprints(&mut self) {
        let known = |(index, posting): (usize, &&Existing)| match &posting.arrival {
            Arrival::Imported { fingerprint, .. } => Some((*fingerprint, index)),
            Arrival::ByHand | Arrival::Transfer | Arrival::Scheduled { .. } => None,
        };
        let mut postings: Vec<_> = self.existing.iter().enumerate().filter_map(known).collect();
        postings.sort_unstable();
        let mut rows: Vec<_> =
            self.rows.iter().enumerate().map(|(index, row)| (row.fingerprint, index)).collect();
        rows.sort_unstable();
        let mut postings = postings.into_iter().peekable();
        for (fingerprint, row) in rows {
            while postings.next_if(|(known, _)| *known < fingerprint).is_some() {}
            if let Some((_, posting)) = postings.next_if(|(known, _)| *known == fingerprint) {
                self.pair(row, posting, TwinReason::SameRow, Confidence::Certain);
            }
        }
    }

    /// Rows pair with the posting of their id, if both sides have that id once. The id of a row that differs too much
    /// from the posting is one that the bank uses again.
    fn pair_ids(&mut self) {
        // Of each id in the books, how many postings and rows have it, and the last of each.
        let mut ids: HashMap<&str, [(u32, usize); 2]> = HashMap::new();
        for (index, posting) in self.existing.iter().enumerate() {
            if let Arrival::Imported { external_id, .. } = &posting.arrival
                && let Some(id) = id(external_id.as_deref())
            {
                let [(count, last), _] = ids.entry(id).or_default();
                (*count, *last) = (*count + 1, index);
            }
        }
        if ids.is_empty() {
            return;
        }
        for (index, row) in self.rows.iter().enumerate() {
            let entry = id(row.draft.external_id.as_deref()).and_then(|id| ids.get_mut(id));
            if let Some([_, (count, last)]) = entry {
                (*count, *last) = (*count + 1, index);
            }
        }
        for [(postings, posting), (rows, row)] in ids.into_values() {
            if (postings, rows) == (1, 1) && self.twins[row].is_none() && !self.taken[posting] {
                self.judge_id(row, posting);
            }
        }
    }

    fn judge_id(&mut self, row: usize, posting: usize) {
        let (incoming, existing) = (&self.rows[row], &self.existing[posting]);
        let days_apart = existing.transaction.day().number().abs_diff(incoming.draft.day.number());
        let same_amount = existing.amount == incoming.amount;
        let was_pending = existing.status == Status::Pending && !incoming.draft.pending;
        if days_apart <= WINDOW.unsigned_abs() && (same_amount || was_pending) {
            self.pair(row, posting, TwinReason::SameId, Confidence::Certain);
        } else {
            let judgement = Judgement {
                only_shown: true,
                confidence: Confidence::Possible,
                days_apart,
                likeness: Likeness::Unlike,
                reason: TwinReason::SameId,
            };
            self.candidates.push((judgement, posting, row));
        }
    }

    /// Rows pair with postings of the same amount, first on the same day, then on nearly the same day, the best pairs
    /// first.
    fn pair_contents(&mut self, scope: &Scope) {
        let mut shown = std::mem::take(&mut self.candidates);
        self.pair_near(0, scope);
        self.candidates.clear();
        self.pair_scheduled();
        shown.append(&mut self.candidates);
        self.pair_near(WINDOW.unsigned_abs(), scope);
        self.candidates.append(&mut shown);
        self.candidates.sort_unstable();
    }

    /// Pairs free rows with what schedules expect near their days, whatever amount it may have. There are few of those.
    fn pair_scheduled(&mut self) {
        let mut candidates = Vec::new();
        for (posting, existing) in
            self.existing.iter().enumerate().filter(|(posting, _)| !self.taken[*posting])
        {
            let Arrival::Scheduled { least, most, days } = existing.arrival else { continue };
            let day = existing.transaction.day();
            let ours = Words::new(&existing.text, &existing.payee);
            let apart = |row: &Incoming<'_>| row.draft.day.number().abs_diff(day.number());
            let first = self.rows.partition_point(|row| row.draft.day < day && apart(row) > days);
            let near = self.rows.iter().enumerate().skip(first);
            for (row, incoming) in near.take_while(|(_, row)| row.draft.day <= day || apart(row) <= days) {
                let (amount, size) = (incoming.amount, incoming.amount.quantity.magnitude());
                let fits = amount.commodity == existing.amount.commodity
                    && amount.quantity.is_negative() == existing.amount.quantity.is_negative()
                    && (least..=most).contains(&size);
                if !fits || self.twins[row].is_some() {
                    continue;
                }
                let payee = incoming.draft.payee.as_deref().unwrap_or_default();
                let likeness = ours.likeness(&Words::new(&incoming.draft.description, payee));
                let exact = amount == existing.amount;
                if let Some(found) = judge_scheduled(apart(incoming), likeness, exact) {
                    candidates.push((found.only_shown, !exact, (found, posting, row)));
                }
            }
        }
        // The very amount before one that merely fits.
        candidates.sort_unstable();
        self.candidates = candidates.into_iter().map(|(.., candidate)| candidate).collect();
        for (judgement, posting, row) in self.candidates.clone() {
            if !judgement.only_shown && !self.taken[posting] && self.twins[row].is_none() {
                self.pair(row, posting, judgement.reason, judgement.confidence);
            }
        }
    }

    /// Pairs free rows with free postings at most `days` days apart. On the same day only texts that are alike pair.
    fn pair_near(&mut self, days: u32, scope: &Scope) {
        let free = |amounts: Vec<(Amount, usize)>| {
            let mut free: Vec<_> = amounts
                .into_iter()
                .map(|(amount, index)| (amount.commodity, amount.quantity, index))
                .collect();
            free.sort_unstable();
            free
        };
        let rows = self.rows.iter().enumerate().filter(|(row, _)| self.twins[*row].is_none());
        let rows = free(rows.map(|(index, row)| (row.amount, index)).collect());
        let postings = self.existing.iter().enumerate().filter(|(posting, _)| !self.taken[*posting]);
        let postings = free(postings.map(|(index, posting)| (posting.amount, index)).collect());
        let mut postings = postings.as_slice();
        for rows in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some((commodity, quantity, _)) = rows.first() else { continue };
            let start = postings.partition_point(|(c, q, _)| (c, q) < (commodity, quantity));
            postings = &postings[start..];
            let length = postings.iter().take_while(|(c, q, _)| (c, q) == (commodity, quantity)).count();
            let (group, rest) = postings.split_at(length);
            postings = rest;
            if !group.is_empty() {
                self.weigh(rows.iter().map(|(.., row)| *row), group, days, scope);
            }
        }
        let mut candidates = std::mem::take(&mut self.candidates);
        candidates.sort_unstable();
        for (judgement, posting, row) in &candidates {
            if !judgement.only_shown && !self.taken[*posting] && self.twins[*row].is_none() {
                self.pair(*row, *posting, judgement.reason, judgement.confidence);
            }
        }
        self.candidates = candidates;
    }

    /// Judges rows and postings of one amount, both in order of day.
    fn weigh(
        &mut self,
        rows: impl Iterator<Item = usize>,
        postings: &[(CommodityId, Quantity, usize)],
        days: u32,
        scope: &Scope,
    ) {
        let group: Vec<(Day, usize)> =
            postings.iter().map(|(.., index)| (self.existing[*index].transaction.day(), *index)).collect();
        let words: Vec<OnceCell<Words>> = vec![OnceCell::new(); group.len()];
        let mut rank = (None, 0);
        for row in rows {
            let incoming = self.rows[row];
            let day = incoming.draft.day;
            rank = if rank.0 == Some(day) { (Some(day), rank.1 + 1) } else { (Some(day), 0) };
            let theirs = OnceCell::new();
            for place in nearest(&group, day, rank.1, days) {
                let (other, posting) = group[place];
                let existing = self.existing[posting];
                if other.number().abs_diff(day.number()) > reach(existing, incoming, scope) {
                    continue;
                }
                let ours = words[place].get_or_init(|| Words::new(&existing.text, &existing.payee));
                let payee = || incoming.draft.payee.as_deref().unwrap_or_default();
                let theirs = theirs.get_or_init(|| Words::new(&incoming.draft.description, payee()));
                let likeness = if by_text_alone(existing, scope) {
                    ours.text.likeness(&theirs.text)
                } else {
                    ours.likeness(theirs)
                };
                if days == 0 && likeness == Likeness::Unlike {
                    continue;
                }
                if let Some(judgement) = judge(existing, incoming, likeness, scope) {
                    self.candidates.push((judgement, posting, row));
                }
            }
        }
    }

    fn finish(self) -> Vec<Match> {
        let mut others: Vec<Vec<Twin>> = vec![Vec::new(); self.rows.len()];
        for (judgement, posting, row) in &self.candidates {
            if !self.taken[*posting] && others[*row].len() < SHOWN {
                others[*row].push(self.twin(*posting, judgement.reason, judgement.confidence));
            }
        }
        let mut matches: Vec<Match> =
            (0..self.rows.len()).map(|_| Match { outcome: Outcome::New, others: Vec::new() }).collect();
        for ((row, others), origin) in others.into_iter().enumerate().zip(&self.origin) {
            matches[*origin] = Match { outcome: self.outcome(row), others };
        }
        matches
    }

    fn outcome(&self, row: usize) -> Outcome {
        let Some((posting, reason, confidence)) = self.twins[row] else { return Outcome::New };
        let existing = self.existing[posting];
        let twin = self.twin(posting, reason, confidence);
        let imported = matches!(existing.arrival, Arrival::Imported { .. });
        let was_pending = existing.status == Status::Pending && !self.rows[row].draft.pending;
        // What a reconciliation locked stays as it is, and a known row says nothing more once it is booked.
        if existing.status != Status::Reconciled && (!imported || was_pending) {
            // What a schedule expected tells of itself what the bank says.
            let scheduled = matches!(existing.arrival, Arrival::Scheduled { .. });
            Outcome::Update { twin, keep_words: !scheduled && (existing.touched || !imported) }
        } else {
            Outcome::Duplicate { twin }
        }
    }

    fn twin(&self, posting: usize, reason: TwinReason, confidence: Confidence) -> Twin {
        let Existing { transaction, posting, .. } = *self.existing[posting];
        Twin { transaction, posting, reason, confidence }
    }
}

/// The places of the postings at most `days` days from `day`, around that of the row that is the `rank`th of its amount
/// on that day, counted from 0.
fn nearest(group: &[(Day, usize)], day: Day, rank: usize, days: u32) -> impl Iterator<Item = usize> {
    let start = group.partition_point(|(other, _)| *other < day);
    let same = group[start..].partition_point(|(other, _)| *other == day);
    // Many equal rows of a day each start at a posting of their own.
    let middle = start + rank.min(same.saturating_sub(1));
    let around = middle.saturating_sub(NEAREST)..(middle + NEAREST).min(group.len());
    around.filter(move |place| group[*place].0.number().abs_diff(day.number()) <= days)
}

/// The text and the payee of a posting or a row.
#[derive(Clone)]
struct Words {
    text: Text,
    payee: Option<Text>,
}

impl Words {
    fn new(text: &str, payee: &str) -> Self {
        Self { text: Text::new(text), payee: (!payee.is_empty()).then(|| Text::new(payee)) }
    }

    fn all(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.text).chain(&self.payee)
    }

    /// How alike they are, by whichever of text and payee is most alike.
    fn likeness(&self, other: &Self) -> Likeness {
        let pairs = self.all().flat_map(|ours| other.all().map(move |theirs| ours.likeness(theirs)));
        pairs.min().unwrap_or(Likeness::Unlike)
    }
}
