//! Cuts a QIF file into records.

/// What the records of a section are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Section {
    /// Rows of an account: `!Type:Bank`, `!Type:CCard`, or nothing at all.
    Rows(String),
    /// Descriptions of accounts.
    Account,
    /// Lists that are no transactions: categories, classes, memorised payees, securities, prices.
    List(String),
}

/// A record: fields of a letter and a value each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// The line of its first field, counted from 1.
    pub line: u32,
    pub fields: Vec<(char, &'a str)>,
}

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A section starts.
    Section(u32, Section),
    /// Accounts that were listed end, `!Clear:AutoSwitch`.
    ListEnds,
    /// A record of the section.
    Record(Record<'a>),
}

impl<'a> Record<'a> {
    /// The first value of the field `letter` that is not blank.
    pub fn value(&self, letter: char) -> Option<&'a str> {
        self.fields
            .iter()
            .find(|(field, value)| *field == letter && !value.is_empty())
            .map(|(_, value)| *value)
    }
}

/// The pieces of `text`, whatever its line ends; a record at the end counts without its `^`.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut fields: Vec<(char, &str)> = Vec::new();
    let mut start = 0;
    for (number, line) in (1_u32..).zip(lines(text)) {
        let line = line.trim();
        let Some(letter) = line.chars().next() else { continue };
        if matches!(letter, '^' | '!') && !fields.is_empty() {
            pieces.push(Piece::Record(Record { line: start, fields: std::mem::take(&mut fields) }));
        }
        match letter {
            '^' => {}
            '!' => pieces.extend(header(line, number)),
            _ => {
                if fields.is_empty() {
                    start = number;
                }
                fields.push((letter, line[letter.len_utf8()..].trim()));
            }
        }
    }
    if !fields.is_empty() {
        pieces.push(Piece::Record(Record { line: start, fields }));
    }
    pieces
}

/// Lines that end in LF, CR LF or CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn header(line: &str, number: u32) -> Option<Piece<'_>> {
    let name: String = line.chars().filter(|letter| !letter.is_whitespace()).collect();
    let name = name.to_ascii_lowercase();
    let section = if name == "!account" {
        Section::Account
    } else if name == "!clear:autoswitch" {
        return Some(Piece::ListEnds);
    } else if name.starts_with("!option") || name.starts_with("!clear") {
        return None;
    } else {
        let kind = name.strip_prefix("!type:").unwrap_or(&name).to_owned();
        match kind.as_str() {
            "bank" | "cash" | "ccard" | "otha" | "othl" | "invst" | "port" | "invoice" | "bill" => {
                Section::Rows(kind)
            }
            _ => Section::List(line.to_owned()),
        }
    };
    Some(Piece::Section(number, section))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_at_carets_and_headers() {
        let text = "!Option:AutoSwitch\r\n!Account\rNMain\r^\r^^\n!Clear:AutoSwitch\n!Type: Oth A \n\n D1/2/05\nT5\n^^\nT6";
        let record =
            |line, fields: &[(char, &'static str)]| Piece::Record(Record { line, fields: fields.to_vec() });
        assert_eq!(
            pieces(text),
            [
                Piece::Section(2, Section::Account),
                record(3, &[('N', "Main")]),
                Piece::ListEnds,
                Piece::Section(7, Section::Rows("otha".into())),
                record(9, &[('D', "1/2/05"), ('T', "5")]),
                record(12, &[('T', "6")]),
            ]
        );
    }
}
