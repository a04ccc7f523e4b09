//! The shape of dates and times in text.

use crate::date::{Part, Parts, Scanned};
use crate::date_words::{Word, word};
use crate::number::is_blank;

/// Reads the shape of a date, with or without a time or a second date behind it.
pub(crate) fn scan(text: &str) -> Option<Scanned> {
    let text = text.trim_matches(is_blank);
    if text.is_empty() || text.len() > 96 {
        return None;
    }
    quick(text).or_else(|| Scanner { rest: text }.date()).or_else(|| time_first(text))
}

/// `10:30, 31/12/2024`.
fn time_first(text: &str) -> Option<Scanned> {
    let (time, rest) = text.split_once(' ')?;
    let seconds = clock(time.strip_suffix(',').unwrap_or(time))?;
    let date = Scanner { rest: rest.trim_start() }.date().filter(|date| date.seconds.is_none())?;
    Some(Scanned { seconds: Some(seconds), ..date })
}

/// `2024-12-31`, `31.12.2024` and the like, without looking for anything else.
fn quick(text: &str) -> Option<Scanned> {
    let bytes = text.as_bytes();
    if bytes.len() > 10 {
        return None;
    }
    let (mut parts, mut at, mut separator) = ([Part::default(); 3], 0, None);
    for byte in bytes {
        if byte.is_ascii_digit() {
            let part = parts.get_mut(at).filter(|part| part.digits < 4)?;
            part.value = part.value * 10 + u32::from(byte - b'0');
            part.digits += 1;
        } else if matches!(byte, b'/' | b'-' | b'.') && separator.is_none_or(|same| same == byte) {
            separator = Some(byte);
            at += 1;
        } else {
            return None;
        }
    }
    let whole = at == 2 && parts.iter().all(|part| matches!(part.digits, 1 | 2 | 4));
    let years = parts.iter().filter(|part| part.digits == 4).count();
    (whole && years <= 1).then_some(Scanned { parts: Parts::Three(parts), seconds: None })
}

struct Scanner<'a> {
    rest: &'a str,
}

impl Scanner<'_> {
    fn date(mut self) -> Option<Scanned> {
        if let Some(number) = self.bare() {
            return Some(number);
        }
        let (parts, count, colons) = self.parts()?;
        let has_month = parts.iter().any(|part| part.is_month);
        let has_year = parts.iter().any(|part| part.digits == 4);
        if count == 2 {
            // `12.05` and `10-5` are likelier numbers; `15/01`, `15.01.` and `15 Jan` are dates.
            let dated = has_month || self.rest == "." || parts[2].digits == 9;
            let two = Parts::Two([parts[0], parts[1]]);
            return (dated && self.rest.trim_matches('.').is_empty())
                .then_some(Scanned { parts: two, seconds: None });
        }
        if colons && !has_year {
            return None;
        }
        let seconds = self.after_date()?;
        Some(Scanned { parts: Parts::Three(parts), seconds })
    }

    /// Digits alone: `20241231`, `20241231103000`, `1704067200`, `45291.5`.
    fn bare(&mut self) -> Option<Scanned> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if !matches!(length, 5 | 6 | 8 | 10 | 12 | 13 | 14) {
            return None;
        }
        let (digits, rest) = self.rest.split_at(length);
        if matches!(length, 12 | 14) && rest.is_empty() {
            let time = &digits[8..];
            let (hours, minutes) = (time[..2].parse::<u32>().ok()?, time[2..4].parse::<u32>().ok()?);
            let number = Parts::Number(digits[..8].parse().ok()?, 8);
            return (hours < 24 && minutes < 60)
                .then_some(Scanned { parts: number, seconds: Some(hours * 3600 + minutes * 60) });
        }
        let number = Parts::Number(digits.parse().ok()?, length);
        self.rest = rest;
        let fraction = rest
            .strip_prefix('.')
            .is_some_and(|tail| !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_digit()));
        if length == 5 && fraction {
            return Some(Scanned { parts: number, seconds: None });
        }
        if length == 8 && !rest.is_empty() {
            let seconds = self.compact_time().or_else(|| self.after_date())?;
            return Some(Scanned { parts: number, seconds });
        }
        rest.is_empty().then_some(Scanned { parts: number, seconds: None })
    }

    /// `103000` behind a date of digits.
    fn compact_time(&self) -> Option<Option<u32>> {
        let time = self.rest.trim_start_matches([' ', 'T', ';', ',', '-', '_', ':']);
        if !matches!(time.len(), 4 | 6) || !time.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (hours, minutes) = (time[..2].parse::<u32>().ok()?, time[2..4].parse::<u32>().ok()?);
        (hours < 24 && minutes < 60).then_some(Some(hours * 3600 + minutes * 60))
    }

    /// Up to three numbers or months and what stands between them; how many; whether colons did.
    fn parts(&mut self) -> Option<([Part; 3], usize, bool)> {
        let (mut parts, mut count, mut colons) = ([Part::default(); 3], 0, 0_u32);
        let mut words = 0;
        while count < 3 {
            let Some(first) = self.rest.chars().next() else { break };
            if first.is_ascii_digit() || thai_digit(first).is_some() {
                let (value, digits) = self.number()?;
                if !matches!(digits, 1 | 2 | 4) {
                    return None;
                }
                parts[count] = Part { value, digits, is_month: false };
                count += 1;
                self.ordinal();
            } else if is_letter(first) {
                match word(self.word()) {
                    Some(Word::Month(month)) if !parts[..count].iter().any(|part| part.is_month) => {
                        parts[count] = Part { value: month, digits: 0, is_month: true };
                        count += 1;
                    }
                    Some(Word::Filler) if words < 3 => words += 1,
                    _ => return None,
                }
            } else if first == ':' || is_between(first) {
                if count == 0 && words == 0 {
                    return None;
                }
                let before = self.rest;
                self.rest = before.trim_start_matches(|letter| letter == ':' || is_between(letter));
                let between = &before[..before.len() - self.rest.len()];
                colons += u32::from(between == ":");
                if between.trim().len() > 2 {
                    return None;
                }
                if count == 2 && self.rest.is_empty() {
                    self.rest = if between.trim() == "." { "." } else { "" };
                    break;
                }
                if count == 1 && between.contains('/') {
                    // Marks that a slash stands between day and month.
                    parts[2].digits = 9;
                }
            } else {
                return None;
            }
        }
        if count == 3 {
            return (colons == 0 || colons == 2).then_some((parts, 3, colons == 2));
        }
        (count == 2).then_some((parts, 2, false))
    }

    fn number(&mut self) -> Option<(u32, u32)> {
        let (mut value, mut digits) = (0_u32, 0_u32);
        while let Some(first) = self.rest.chars().next() {
            let Some(digit) = first.to_digit(10).filter(|_| first.is_ascii()).or_else(|| thai_digit(first))
            else {
                break;
            };
            value = value.checked_mul(10)?.checked_add(digit)?;
            digits += 1;
            self.rest = &self.rest[first.len_utf8()..];
        }
        Some((value, digits))
    }

    /// Skips the end of `1st` and `1er`.
    fn ordinal(&mut self) {
        for end in ["st", "nd", "rd", "th", "er", "º", "ª"] {
            if let Some(rest) = self.rest.strip_prefix(end)
                && !rest.starts_with(is_letter)
            {
                self.rest = rest;
                return;
            }
        }
    }

    /// A run of letters; the points within Thai abbreviations belong to it.
    fn word(&mut self) -> &str {
        let start = self.rest;
        let mut before = ' ';
        while let Some(first) = self.rest.chars().next() {
            let joined = first == '.' && matches!(before, '\u{e00}'..='\u{e4e}');
            if !is_letter(first) && !joined {
                break;
            }
            before = first;
            self.rest = &self.rest[first.len_utf8()..];
        }
        &start[..start.len() - self.rest.len()]
    }

    /// Nothing, a time, or a second date; `None` for anything else.
    fn after_date(&mut self) -> Option<Option<u32>> {
        let rest = self.rest.trim_start_matches(['.', ' ', ',', ';', '-', '_', '\u{a0}', '\u{202f}', ':']);
        if rest.is_empty() {
            return Some(None);
        }
        let time = rest.strip_prefix(['T', 't']).unwrap_or(rest);
        if let Some(seconds) = clock(time.trim_start()) {
            return Some(Some(seconds));
        }
        second_date(rest).then_some(None)
    }
}

