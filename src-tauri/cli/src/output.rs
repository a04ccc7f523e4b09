//! Answers on standard output: JSON for scripts, aligned columns for people.

use crate::failure::Failure;
use serde::Serialize;
use std::io::Write;

/// Writes a value as one line of JSON.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, value).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Writes one line.
pub fn line(text: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout().lock(), "{}", shown(text))?;
    Ok(())
}

/// Which side of its column a cell stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// Writes rows in aligned columns.
pub fn table(sides: &[Side], rows: &[Vec<String>]) -> Result<(), Failure> {
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| width_of(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..sides.len()).map(width).collect();
    let mut out = std::io::stdout().lock();
    for row in rows {
        let mut text = String::new();
        for ((cell, side), width) in row.iter().zip(sides).zip(&widths) {
            let blanks = " ".repeat(width.saturating_sub(width_of(cell)));
            if !text.is_empty() {
                text.push_str("  ");
            }
            match side {
                Side::Left => text.extend([cell.as_str(), &blanks]),
                Side::Right => text.extend([blanks.as_str(), cell]),
            }
        }
        writeln!(out, "{}", shown(text.trim_end()))?;
    }
    Ok(())
}

/// The text without what would command a terminal or turn the letters around it: a statement's rows, which anybody who
/// pays can write into, must show as they are.
pub fn shown(text: &str) -> String {
    let turns = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace(|letter: char| letter.is_control() || turns(letter), "\u{fffd}")
}

/// Columns that a text takes in a terminal: Thai vowels and tones stand above or below their letter.
fn width_of(text: &str) -> usize {
    let mark = |letter: &char| matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    text.chars().filter(|letter| !mark(letter)).count()
}
