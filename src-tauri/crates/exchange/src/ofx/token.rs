//! Cuts OFX text into tags and values, whatever its version and however broken.

use crate::FileError;

/// The longest tag name taken for one; the longest in the standard has 32 letters.
const LONGEST_NAME: usize = 80;
/// The longest value taken for one, in bytes; the longest in the standard is a message of 255 letters.
const LONGEST_VALUE: usize = 100_000;
/// The bytes of the longest entity, `&#x10FFFF;`, with leading zeros to spare.
const LONGEST_ENTITY: usize = 14;

/// What starts the declaration of an entity, and why a file with one is refused.
const ENTITY: &str = "<!ENTITY";
const ENTITIES: &str = "entity declarations, which no statement needs";

/// A piece of an OFX file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<NAME>`, or `<NAME/>` when it closes itself.
    Open { name: &'a str, closed: bool },
    /// `</NAME>`.
    Close { name: &'a str },
    /// What stands between tags, with its entities still escaped; never blank.
    Value(&'a str),
}

/// The tags and values of a file with the line on which each starts, counted from 1.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

/// Refuses what stands before the root element when it declares entities: unfolded, a few bytes of them fill any memory.
///
/// # Errors
/// [`FileError::Malformed`].
pub(super) fn refuse_entities(prolog: &str) -> Result<(), FileError> {
    match prolog.find(ENTITY) {
        None => Ok(()),
        Some(at) => {
            let mut tokens = Tokens::new(prolog, 0);
            tokens.advance(at);
            Err(tokens.malformed(ENTITIES.to_owned()))
        }
    }
}

impl<'a> Tokens<'a> {
    /// Reads on from the byte `at` of `text`.
    pub fn new(text: &'a str, at: usize) -> Self {
        let mut tokens = Self { text, at: 0, line: 1 };
        tokens.advance(at);
        tokens
    }

    /// The next piece.
    ///
    /// # Errors
    /// [`FileError::Malformed`] at an entity declaration and at tags or values longer than any statement has.
    pub fn next(&mut self) -> Result<Option<(Token<'a>, u32)>, FileError> {
        while self.at < self.text.len() {
            let rest = &self.text[self.at..];
            let line = self.line;
            if let Some(aside) = aside(rest) {
                self.check_aside(&rest[..aside])?;
                self.advance(aside);
            } else if let Some((token, length)) = tag(rest) {
                let (Token::Open { name, .. } | Token::Close { name } | Token::Value(name)) = token;
                if name.len() > LONGEST_NAME && !matches!(token, Token::Value(_)) {
                    return Err(self.malformed(format!("a tag of {} letters", name.len())));
                }
                self.advance(length);
                return Ok(Some((token, line)));
            } else {
                let length = value_length(rest);
                if length > LONGEST_VALUE {
                    return Err(self.malformed(format!("a value of {length} bytes")));
                }
                let blank = rest[..length].len() - rest[..length].trim_start().len();
                self.advance(blank);
                let line = self.line;
                self.advance(length - blank);
                let value = rest[..length].trim();
                if !value.is_empty() {
                    return Ok(Some((Token::Value(value), line)));
                }
            }
        }
        Ok(None)
    }

    fn check_aside(&self, aside: &str) -> Result<(), FileError> {
        if aside.starts_with("<!--") {
            // Skipping to the end of the file would lose rows without a word.
            let ends = aside.ends_with("-->");
            return if ends { Ok(()) } else { Err(self.malformed("a comment that never ends".to_owned())) };
        }
        if aside.starts_with("<!") && aside.contains(ENTITY) {
            return Err(self.malformed(ENTITIES.to_owned()));
        }
        Ok(())
    }

    fn malformed(&self, what: String) -> FileError {
        FileError::Malformed { line: self.line, what }
    }

    fn advance(&mut self, bytes: usize) {
        let passed = &self.text.as_bytes()[self.at..self.at + bytes];
        let next = self.text.as_bytes().get(self.at + bytes);
        for (index, byte) in passed.iter().enumerate() {
            // A carriage return ends a line unless a line feed follows it.
            let feeds = passed.get(index + 1).or(next) == Some(&b'\n');
            if *byte == b'\n' || (*byte == b'\r' && !feeds) {
                self.line = self.line.saturating_add(1);
            }
        }
        self.at += bytes;
    }
}

/// The length of a comment, declaration or processing instruction that `text` starts with.
fn aside(text: &str) -> Option<usize> {
    let end = |close: &str| text.find(close).map_or(text.len(), |found| found + close.len());
    if text.starts_with("<!--") {
        Some(end("-->"))
    } else if text.starts_with("<?") || (text.starts_with("<!") && !text.starts_with("<![CDATA[")) {
        let close = end(">");
        // A document type with declarations of its own ends behind its bracket.
        Some(if text[..close].contains('[') { end("]>") } else { close })
    } else {
        None
    }
}

/// The tag or the quoted value that `text` starts with, and its length.
fn tag(text: &str) -> Option<(Token<'_>, usize)> {
    if let Some(quoted) = text.strip_prefix("<![CDATA[") {
        let length = quoted.find("]]>").unwrap_or(quoted.len());
        return Some((Token::Value(&quoted[..length]), (length + 12).min(text.len())));
    }
    let inside = text.strip_prefix('<')?;
    let length = inside.find(['>', '<']).filter(|end| inside[*end..].starts_with('>'))?;
    let (name, closing) = match inside[..length].strip_prefix('/') {
        Some(name) => (name, true),
        None => (&inside[..length], false),
    };
    let (name, closed) = match name.trim().strip_suffix('/') {
        Some(name) => (name, true),
        None => (name.trim(), false),
    };
    // Attributes appear in no tag of the standard, but some converters write them.
    let (name, attributes) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
    let part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-' | ':');
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) || !name.chars().all(part) {
        return None;
    }
    if !attributes.trim().is_empty() && !attributes.contains('=') {
        return None;
    }
    let token = if closing { Token::Close { name } } else { Token::Open { name, closed } };
    Some((token, length + 2))
}

/// How far the value at the start of `text` reaches: to the next thing that is a tag. A bare `<` is part of it.
fn value_length(text: &str) -> usize {
    let mut from = text.chars().next().map_or(0, char::len_utf8);
    while let Some(found) = text[from..].find('<') {
        let at = from + found;
        if tag(&text[at..]).is_some() || aside(&text[at..]).is_some() {
            return at;
        }
        from = at + 1;
    }
    text.len()
}

/// A value with its entities unescaped. One level of double escaping (`&amp;lt;`) is undone too, and a bare `&` stays.
pub(super) fn unescape(value: &str) -> String {
    let once = unescape_once(value);
    if once.contains('&') { unescape_once(&once) } else { once }
}

fn unescape_once(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let end = rest.as_bytes()[at..].iter().take(LONGEST_ENTITY).position(|byte| *byte == b';');
        let letter = end.and_then(|end| Some((entity(rest.get(at + 1..at + end)?)?, end)));
        if let Some((letter, end)) = letter {
            text.push(letter);
            rest = &rest[at + end + 1..];
        } else {
            text.push('&');
            rest = &rest[at + 1..];
        }
    }
    text.push_str(rest);
    text
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32).filter(|letter| !letter.is_control() || letter.is_whitespace())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Token<'_>, u32)> {
        let mut tokens = Tokens::new(text, 0);
        std::iter::from_fn(|| tokens.next().unwrap()).collect()
    }

    fn open(name: &str) -> Token<'_> {
        Token::Open { name, closed: false }
    }

    #[test]
    fn tags_values_and_lines_are_told_apart() {
        use Token::{Close, Value};
        for (text, expected) in [
            ("<A>1<B>2", vec![(open("A"), 1), (Value("1"), 1), (open("B"), 1), (Value("2"), 1)]),
            ("<A>\r\n  1\r\n</A>", vec![(open("A"), 1), (Value("1"), 2), (Close { name: "A" }, 3)]),
            ("<A>\r<B/>", vec![(open("A"), 1), (Token::Open { name: "B", closed: true }, 2)]),
            ("<A x='1'>5 < 6 & 7<b", vec![(open("A"), 1), (Value("5 < 6 & 7<b"), 1)]),
            ("<?xml?><!-- <X> -->\n<!DOCTYPE OFX><A>", vec![(open("A"), 2)]),
            ("<A><![CDATA[<b>&]]></A>", vec![(open("A"), 1), (Value("<b>&"), 1), (Close { name: "A" }, 1)]),
            ("<INTU.BID>1", vec![(open("INTU.BID"), 1), (Value("1"), 1)]),
            ("<<A>", vec![(Value("<"), 1), (open("A"), 1)]),
            ("<A>x<B & C>y", vec![(open("A"), 1), (Value("x<B & C>y"), 1)]),
            ("<![CDATA[never closed", vec![(Value("never closed"), 1)]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn entities_are_unescaped_once_or_twice_and_a_bare_ampersand_stays() {
        for (value, expected) in [
            ("Power &amp; Light", "Power & Light"),
            ("Power & Light; Ltd", "Power & Light; Ltd"),
            ("TPAY &amp;lt;DEF&amp;gt;", "TPAY <DEF>"),
            ("caf&#233; &#xE9;&#0;&bogus;", "café é&#0;&bogus;"),
            ("a&nbsp;b &quot;c&apos;", "a b \"c'"),
            ("&", "&"),
        ] {
            assert_eq!(unescape(value), expected, "{value}");
        }
    }

    #[test]
    fn entity_declarations_and_endless_comments_tags_or_values_are_refused() {
        let bomb = "\n<!DOCTYPE a [<!ENTITY b \"xxxxxxxx\"><!ENTITY c \"&b;&b;\">]><OFX>&c;</OFX>";
        for (text, line) in [
            (bomb.to_owned(), 2),
            ("<!-- <OFX>".to_owned(), 1),
            (format!("<{}>", "A".repeat(81)), 1),
            (format!("<A>\n{}", "x".repeat(100_001)), 1),
        ] {
            let mut tokens = Tokens::new(&text, 0);
            let error = loop {
                match tokens.next() {
                    Ok(Some(_)) => {}
                    Ok(None) => panic!("was read: {}", &text[..20]),
                    Err(error) => break error,
                }
            };
            assert!(matches!(error, FileError::Malformed { line: found, .. } if found == line), "{error}");
        }
    }
}