/// The day repeated, or another beside it: `… as of 04/15/2023`, `… (31.12.2024)`, `… - 02/02/2024`.
fn second_date(rest: &str) -> bool {
    let rest = rest.trim_start_matches("as of").trim_matches(['(', ')', '/', ' ', '|', '–']);
    rest.starts_with(|letter: char| letter.is_ascii_digit()) && rest.len() >= 6 && quick(rest).is_some()
}

/// A time of day in seconds: `10:30`, `10.30.05`, `6:18:21 PM`, `07:00:00.001Z`, `15:40:00 -0700`, `10:30 น.`.
pub(crate) fn clock(text: &str) -> Option<u32> {
    let mut rest = text;
    let mut numbers = [0_u32; 3];
    let mut count = 0;
    while count < 3 {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&length) {
            break;
        }
        numbers[count] = rest[..length].parse().ok()?;
        count += 1;
        rest = &rest[length..];
        match rest.strip_prefix([':', '.']) {
            Some(tail) if tail.starts_with(|letter: char| letter.is_ascii_digit()) && count < 3 => {
                rest = tail;
            }
            _ => break,
        }
    }
    if count < 2 {
        return None;
    }
    if let Some(tail) = rest.strip_prefix(['.', ',', ':']) {
        rest = tail.trim_start_matches(|letter: char| letter.is_ascii_digit());
    }
    let tail = rest.trim_matches(is_blank).to_lowercase();
    let afternoon = tail.starts_with("pm") || tail.starts_with("p.m");
    let morning = tail.starts_with("am") || tail.starts_with("a.m");
    let allowed = |letter: char| {
        is_letter(letter)
            || letter.is_ascii_digit()
            || matches!(letter, '+' | '-' | ':' | '.' | ' ' | '(' | ')' | '/' | '[' | ']' | '_')
    };
    if tail.chars().count() > 24
        || !tail.chars().all(allowed)
        || tail.starts_with(|letter: char| letter.is_ascii_digit())
    {
        return None;
    }
    let [mut hours, minutes, seconds] = numbers;
    if afternoon && hours < 12 {
        hours += 12;
    } else if morning && hours == 12 {
        hours = 0;
    }
    (hours <= 24 && minutes < 60 && seconds <= 60).then_some(hours * 3600 + minutes * 60 + seconds)
}

fn is_letter(letter: char) -> bool {
    (letter.is_alphabetic() && !matches!(letter, 'º' | 'ª'))
        || matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{300}'..='\u{36f}')
}

fn is_between(letter: char) -> bool {
    matches!(
        letter,
        '/' | '-'
            | '.'
            | ','
            | ' '
            | '\''
            | '\u{2019}'
            | '\u{2013}'
            | '\u{2212}'
            | '\u{a0}'
            | '\u{202f}'
            | '_'
    )
}

fn thai_digit(letter: char) -> Option<u32> {
    matches!(letter, '\u{e50}'..='\u{e59}').then(|| u32::from(letter) - 0xe50)
}
