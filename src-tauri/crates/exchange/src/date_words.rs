//! Names of months, and the words that stand beside them in dates.

use crate::fold::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A word within a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// 1 for January.
    Month(u32),
    /// A day of the week, an era, or a word such as `de`.
    Filler,
}

static WORDS: LazyLock<HashMap<String, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for line in include_str!("csv/phrases.tsv").lines() {
        let mut fields = line.split('\t');
        let (Some(name), Some(_), Some(phrases)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let word = match name.strip_prefix("month").map(str::parse) {
            Some(Ok(month)) => Word::Month(month),
            _ if name == "filler" => Word::Filler,
            _ => continue,
        };
        for written in phrases.split(" | ") {
            words.entry(fold(written)).or_insert(word);
        }
    }
    words
});

/// What `written` means within a date; points in it, as Thai abbreviations have, are of no account.
pub(crate) fn word(written: &str) -> Option<Word> {
    if written.len() > 64 {
        return None;
    }
    WORDS.get(&fold(&written.replace('.', ""))).copied()
}
