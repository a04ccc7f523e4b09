//! Proposes categories from how a person sorted rows like it before.
//!
//! All it knows is a table of counts, which belongs to the ledger and never leaves it: for each token of a row, how
//! often a person chose each category. A lesson adds one to the counts of its tokens, undoing it takes one away.

use crate::fold::fold;
use crate::payee_name;
use crate::rule::Direction;
use ledger::{AccountId, Sorting};
use rust_decimal::Decimal;

/// How many words, and how many pieces of words, a row gives at most.
const MOST_WORDS: usize = 8;
const MOST_PIECES: usize = 12;
/// Letters of a piece of a text without blanks.
const PIECE: usize = 4;
/// How much more the choices for the category chosen last weigh than older habits.
const NEWEST: u64 = 3;

/// How often a person chose a category for rows with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The category.
    pub category: AccountId,
    /// How often.
    pub count: u32,
    /// When it was last chosen: any number that grows with every lesson. 0 where that is not known.
    pub last: i64,
}

/// A category that rows like this one have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The category.
    pub category: AccountId,
    /// The payee or word that they share.
    pub because: String,
    /// How many of them have the category.
    pub like: u32,
    /// How many there are.
    pub of: u32,
}

impl From<Proposal> for Sorting {
    fn from(Proposal { because, like, of, .. }: Proposal) -> Self {
        Self::Proposal { because, like, of }
    }
}

/// The tokens by which a row is learned and known again, most telling first: its payee at this account, its payee, and
/// the words of its text. Each also says whether money came in or went out.
///
/// Texts without blanks, as Thai ones, also give pieces of four letters.
pub fn tokens(payee: &str, description: &str, amount: Decimal, account: AccountId) -> Vec<String> {
    let sign = if Direction::of(amount) == Direction::In { '+' } else { '-' };
    let name = fold(&payee_name(if payee.trim().is_empty() { description } else { payee }));
    let mut tokens = Vec::new();
    if !name.is_empty() {
        tokens.push(format!("{sign}@{account}={name}"));
        tokens.push(format!("{sign}={name}"));
    }
    let text = fold(&format!("{payee} {description}"));
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(' ').filter(|word| is_telling(word)) {
        if !words.contains(&word) && words.len() < MOST_WORDS {
            words.push(word);
        }
    }
    tokens.extend(words.iter().map(|word| format!("{sign}~{word}")));
    let pieces = tokens.len();
    for word in words.iter().filter(|word| !word.is_ascii()) {
        for piece in pieces_of(word) {
            let token = format!("{sign}^{piece}");
            if !tokens[pieces..].contains(&token) && tokens.len() < pieces + MOST_PIECES {
                tokens.push(token);
            }
        }
    }
    tokens
}

/// Words of two letters or more, without digits.
fn is_telling(word: &str) -> bool {
    word.chars().nth(1).is_some() && !word.chars().any(char::is_numeric)
}

/// Every run of four letters with their marks, in a word that is longer.
fn pieces_of(word: &str) -> Vec<&str> {
    let starts: Vec<usize> =
        word.char_indices().filter(|(_, letter)| !is_mark(*letter)).map(|(at, _)| at).collect();
    if starts.len() <= PIECE {
        return Vec::new();
    }
    let ends = starts.iter().copied().skip(PIECE).chain([word.len()]);
    starts.iter().zip(ends).map(|(start, end)| &word[*start..end]).collect()
}

/// Thai vowels and tones above or below a letter.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// The category that rows with these tokens have, by the tallies of each token; `None` without enough to go by.
///
/// A payee that was sorted once decides by itself. Without one, words decide together: those that occur in rows of one
/// category alone count most. Three corrections weigh as much as nine older choices.
pub fn propose<'t>(tokens: &[String], tallies: impl Fn(&str) -> &'t [Tally]) -> Option<Proposal> {
    let kind = |token: &str| token.chars().nth(1);
    let (payees, words): (Vec<&String>, Vec<&String>) =
        tokens.iter().partition(|token| matches!(kind(token), Some('@' | '=')));
    let by_payee = payees.iter().find_map(|token| {
        let (tally, weight, total) = leading(tallies(token))?;
        (weight * 2 > total).then(|| proposal(token, tally, tallies(token)))
    });
    by_payee.or_else(|| by_words(&words, &tallies))
}

