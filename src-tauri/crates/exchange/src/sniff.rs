//! Telling what kind of file it is from its first bytes.

use crate::Format;

/// How much of a file is looked at.
const HEAD: usize = 4096;

impl Format {
    /// The kind of a file, by what it says of itself: an OFX header or tag, a QIF section; anything else is delimited
    /// text. The name decides only where the bytes say nothing.
    pub fn sniff(bytes: &[u8], file_name: &str) -> Self {
        // Every second byte of UTF-16 is zero for the letters that matter here.
        let head: String = bytes
            .iter()
            .take(HEAD)
            .filter(|byte| **byte != 0)
            .map(|byte| char::from(*byte).to_ascii_uppercase())
            .collect();
        let starts = head.trim_start_matches(|letter: char| !letter.is_ascii() || letter.is_whitespace());
        if starts.starts_with("OFXHEADER") || starts.contains("<OFX>") || starts.contains("<?OFX") {
            return Self::Ofx;
        }
        let section = |line: &str| {
            line.starts_with("!TYPE:") || line.starts_with("!ACCOUNT") || line.starts_with("!OPTION")
        };
        if starts.lines().flat_map(|line| line.split('\r')).any(|line| section(line.trim())) {
            return Self::Qif;
        }
        match file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
            Some("ofx" | "qfx") => Self::Ofx,
            Some("qif") => Self::Qif,
            _ => Self::Csv,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_says_before_what_it_is_called() {
        for (bytes, name, format) in [
            ("OFXHEADER:100\nDATA:OFXSGML", "a.txt", Format::Ofx),
            ("\u{feff}<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>", "a", Format::Ofx),
            ("<ofx><signonmsgsrsv1>", "a.csv", Format::Ofx),
            ("!Type:Bank\nD1/2/26", "a.txt", Format::Qif),
            ("!Option:AutoSwitch\r!Account\r", "a", Format::Qif),
            ("Date,Amount\n2026-01-01,5", "a.csv", Format::Csv),
            ("Date,Amount\n2026-01-01,5", "a", Format::Csv),
            ("D1/2/26\nT5\n^", "a.QIF", Format::Qif),
            ("<STMTTRN>", "a.qfx", Format::Ofx),
            ("Note,Amount\n<OFXY>,5", "a.csv", Format::Csv),
        ] {
            assert_eq!(Format::sniff(bytes.as_bytes(), name), format, "{bytes}");
        }
        let wide: Vec<u8> = "!Type:Bank\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Format::sniff(&wide, "a"), Format::Qif);
    }
}
