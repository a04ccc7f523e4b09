//! How alike two texts about one payment are.

use crate::fold::fold;
use std::cell::OnceCell;

/// How alike two texts are, most alike first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same letters and digits.
    Same,
    /// One is part of the other.
    Within,
    /// They share a word, or most of their letters in the same order.
    Similar,
    /// Nothing tells that they are about the same.
    Unlike,
}

/// A text prepared for comparison with many others.
#[derive(Debug, Clone)]
pub(super) struct Text {
    folded: String,
    /// Pairs of neighbouring letters, sorted. Digits, which are references more often than names, do not count.
    pairs: OnceCell<Vec<(char, char)>>,
}

impl Text {
    pub fn new(text: &str) -> Self {
        Self { folded: fold(text), pairs: OnceCell::new() }
    }

    fn pairs(&self) -> &[(char, char)] {
        self.pairs.get_or_init(|| {
            let letters = || self.folded.chars().filter(|letter| *letter != ' ' && !letter.is_numeric());
            let mut pairs: Vec<(char, char)> = letters().zip(letters().skip(1)).collect();
            pairs.sort_unstable();
            pairs
        })
    }

    pub fn likeness(&self, other: &Self) -> Likeness {
        let (a, b) = (self.folded.as_str(), other.folded.as_str());
        if a.is_empty() || b.is_empty() {
            return Likeness::Unlike;
        }
        if a == b {
            return Likeness::Same;
        }
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        if short.chars().count() >= 4 && long.contains(short) {
            return Likeness::Within;
        }
        if self.shares_pairs(other) || shares_word(a, b) { Likeness::Similar } else { Likeness::Unlike }
    }

    /// `true` where at least half of the pairs are common to both.
    fn shares_pairs(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.pairs(), other.pairs());
        let mut others = theirs.iter().peekable();
        let mut common = 0;
        for pair in ours {
            while others.next_if(|other| *other < pair).is_some() {}
            common += usize::from(others.next_if(|other| *other == pair).is_some());
        }
        common >= 3 && common * 4 >= ours.len() + theirs.len()
    }
}

fn shares_word(a: &str, b: &str) -> bool {
    let is_word =
        |word: &&str| word.len() >= 4 && word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
    a.split(' ').filter(is_word).any(|word| b.split(' ').any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_about_one_payment_are_alike() {
        for (a, b, expected) in [
            ("Palma Market", "PALMA-MARKET", Likeness::Same),
            ("Palma Market", "POS Palma Market 12", Likeness::Within),
            ("POS 0123 PALMA MKT BKK", "Palma Market", Likeness::Similar),
            ("กาแฟดอยสูง สาขาสีลม", "กาแฟดอยสูง", Likeness::Within),
            ("ร้านกาแฟดอยสูงสีลม", "กาแฟดอยสูง บจก", Likeness::Similar),
            ("Rent May", "Palma Market", Likeness::Unlike),
            ("1234 5678", "1234 9999", Likeness::Unlike),
            ("", "", Likeness::Unlike),
            ("ab", "xabx", Likeness::Unlike),
        ] {
            let found = (Text::new(a).likeness(&Text::new(b)), Text::new(b).likeness(&Text::new(a)));
            assert_eq!(found, (expected, expected), "{a} {b}");
        }
    }
}