/// The tally that weighs most, its weight, and the weight of all.
fn leading(tallies: &[Tally]) -> Option<(Tally, u64, u64)> {
    let newest = tallies.iter().map(|tally| tally.last).max().filter(|last| *last > 0);
    let weight = |tally: &Tally| u64::from(tally.count) * if Some(tally.last) == newest { NEWEST } else { 1 };
    let total = tallies.iter().map(weight).sum();
    let leading =
        tallies.iter().filter(|tally| tally.count > 0).max_by_key(|tally| (weight(tally), tally.last))?;
    Some((*leading, weight(leading), total))
}

/// What a word says for its leading category, and how much.
struct Evidence<'a> {
    token: &'a str,
    tally: Tally,
    of: u32,
    weight: u64,
}

fn by_words<'t>(words: &[&String], tallies: &impl Fn(&str) -> &'t [Tally]) -> Option<Proposal> {
    let evidence: Vec<Evidence<'_>> = words
        .iter()
        .filter_map(|token| {
            let found = tallies(token);
            let (tally, lead, total) = leading(found)?;
            // A word of rows of many categories says nothing. The more rows, the more it says, up to a point.
            let weight = lead.min(20) * lead * 100 / total;
            (lead * 3 >= total * 2).then(|| Evidence { token, tally, of: sum(found), weight })
        })
        .collect();
    let weight_of = |category: AccountId| -> u64 {
        let for_it = evidence.iter().filter(|evidence| evidence.tally.category == category);
        for_it.map(|evidence| evidence.weight).sum()
    };
    let best = evidence.iter().max_by_key(|one| (weight_of(one.tally.category), one.weight, one.token))?;
    let category = best.tally.category;
    let supports = evidence.iter().filter(|evidence| evidence.tally.category == category).count();
    let all: u64 = evidence.iter().map(|evidence| evidence.weight).sum();
    // One word seen once is chance.
    let enough = supports > 1 || best.tally.count > 1;
    let clear = weight_of(category) * 3 >= all * 2;
    (enough && clear).then(|| Proposal {
        category,
        because: shown(best.token).to_owned(),
        like: best.tally.count,
        of: best.of,
    })
}

fn proposal(token: &str, tally: Tally, tallies: &[Tally]) -> Proposal {
    Proposal {
        category: tally.category,
        because: shown(token).to_owned(),
        like: tally.count,
        of: sum(tallies),
    }
}

fn sum(tallies: &[Tally]) -> u32 {
    tallies.iter().fold(0, |sum, tally| sum.saturating_add(tally.count))
}

