//! Open Financial Exchange, the statements that banks offer for download as `.ofx` or `.qfx`: SGML (versions 1.x) and
//! XML (2.x), read by one tolerant reader, since banks' files often are neither.
//!
//! Standard: OFX 2.2, chapters 3 (values), 11 (bank and card statements) and 13 (investment statements).

mod investment;
mod row;
mod statement;
mod token;
mod tree;
mod value;

#[cfg(test)]
mod tests;

use crate::charset::{check_size, decode};
use crate::{Document, FileError, Format};
use tree::Tree;

/// Reads an OFX or QFX file: one statement for each account in it.
///
/// # Errors
/// [`FileError`] when it is empty or too large, no OFX, an answer without any statement, or malformed beyond repair.
pub fn read(bytes: &[u8]) -> Result<Document, FileError> {
    check_size(bytes)?;
    let text = decode(bytes, declared_charset(bytes).as_deref()).text;
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let start = start(&text).ok_or_else(|| FileError::NotAStatement { what: what_else(&text) })?;
    token::refuse_entities(&text[..start])?;
    let text = if text[start..].starts_with("<OFX") { text } else { capital_tags(&text).into() };
    let tree = Tree::read(&text, start)?;
    let statements = statement::statements(&tree);
    if statements.is_empty() {
        return Err(FileError::NotAStatement { what: statement::why_none(&tree) });
    }
    Ok(Document { format: Format::Ofx, statements })
}

/// Where the root element opens.
fn start(text: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| {
        let name = text.as_bytes().get(at + 1..at + 4);
        let end = text.as_bytes().get(at + 4);
        name.is_some_and(|name| name.eq_ignore_ascii_case(b"OFX"))
            && end.is_some_and(|end| *end == b'>' || end.is_ascii_whitespace())
    })
}

fn what_else(text: &str) -> String {
    let start: String = text.trim_start().chars().take(40).collect();
    if start.to_ascii_uppercase().starts_with("<OFC>") {
        "OFC, a format of the nineties; ask the bank for OFX or CSV".to_owned()
    } else {
        format!("no <OFX> in it, it starts with “{}”", start.lines().next().unwrap_or_default())
    }
}

/// The character set that a header names: `CHARSET:1252`, `ENCODING:UTF-8`, `encoding="windows-874"`.
fn declared_charset(bytes: &[u8]) -> Option<String> {
    let header = bytes.get(..bytes.len().min(1024))?;
    let header: String = header.iter().map(|byte| char::from(*byte)).collect::<String>().to_ascii_uppercase();
    let header = header.split("<OFX>").next().unwrap_or_default();
    let after = |key: &str| {
        let value = header.split_once(key)?.1.trim_start_matches(['"', '\'', ' ']);
        let end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_';
        let name = value.split(end).next().unwrap_or_default();
        // Without line ends between them, the next header follows at once.
        let name = name.split("COMPRESSION").next().unwrap_or_default();
        Some(name.to_owned())
            .filter(|name| !matches!(name.as_str(), "" | "NONE" | "USASCII" | "US-ASCII" | "ASCII"))
    };
    after("CHARSET:")
        .or_else(|| after("<CHARSET>"))
        .or_else(|| after("ENCODING="))
        .or_else(|| after("ENCODING:"))
}

/// The same text with its tags in capitals.
fn capital_tags(text: &str) -> String {
    let mut inside = false;
    let capital = |letter: char| {
        inside = (inside || letter == '<') && letter != '>';
        if inside { letter.to_ascii_uppercase() } else { letter }
    };
    text.chars().map(capital).collect()
}
