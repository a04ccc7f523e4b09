//! Quotation marks that were never escaped or closed, put right so that a strict tokenizer reads what was meant.

use memchr::memchr;
use std::borrow::Cow;

/// A cell of more than this many bytes is not closed any more.
const LONGEST_CELL: usize = 64 * 1024;
/// A cell of more than this many lines is not closed any more.
const MOST_LINES: usize = 64;
/// At most this many mended lines are named.
const MOST_NAMED: usize = 20;

/// Text whose quotation marks are in order.
pub(crate) struct Mended<'t> {
    pub text: Cow<'t, str>,
    /// The first lines that were mended, counted from 1.
    pub lines: Vec<u32>,
}

enum Cell {
    /// Ends before this byte.
    Sound(usize),
    /// Ends before this byte; the quotation marks at these bytes are part of it.
    Unescaped(usize, Vec<usize>),
    /// Was never closed.
    Open,
}

/// Doubles quotation marks within quoted cells, and encloses cells that begin with one and never end. `None` where
/// quotation marks follow no pattern at all.
pub(crate) fn mend(text: &str, delimiter: u8, quote: u8) -> Option<Mended<'_>> {
    let bytes = text.as_bytes();
    let (mut mended, mut copied, mut at) = (String::new(), 0, 0);
    let mut lines = LineNumbers::new(bytes);
    let mut named = Vec::new();
    let mut wasted = 0_usize;
    let mark = char::from(quote);
    while let Some(found) = memchr(quote, &bytes[at..]) {
        let open = at + found;
        let Some(start) = cell_start(bytes, open, delimiter) else {
            at = open + 1;
            continue;
        };
        match cell(bytes, open, delimiter, quote) {
            Cell::Sound(end) if start == open => {
                at = end;
                continue;
            }
            Cell::Sound(end) => {
                mended.push_str(&text[copied..start]);
                mended.push_str(&text[open..end]);
                (copied, at) = (end, end);
                continue;
            }
            Cell::Unescaped(end, inner) if start == open => {
                mended.push_str(&text[copied..open]);
                copied = open;
                for inside in inner {
                    mended.push_str(&text[copied..inside]);
                    mended.push(mark);
                    copied = inside;
                }
                at = end;
            }
            // A quotation mark behind a blank is a letter unless all is in order.
            Cell::Unescaped(..) | Cell::Open if start != open => {
                at = open + 1;
                continue;
            }
            Cell::Unescaped(..) | Cell::Open => {
                wasted += LONGEST_CELL.min(bytes.len() - open) / 16;
                if wasted > bytes.len() + (1 << 20) {
                    return None;
                }
                let end = cell_end(bytes, open, delimiter);
                mended.push_str(&text[copied..open]);
                mended.push(mark);
                mended.push_str(&text[open..end].replace(mark, &format!("{mark}{mark}")));
                mended.push(mark);
                (copied, at) = (end, end);
            }
        }
        if named.len() < MOST_NAMED {
            named.push(lines.at(open));
        }
    }
    if copied == 0 {
        return Some(Mended { text: Cow::Borrowed(text), lines: Vec::new() });
    }
    mended.push_str(&text[copied..]);
    named.dedup();
    Some(Mended { text: Cow::Owned(mended), lines: named })
}

/// Where the cell begins of which the quotation mark at `open` is the first letter but for blanks.
fn cell_start(bytes: &[u8], open: usize, delimiter: u8) -> Option<usize> {
    let blanks =
        bytes[..open].iter().rev().take(8).take_while(|byte| **byte == b' ' && delimiter != b' ').count();
    let start = open - blanks;
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    before.is_none_or(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r')).then_some(start)
}

/// Where an unquoted cell ends.
fn cell_end(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
    bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length)
}

fn cell(bytes: &[u8], open: usize, delimiter: u8, quote: u8) -> Cell {
    let limit = bytes.len().min(open + LONGEST_CELL);
    let (mut at, mut newlines, mut inner) = (open + 1, 0, Vec::new());
    while let Some(found) = memchr(quote, &bytes[at..limit]) {
        newlines += bytes[at..at + found].iter().filter(|byte| **byte == b'\n').count();
        if newlines > MOST_LINES {
            return Cell::Open;
        }
        at += found;
        if bytes.get(at + 1) == Some(&quote) {
            at = limit.min(at + 2);
            continue;
        }
        if closes(bytes, at, delimiter) {
            return if inner.is_empty() { Cell::Sound(at + 1) } else { Cell::Unescaped(at + 1, inner) };
        }
        // What looks like the next cell's beginning shows that this one was never closed.
        if bytes[at - 1] == delimiter || matches!(bytes[at - 1], b'\n' | b'\r') {
            return Cell::Open;
        }
        inner.push(at);
        at += 1;
    }
    Cell::Open
}

fn closes(bytes: &[u8], at: usize, delimiter: u8) -> bool {
    let behind = bytes[at + 1..].iter().take(8).find(|byte| **byte != b' ' || delimiter == b' ');
    match behind {
        Some(byte) => *byte == delimiter || matches!(byte, b'\n' | b'\r'),
        None => bytes.len() - at <= 8,
    }
}

/// Counts lines from one place in a text to a later one.
pub(crate) struct LineNumbers<'t> {
    bytes: &'t [u8],
    newline: u8,
    counted: usize,
    line: u32,
}

impl<'t> LineNumbers<'t> {
    pub fn new(bytes: &'t [u8]) -> Self {
        let newline = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
        Self { bytes, newline, counted: 0, line: 1 }
    }

    /// The line of the byte `at`, which must not lie before the one asked for last.
    pub fn at(&mut self, at: usize) -> u32 {
        let at = at.clamp(self.counted, self.bytes.len());
        let newlines = self.bytes[self.counted..at].iter().filter(|byte| **byte == self.newline).count();
        self.counted = at;
        self.line = self.line.saturating_add(u32::try_from(newlines).unwrap_or(u32::MAX));
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_put_right_where_they_break_the_row() {
        for (text, expected) in [
            ("\"a\",\"b\"\n", "\"a\",\"b\"\n"),
            ("\"a \"\"b\"\" c\",1", "\"a \"\"b\"\" c\",1"),
            ("\"a \"b\" c\",1", "\"a \"\"b\"\" c\",1"),
            ("1, \"b, c\",2", "1,\"b, c\",2"),
            ("x,\"open,5\ny,\"b\",6\n", "x,\"\"\"open\",5\ny,\"b\",6\n"),
            ("x,\"12\" pipe,5\n", "x,\"\"\"12\"\" pipe\",5\n"),
            ("5 \" nail,1\n", "5 \" nail,1\n"),
            ("\"two\nlines\",1\n", "\"two\nlines\",1\n"),
            ("", ""),
        ] {
            assert_eq!(mend(text, b',', b'"').unwrap().text, expected, "{text}");
        }
    }

    #[test]
    fn the_lines_that_were_mended_are_named() {
        let mended = mend("a,b\n1,\"x \"y\" z\"\n2,\"z\"\n3,\"p \"q\" r\"\n", b',', b'"').unwrap();
        assert_eq!(mended.lines, [2, 4]);
    }
}
