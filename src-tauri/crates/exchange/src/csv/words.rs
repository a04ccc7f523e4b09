//! The words by which banks name columns, flags, statuses and balances, in the languages of `words.tsv` and
//! `phrases.tsv`.

pub(crate) use super::meanings::{Header, Phrase};
use crate::fold::{fold, fold_header};
use ledger::CommodityKind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A header's likely meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub meaning: Header,
    /// 100 for the very phrase, less the less of the header it covers.
    pub weight: u32,
    /// `false` for a word that only another language has.
    pub english: bool,
}

struct Vocabulary<M> {
    phrases: HashMap<String, Vec<(M, bool)>>,
    /// Phrases of scripts that set no blanks between words.
    unspaced: Vec<(String, M)>,
}

static HEADERS: LazyLock<Vocabulary<Header>> =
    LazyLock::new(|| Vocabulary::of(include_str!("words.tsv"), Header::named));
static PHRASES: LazyLock<Vocabulary<Phrase>> =
    LazyLock::new(|| Vocabulary::of(include_str!("phrases.tsv"), Phrase::named));

impl<M: Copy + PartialEq> Vocabulary<M> {
    fn of(table: &str, meaning: fn(&str) -> Option<M>) -> Self {
        let mut vocabulary = Self { phrases: HashMap::with_capacity(8192), unspaced: Vec::new() };
        for line in table.lines().skip(1) {
            let mut fields = line.split('\t');
            let (Some(name), Some(language), Some(phrases)) = (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(meaning) = meaning(name) else { continue };
            for written in phrases.split(" | ") {
                vocabulary.add(written, meaning, language == "en");
            }
        }
        vocabulary
    }

    fn add(&mut self, written: &str, meaning: M, english: bool) {
        let folded = fold(written);
        // A lone sign, as the flags `+` and `-`, would fold to nothing.
        let key = if folded.is_empty() { written.trim().to_owned() } else { folded };
        if is_unspaced(&key) && key.chars().count() > 2 {
            self.unspaced.push((key.clone(), meaning));
        }
        let known = self.phrases.entry(key).or_default();
        match known.iter_mut().find(|(same, _)| *same == meaning) {
            Some(entry) => entry.1 |= english,
            None => known.push((meaning, english)),
        }
    }

    fn exactly(&self, folded: &str) -> &[(M, bool)] {
        self.phrases.get(folded).map_or(&[], Vec::as_slice)
    }
}

/// `true` for Thai, Chinese and Japanese text.
fn is_unspaced(text: &str) -> bool {
    text.chars().any(
        |letter| matches!(letter, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'),
    )
}

/// What `header` may mean, the likeliest first.
pub(crate) fn header_meanings(header: &str) -> Vec<Match> {
    let mut matches = Vec::new();
    let folded = fold_header(header);
    if folded.is_empty() || folded.len() > 120 {
        return matches;
    }
    add_all(&mut matches, &folded, 100);
    add_all(&mut matches, &fold_header(&without_unit(header)), 95);
    for part in
        header.split(['/', '\n', '|', '(', ')']).filter(|part| part.trim().len() < header.trim().len())
    {
        add_all(&mut matches, &fold_header(part), 90);
    }
    add_contained(&mut matches, &folded);
    matches.sort_by_key(|found| std::cmp::Reverse(found.weight));
    matches
}

fn add_all(matches: &mut Vec<Match>, folded: &str, weight: u32) {
    for (meaning, english) in HEADERS.exactly(folded) {
        add(matches, Match { meaning: *meaning, weight, english: *english });
    }
}

fn add(matches: &mut Vec<Match>, found: Match) {
    match matches.iter_mut().find(|known| known.meaning == found.meaning) {
        Some(known) if known.weight >= found.weight => {}
        Some(known) => *known = found,
        None => matches.push(found),
    }
}

/// Phrases within a longer header; the more of it they cover, the heavier.
fn add_contained(matches: &mut Vec<Match>, folded: &str) {
    let words: Vec<&str> = folded.split(' ').take(12).collect();
    let share = |length: usize| u32::try_from(length * 45 / folded.len()).unwrap_or(0);
    for start in 0..words.len() {
        for end in start + 1..=words.len() {
            let part = words[start..end].join(" ");
            // Words of one or two letters mean too much to be looked for inside others.
            if part.len() > 2 {
                add_all(matches, &part, 40 + share(part.len()));
            }
        }
    }
    for word in words.iter().filter(|word| word.len() >= 8 && word.is_ascii()) {
        // German and the Nordic languages write compounds as one word whose end names the thing.
        for start in 2..=word.len() - 5 {
            add_all(matches, &word[start..], 30);
        }
    }
    if is_unspaced(folded) {
        for (part, meaning) in HEADERS.unspaced.iter().filter(|(part, _)| folded.contains(part.as_str())) {
            add(matches, Match { meaning: *meaning, weight: 40 + share(part.len()), english: false });
        }
    }
}

/// `Amount (EUR)`, `Betrag in EUR` and `Saldo CHF` without their unit.
fn without_unit(header: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::with_capacity(header.len());
    for letter in header.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    if let Some((rest, last)) = bare.trim().rsplit_once([' ', '_'])
        && is_currency_code(last)
    {
        let rest = rest.trim();
        return rest.strip_suffix(" in").unwrap_or(rest).to_owned();
    }
    bare
}

/// The currency that a header names: `Amount (EUR)`, `จำนวนเงิน (บาท)`.
pub(crate) fn header_currency(header: &str) -> Option<String> {
    let words = header.split(|letter: char| {
        !letter.is_alphanumeric() && !is_currency_sign(letter) && !is_unspaced(&letter.to_string())
    });
    words.filter(|word| !word.is_empty()).find_map(|word| {
        if is_currency_code(word) {
            return Some(word.to_owned());
        }
        currency_of_sign(word).map(str::to_owned)
    })
}

/// `true` for the code of a currency in capital letters.
pub(crate) fn is_currency_code(word: &str) -> bool {
    word.len() == 3
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && kind_of_code(word) == Some(CommodityKind::Currency)
}

fn kind_of_code(word: &str) -> Option<CommodityKind> {
    static CODES: LazyLock<Vec<(String, CommodityKind)>> = LazyLock::new(|| {
        let mut codes: Vec<_> =
            ledger::catalogue().into_iter().map(|listing| (listing.code, listing.kind)).collect();
        codes.sort_by(|(a, _), (b, _)| a.cmp(b));
        codes
    });
    let found = CODES.binary_search_by(|(code, _)| code.as_str().cmp(word)).ok()?;
    CODES.get(found).map(|(_, kind)| *kind)
}

/// `true` for a code of the catalogue, a currency's or a coin's, in any case.
pub(crate) fn is_commodity_code(word: &str) -> bool {
    (3..=5).contains(&word.len()) && word.is_ascii() && kind_of_code(&word.to_ascii_uppercase()).is_some()
}

pub(crate) fn is_currency_sign(letter: char) -> bool {
    matches!(letter, '$' | '£' | '¥' | '¢' | '฿' | '\u{20a0}'..='\u{20cf}' | '￥' | '＄')
}

/// The currency that a sign or short name leaves no doubt about.
pub(crate) fn currency_of_sign(sign: &str) -> Option<&'static str> {
    Some(match sign.trim_end_matches('.').to_lowercase().as_str() {
        "€" | "eur" | "euro" | "euros" | "eur." => "EUR",
        "£" => "GBP",
        "฿" | "บาท" | "บ" | "baht" => "THB",
        "₹" | "rs" => "INR",
        "₽" | "руб" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "₫" => "VND",
        "₴" => "UAH",
        "₺" | "tl" => "TRY",
        "₱" => "PHP",
        "₦" => "NGN",
        "₸" => "KZT",
        "₾" => "GEL",
        "₭" => "LAK",
        "zł" | "zl" => "PLN",
        "kč" => "CZK",
        "ft" => "HUF",
        "lei" => "RON",
        "лв" => "BGN",
        "r$" => "BRL",
        "us$" => "USD",
        "a$" | "au$" => "AUD",
        "c$" | "ca$" => "CAD",
        "nz$" => "NZD",
        "hk$" => "HKD",
        "s$" => "SGD",
        "nt$" => "TWD",
        "rm" => "MYR",
        "rp" => "IDR",
        "sfr" | "fr" => "CHF",
        "元" => "CNY",
        "円" => "JPY",
        _ => return None,
    })
}

/// `true` where the whole of `text` is such a phrase.
pub(crate) fn says(text: &str, phrase: Phrase) -> bool {
    said(text, &[phrase]).is_some()
}

/// The first of `phrases` that the whole of `text` is.
pub(crate) fn said(text: &str, phrases: &[Phrase]) -> Option<Phrase> {
    if text.len() > 80 {
        return None;
    }
    let folded = fold(text);
    let key = if folded.is_empty() { text.trim() } else { &folded };
    let known = PHRASES.exactly(key);
    phrases.iter().copied().find(|phrase| known.iter().any(|(meaning, _)| meaning == phrase))
}

/// `true` where such a phrase opens `text`, or is all of its words.
pub(crate) fn begins_with(text: &str, phrase: Phrase) -> bool {
    let folded = fold(&text.chars().take(60).collect::<String>());
    let unspaced = || {
        PHRASES.unspaced.iter().any(|(part, meaning)| *meaning == phrase && folded.starts_with(part.as_str()))
    };
    let mut ends = folded.match_indices(' ').map(|(end, _)| end).collect::<Vec<_>>();
    ends.push(folded.len());
    ends.iter().any(|end| PHRASES.exactly(&folded[..*end]).iter().any(|(meaning, _)| *meaning == phrase))
        || unspaced()
}

/// `true` where such a phrase is among the words of `text`.
pub(crate) fn mentions(text: &str, phrase: Phrase) -> bool {
    let folded = fold(&text.chars().take(120).collect::<String>());
    let words: Vec<&str> = folded.split(' ').take(16).collect();
    let spaced = (0..words.len()).any(|start| {
        (start + 1..=words.len().min(start + 4)).any(|end| {
            let part = words[start..end].join(" ");
            PHRASES.exactly(&part).iter().any(|(meaning, _)| *meaning == phrase)
        })
    });
    spaced
        || PHRASES.unspaced.iter().any(|(part, meaning)| *meaning == phrase && folded.contains(part.as_str()))
}