/// The words of a token.
fn shown(token: &str) -> &str {
    token.split_once(['=', '~', '^']).map_or(token, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    const HOME: AccountId = AccountId(1);
    const FOOD: AccountId = AccountId(10);
    const FUN: AccountId = AccountId(11);

    /// The ledger's table of counts.
    #[derive(Default)]
    struct Table {
        counts: HashMap<String, Vec<Tally>>,
        lessons: i64,
    }

    impl Table {
        fn learn(&mut self, text: &str, amount: i64, category: AccountId) {
            self.lessons += 1;
            for token in tokens("", text, amount.into(), HOME) {
                let tallies = self.counts.entry(token).or_default();
                match tallies.iter_mut().find(|tally| tally.category == category) {
                    Some(tally) => (tally.count, tally.last) = (tally.count + 1, self.lessons),
                    None => tallies.push(Tally { category, count: 1, last: self.lessons }),
                }
            }
        }

        fn propose(&self, text: &str, amount: i64) -> Option<(AccountId, String, u32, u32)> {
            let tokens = tokens("", text, amount.into(), HOME);
            let found = propose(&tokens, |token| self.counts.get(token).map_or(&[], Vec::as_slice))?;
            Some((found.category, found.because, found.like, found.of))
        }
    }

    #[test]
    fn tokens_name_the_payee_the_words_and_pieces_of_thai() {
        let found = tokens("", "POS 0123 PALMA MKT 99", (-5).into(), HOME);
        assert_eq!(found, ["-@1=palma mkt", "-=palma mkt", "-~pos", "-~palma", "-~mkt"]);
        let thai = tokens("", "กาแฟดอยสูง", 5.into(), HOME);
        let pieces = ["+^กาแฟ", "+^าแฟด", "+^แฟดอ", "+^ฟดอย", "+^ดอยสู", "+^อยสูง"];
        assert_eq!(thai[..3], ["+@1=กาแฟดอยสูง", "+=กาแฟดอยสูง", "+~กาแฟดอยสูง"]);
        assert_eq!(thai[3..], pieces);
        assert!(tokens("", "12 34", 5.into(), HOME).len() <= 2);
        assert_eq!(tokens("", "", 5.into(), HOME), [""; 0]);
    }

    #[test]
    fn one_lesson_is_enough_for_the_same_payee_and_says_why() {
        let mut table = Table::default();
        assert_eq!(table.propose("PALMA MKT 1", -5), None);
        table.learn("POS 0123 PALMA MKT 99", -5, FOOD);
        assert_eq!(table.propose("POS 0777 PALMA MKT 12", -8), Some((FOOD, "palma mkt".into(), 1, 1)));
        assert_eq!(table.propose("POS 0777 RIVER BAR", -8), None);
        // Money that comes back is another matter.
        assert_eq!(table.propose("PALMA MKT 1", 5), None);
    }

    #[test]
    fn repeated_corrections_overturn_a_habit() {
        let mut table = Table::default();
        (0..15).for_each(|_| table.learn("PALMA MKT", -5, FOOD));
        table.learn("PALMA MKT", -5, FUN);
        assert_eq!(table.propose("PALMA MKT", -5), Some((FOOD, "palma mkt".into(), 15, 16)));
        (0..5).for_each(|_| table.learn("PALMA MKT", -5, FUN));
        assert_eq!(table.propose("PALMA MKT", -5), Some((FUN, "palma mkt".into(), 6, 21)));
        let mut even = Table::default();
        even.learn("RIVER BAR", -5, FOOD);
        even.learn("RIVER BAR", -5, FUN);
        assert_eq!(even.propose("RIVER BAR", -5).map(|found| found.0), Some(FUN));
    }

    #[test]
    fn words_speak_for_payees_never_seen() {
        let mut table = Table::default();
        for place in ["Silom", "Ari", "Siam"] {
            table.learn(&format!("COFFEE HUT {place}"), -5, FOOD);
            table.learn(&format!("CINEMA {place}"), -5, FUN);
            table.learn(&format!("ร้านกาแฟดอยสูงสาขา{place}"), -5, FOOD);
        }
        assert_eq!(table.propose("COFFEE HUT EKKAMAI", -5).map(|found| found.0), Some(FOOD));
        assert_eq!(table.propose("CINEMA SILOM", -5), Some((FUN, "cinema silom".into(), 1, 1)));
        assert_eq!(table.propose("ร้านกาแฟดอยสูงสาขาเอกมัย", -5).map(|found| found.0), Some(FOOD));
        // The place alone says nothing.
        assert_eq!(table.propose("BARBER SILOM", -5), None);
    }

    #[test]
    fn most_rows_of_a_made_up_book_are_proposed_right() {
        let shops = [
            "Palma Mkt",
            "Coffee Hut",
            "River Bar",
            "Hill Energy",
            "Metro",
            "Book Nook",
            "Tree Gym",
            "กาแฟดอยสูง",
            "ครัวคุณยาย",
            "การประปาดอยสูง",
            "Corner Bakery",
            "Bright Pharmacy",
            "Swift Taxi",
            "Green Grocer",
            "Cinema Nine",
        ];
        let category = |shop: usize| AccountId(100 + i64::try_from(shop % 6).unwrap());
        let mut seed = 7_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from((seed >> 33) % u64::try_from(below).unwrap()).unwrap()
        };
        let (mut table, mut proposed, mut right, mut asked) = (Table::default(), 0, 0, 0);
        for row in 0..1500 {
            let shop = random(shops.len());
            let name = shops[shop].to_uppercase();
            let text = match random(4) {
                0 => format!("POS {:04} {name} BKK TH", random(9999)),
                1 => format!("{name} {:02}/{:02}", 1 + random(28), 1 + random(12)),
                2 => format!("CARD PURCHASE {name} REF {}", random(99_999)),
                _ => format!("{name} {}", ["SILOM", "ARI", "SIAM", "THONGLOR"][random(4)]),
            };
            // One row in twenty is for something else.
            let actual = if random(20) == 0 { AccountId(999) } else { category(shop) };
            if row >= 150 {
                asked += 1;
                if let Some((found, ..)) = table.propose(&text, -5) {
                    proposed += 1;
                    right += usize::from(found == actual);
                }
            }
            table.learn(&text, -5, actual);
        }
        assert!(proposed * 100 >= asked * 97, "{proposed} of {asked} proposed");
        assert!(right * 100 >= proposed * 92, "{right} of {proposed} right");
    }
}
