//! What is done with any bytes: what the program does with a file before a person has seen it.

use exchange::{csv, ofx, qif, sheet};

/// As a delimited statement: guessed, read as guessed, shown; and read back where it is a table of everything.
pub fn read_csv(bytes: &[u8]) {
    if sheet::is_everything(bytes) {
        let _ = sheet::read_everything(bytes);
    }
    if let Ok(detection) = csv::detect(bytes) {
        let _ = csv::read(bytes, &detection.reading);
        let _ = csv::preview(bytes, &detection.reading, 20);
    }
}

/// As an OFX or QFX statement.
pub fn read_ofx(bytes: &[u8]) {
    let _ = ofx::read(bytes);
}

/// As a QIF file: guessed, and read as guessed.
pub fn read_qif(bytes: &[u8]) {
    if let Ok(detection) = qif::detect(bytes) {
        let _ = qif::read(bytes, &detection.reading);
    }
}
