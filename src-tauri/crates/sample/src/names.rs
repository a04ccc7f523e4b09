//! Made-up names and notes, put together from lists of words in Thai and in Latin letters.

use crate::draw::Draw;
use std::collections::HashMap;

/// No pattern has more gaps.
const MOST_GAPS: usize = 3;
const WORDS: &str = include_str!("../data/words.tsv");

/// A text in both scripts; the same one twice where it has only Latin letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Twin {
    pub(crate) thai: String,
    pub(crate) roman: String,
}

/// Lists of words that fill the gaps in a pattern: `{dish}{nick} {place}`.
pub(crate) struct Words {
    lists: HashMap<&'static str, Vec<(&'static str, &'static str)>>,
}

/// A pattern cut at its gaps.
pub(crate) struct Pattern {
    thai: Vec<Piece>,
    roman: Vec<Piece>,
    /// The lists that the gaps name, in the order of the Thai text.
    lists: Vec<Vec<(&'static str, &'static str)>>,
}

enum Piece {
    Text(&'static str),
    /// What was drawn from the list with this index.
    Gap(usize),
}

impl Words {
    pub(crate) fn new() -> Self {
        let mut lists: HashMap<_, Vec<_>> = HashMap::new();
        for [list, thai, roman] in rows(WORDS) {
            lists.entry(list).or_default().push((thai, roman));
        }
        Self { lists }
    }

    /// The pattern that a Thai and a Latin text make; both have the same gaps, in any order.
    pub(crate) fn pattern(&self, thai: &'static str, roman: &'static str) -> Pattern {
        let mut names: Vec<&'static str> = Vec::new();
        let thai = cut(thai, |name| {
            names.push(name);
            names.len() - 1
        });
        // The second gap of a name is the second drawn of that name.
        let mut taken = vec![false; names.len()];
        let roman = cut(roman, |name| {
            let found = (0..names.len()).find(|index| names[*index] == name && !taken[*index]);
            let index = found.unwrap_or_else(|| unreachable!("both texts have the gap {name}"));
            taken[index] = true;
            index
        });
        debug_assert!(names.len() <= MOST_GAPS, "{names:?}");
        let lists = names
            .into_iter()
            .take(MOST_GAPS)
            .map(|name| self.lists.get(name).cloned().unwrap_or_default())
            .collect();
        Pattern { thai, roman, lists }
    }
}

impl Pattern {
    /// A word for each gap: two of the same list differ, and early words are more frequent than late ones.
    fn words(&self, draw: &mut Draw) -> [(&'static str, &'static str); MOST_GAPS] {
        let mut drawn = [("", ""); MOST_GAPS];
        for (gap, list) in self.lists.iter().enumerate() {
            let word = *draw.pick_early(list);
            let again = drawn[..gap].contains(&word);
            // The first word of a list, unless that was the one drawn before.
            drawn[gap] = if again { list[usize::from(list[0] == word).min(list.len() - 1)] } else { word };
        }
        drawn
    }

    /// The pattern with a word in each gap, early words of a list more often than late ones.
    pub(crate) fn fill(&self, draw: &mut Draw) -> Twin {
        let drawn = self.words(draw);
        let join = |pieces: &[Piece], word: fn(&(&'static str, &'static str)) -> &'static str| {
            pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => *text,
                    Piece::Gap(index) => word(&drawn[*index]),
                })
                .collect::<String>()
        };
        Twin { thai: join(&self.thai, |pair| pair.0), roman: join(&self.roman, |pair| pair.1) }
    }

    /// Writes the text of one language with a word in each gap, without making the other.
    pub(crate) fn write(&self, thai: bool, draw: &mut Draw, text: &mut String) {
        let drawn = self.words(draw);
        for piece in if thai { &self.thai } else { &self.roman } {
            match piece {
                Piece::Text(part) => text.push_str(part),
                Piece::Gap(index) => {
                    text.push_str(if thai { drawn[*index].0 } else { drawn[*index].1 });
                }
            }
        }
    }
}

fn cut(text: &'static str, mut gap: impl FnMut(&'static str) -> usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Gap(gap(name)));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The rows of a table after its heading.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

#[cfg(test)]
/// `true` if a text has a Thai letter in it.
pub(crate) fn is_thai(text: &str) -> bool {
    text.chars().any(|letter| ('\u{e01}'..='\u{e5b}').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Stream;

    #[test]
    fn both_scripts_of_a_filled_pattern_say_the_same() {
        let words = Words::new();
        let pattern = words.pattern("{thing} กับ{thing}", "{thing} and {thing}");
        let mut draw = Draw::new(1, Stream::Names);
        let things = &words.lists["thing"];
        for _ in 0..50 {
            let Twin { thai, roman } = pattern.fill(&mut draw);
            let (a, b) = thai.split_once(" กับ").unwrap();
            let (x, y) = roman.split_once(" and ").unwrap();
            assert!(things.contains(&(a, x)) && things.contains(&(b, y)) && a != b, "{thai} / {roman}");
        }
    }

    #[test]
    fn every_gap_of_every_table_names_a_list() {
        let words = Words::new();
        for table in [include_str!("../data/payees.tsv"), include_str!("../data/notes.tsv")] {
            for line in table.lines().skip(1) {
                for part in line.split('{').skip(1) {
                    let name = part.split('}').next().unwrap();
                    assert!(words.lists.contains_key(name), "{line}");
                }
            }
        }
    }
}
