//! The first rows of a file as they are cut by a reading, for a person who checks or changes it.

use super::detection::SampleRow;
use super::reading::Reading;
use super::records::{Marks, Records, clean};
use super::{encoding, prepare};
use crate::FileError;
use ::csv::StringRecord;

/// A cell is cut after so many bytes.
const LONGEST_CELL: usize = 200;
/// Rows above the table, at most.
const MOST_ABOVE: usize = 60;

/// A file's first rows, told apart as the reading says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// What stands above the table.
    pub above: Vec<SampleRow>,
    /// The rows of the header.
    pub header: Vec<SampleRow>,
    /// The first rows below it.
    pub rows: Vec<SampleRow>,
}

/// The first rows of `bytes`, at most `most` of the table.
///
/// # Errors
/// [`FileError`] for a reading that no text has: an unknown encoding, a delimiter that is none.
pub fn preview(bytes: &[u8], reading: &Reading, most: usize) -> Result<Preview, FileError> {
    let decoded = encoding::read_as(bytes, &reading.encoding)?;
    let prepared = prepare(&decoded, reading)?;
    let mut records = Records::new(&prepared.text, Marks::of(reading)?);
    let (mut record, mut second) = (StringRecord::new(), StringRecord::new());
    let mut preview = Preview::default();
    let header_rows = usize::try_from(reading.header_rows).unwrap_or(usize::MAX);
    while preview.rows.len() < most {
        let Some(line) = records.next(&mut record)? else { break };
        if line >= reading.first_line && reading.record_rows > 1 && records.next(&mut second)?.is_some() {
            second.iter().for_each(|cell| record.push_field(cell));
        }
        let row = SampleRow { line, cells: record.iter().map(cut).collect() };
        if line < reading.first_line {
            if preview.above.len() < MOST_ABOVE {
                preview.above.push(row);
            }
        } else if preview.header.len() < header_rows {
            preview.header.push(row);
        } else {
            preview.rows.push(row);
        }
    }
    Ok(preview)
}

fn cut(cell: &str) -> String {
    let cell = clean(cell);
    cell[..cell.floor_char_boundary(LONGEST_CELL)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{Frame, detect, detect_within};

    fn lines(rows: &[SampleRow]) -> Vec<u32> {
        rows.iter().map(|row| row.line).collect()
    }

    #[test]
    fn the_first_rows_are_told_apart_by_where_the_table_begins() {
        let text = "Sunda Bank\nAccount;12\n\nDate;Text;Amount\n2026-01-02;Coffee;-4.50\n2026-01-03;Tea;-3\n";
        let reading = detect(text.as_bytes()).unwrap().reading;
        let found = preview(text.as_bytes(), &reading, 1).unwrap();
        assert_eq!(lines(&found.above), [1, 2]);
        assert_eq!(lines(&found.header), [4]);
        assert_eq!(
            found.rows,
            [SampleRow { line: 5, cells: vec!["2026-01-02".into(), "Coffee".into(), "-4.50".into()] }]
        );
    }

    #[test]
    fn what_a_person_says_of_the_frame_is_kept_and_the_rest_is_guessed() {
        let text = "Report,one\nWhen|Who|How much\n02/01/2026|Coffee, black|-4.50\n13/01/2026|Tea|-3.00\n";
        let frame =
            Frame { delimiter: Some('|'), first_line: Some(3), header_rows: Some(0), ..Frame::default() };
        let found = detect_within(text.as_bytes(), &frame).unwrap().reading;
        assert_eq!((found.delimiter, found.first_line, found.header_rows), ('|', 3, 0));
        assert_eq!(found.columns.len(), 3);
        let above = Frame { first_line: Some(2), header_rows: Some(1), ..frame };
        let named: Vec<String> = detect_within(text.as_bytes(), &above)
            .unwrap()
            .reading
            .columns
            .into_iter()
            .map(|column| column.name)
            .collect();
        assert_eq!(named, ["When", "Who", "How much"]);
    }

    #[test]
    fn a_frame_that_no_text_has_is_refused() {
        for frame in [
            Frame { encoding: Some("nonsense".into()), ..Frame::default() },
            Frame { delimiter: Some('→'), ..Frame::default() },
        ] {
            let refused = detect_within(b"Date,Amount\n2026-01-02,5\n", &frame);
            assert!(matches!(refused, Err(FileError::Malformed { line: 1, .. })), "{frame:?}");
        }
    }
}
