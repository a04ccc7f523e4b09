//! What signs mean, where the balances alone leave it open.

use super::amounts::{Evidence, Hypothesis, Source};
use super::detection::{About, Confidence, Guess, Why};
use super::reading::Signs;
use super::words::{Phrase, mentions};
use crate::fold::fold_header;

/// The hypothesis with its signs settled, and the guess about them.
///
/// Balances prove amounts but for their direction: an amount that raises what is owed goes out of the account.
pub(crate) fn settle(mut best: Hypothesis, evidence: &Evidence<'_>, guesses: &mut Vec<Guess>) -> Hypothesis {
    let proven = best.proof.is_strong();
    let steps = u32::try_from(best.proof.held).unwrap_or(u32::MAX);
    let guess = |confidence, why| Guess::new(About::Signs, confidence, why);
    if proven && best.fee.is_some() {
        guesses.push(Guess::new(About::Fee, Confidence::Certain, Why::Balance { steps }));
    }
    let made = match best.source {
        Source::Single(_) => single(&mut best, evidence, proven)
            .unwrap_or_else(|| guess(Confidence::Certain, Why::Balance { steps })),
        Source::Pair { out, into } if proven => {
            // Debits that raise a balance which is no debt: the bank's debit is our credit.
            if best.owed && !evidence.card && is_bookkeeping(evidence, out) && is_bookkeeping(evidence, into)
            {
                best.source = Source::Pair { out: into, into: out };
                best.owed = false;
            }
            guess(Confidence::Certain, Why::Balance { steps })
        }
        // Words beside amounts that are signed already are but words.
        Source::Flagged { amount, .. } if best.signs == Signs::AsWritten => {
            best.source = Source::Single(amount);
            best.owed &= proven;
            let why = if proven { Why::Balance { steps } } else { Why::Custom };
            guess(Confidence::Certain, why)
        }
        Source::Flagged { .. } if proven => guess(Confidence::Certain, Why::Balance { steps }),
        Source::Pair { out, .. } => {
            best.owed = false;
            let named = out.is_some_and(|out| !evidence.profiles[out].meanings.is_empty());
            if named {
                guess(Confidence::Likely, Why::HeaderWords)
            } else {
                guess(Confidence::Doubtful, Why::Nothing)
            }
        }
        Source::Flagged { .. } => {
            best.owed = false;
            guess(Confidence::Likely, Why::HeaderWords)
        }
    };
    guesses.push(made);
    best
}

/// How many rows a column of signed amounts has in each direction, and of each how many look like money paid back.
#[derive(Default)]
struct Count {
    plus: usize,
    minus: usize,
    minus_paid_back: usize,
    minus_thanked: usize,
}

/// Settles one column of amounts; `None` where the balances do.
fn single(best: &mut Hypothesis, evidence: &Evidence<'_>, proven: bool) -> Option<Guess> {
    let guess = |confidence, why| Some(Guess::new(About::Signs, confidence, why));
    let written = Hypothesis { signs: Signs::AsWritten, fee: None, ..best.clone() };
    let mut count = Count::default();
    for row in evidence.rows {
        let Some(amount) = evidence.row_amount(row, &written).filter(|amount| !amount.is_zero()) else {
            continue;
        };
        if amount.is_sign_positive() {
            count.plus += 1;
            continue;
        }
        count.minus += 1;
        count.minus_paid_back +=
            usize::from(row.iter().any(|cell| cell.len() > 3 && mentions(cell, Phrase::PaidBack)));
        count.minus_thanked += usize::from(row.iter().any(|cell| is_thanks(cell)));
    }
    let paid_back = count.minus > 0 && count.minus_paid_back * 2 >= count.minus;
    let thanked = count.minus > 0 && count.minus_thanked * 10 >= count.minus * 8;
    let card_like = count.plus > count.minus && ((evidence.card && paid_back) || thanked);
    if proven {
        let falls = best.signs == Signs::Inverted;
        if !falls && !best.owed && card_like {
            // A debt that grows with every purchase.
            (best.signs, best.owed) = (Signs::Inverted, true);
        } else if falls && !best.owed && (count.minus > count.plus || evidence.card) && count.minus > 0 {
            (best.signs, best.owed) = (Signs::AsWritten, true);
        }
        return None;
    }
    best.owed = false;
    best.signs = Signs::AsWritten;
    if card_like {
        best.signs = Signs::Inverted;
        return guess(Confidence::Likely, Why::Descriptions);
    }
    if count.minus == 0 && evidence.purchases && count.plus > 0 {
        // A card's statement that lists nothing but plain numbers lists purchases.
        best.signs = Signs::Inverted;
        return guess(Confidence::Doubtful, Why::HeaderWords);
    }
    let why = if count.minus > 0 { Why::Custom } else { Why::Nothing };
    let sure = if count.minus > 0 && count.plus > 0 { Confidence::Likely } else { Confidence::Doubtful };
    guess(sure, why)
}

/// `true` for what only a card's statement says of a payment.
fn is_thanks(cell: &str) -> bool {
    let folded = crate::fold::fold(cell);
    [
        "thank you",
        "thankyou",
        "payment received",
        "autopay pymt",
        "paiement recu",
        "pago recibido",
        "ขอบคุณ",
        "merci",
    ]
    .iter()
    .any(|thanks| folded.contains(thanks))
}

/// `true` for the words debit and credit, which banks and their customers use in opposite ways.
fn is_bookkeeping(evidence: &Evidence<'_>, column: Option<usize>) -> bool {
    let Some(column) = column else { return false };
    let folded = fold_header(&evidence.profiles[column].name);
    [
        "debit",
        "credit",
        "soll",
        "haben",
        "debet",
        "kredit",
        "debe",
        "haber",
        "dare",
        "avere",
        "debito",
        "credito",
        "เดบิต",
        "เครดิต",
    ]
    .iter()
    .any(|word| folded.contains(word))
}
