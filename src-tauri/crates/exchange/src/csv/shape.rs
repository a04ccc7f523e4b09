//! Records of two rows, text that goes on in the next row, and columns that tell records from other rows.

use super::dialect::{Row, is_date, is_number};
use super::reading::{Reading, Role, RowFilter};
use super::table::{Table, header_score};
use super::words::{Phrase, begins_with};

/// The rows of the sample as records, and how many rows make one.
pub(crate) fn records(rows: &[Row]) -> (Vec<Row>, u32) {
    let dated = |row: &Row| row.cells.iter().any(|cell| is_date(cell));
    let numbered = |row: &Row| row.cells.iter().any(|cell| is_number(cell) && !is_date(cell));
    let is_pair = |at: usize| {
        rows.get(at + 1)
            .is_some_and(|below| dated(&rows[at]) && !numbered(&rows[at]) && numbered(below) && !dated(below))
    };
    let pairs: Vec<usize> = (0..rows.len()).filter(|at| is_pair(*at)).collect();
    let in_step = pairs.windows(2).filter(|pair| matches!(pair, [a, b] if b - a == 2)).count();
    let records = rows.iter().filter(|row| row.is_record()).count();
    let Some(first) = pairs
        .first()
        .copied()
        .filter(|_| pairs.len() >= 2 && in_step * 10 >= (pairs.len() - 1) * 7 && records * 4 < pairs.len())
    else {
        return (rows.to_vec(), 1);
    };
    // A header of two rows goes side by side, like its records.
    let start = match first.checked_sub(2) {
        Some(above)
            if header_score(&rows[above]) > 0
                && rows[above + 1].filled() > 1
                && rows[above + 1].line == rows[above].line + 1 =>
        {
            above
        }
        _ => first,
    };
    let mut joined = rows[..start].to_vec();
    for pair in rows[start..].chunks(2) {
        let cells = pair.iter().flat_map(|row| row.cells.iter().cloned()).collect();
        joined.push(Row { line: pair[0].line, cells });
    }
    (joined, 2)
}

/// The records whose date is in the column where most have it: others are of another kind, as file headers are.
pub(crate) fn alike<'r>(rows: &[&'r Row]) -> Vec<&'r Row> {
    let place = |row: &Row| row.cells.iter().position(|cell| is_date(cell));
    let records: Vec<(usize, &Row)> =
        rows.iter().filter(|row| row.is_record()).filter_map(|row| Some((place(row)?, *row))).collect();
    let count = |at: usize| records.iter().filter(|(place, _)| *place == at).count();
    let usual = (0..32).max_by_key(|at| (count(*at), std::cmp::Reverse(*at))).unwrap_or(0);
    if count(usual) * 2 <= records.len() {
        return records.into_iter().map(|(_, row)| row).collect();
    }
    records.into_iter().filter(|(place, _)| *place == usual).map(|(_, row)| row).collect()
}

/// Finds out whether text goes on in further rows, and whether a column tells records from other rows.
pub(crate) fn refine(reading: &mut Reading, rows: &[Row], table: &Table, records: &[&[String]]) {
    let body = &rows[table.first.min(rows.len())..table.end];
    reading.continued = is_continued(reading, body);
    reading.only = filter(reading, body, records);
}

fn is_continued(reading: &Reading, body: &[Row]) -> bool {
    let text = |column: usize| {
        reading.columns.get(column).is_some_and(|column| {
            matches!(column.role, Role::Description | Role::Payee | Role::Note | Role::Ignored)
        })
    };
    let (mut carried, mut records, mut pending) = (0, 0, 0);
    for row in body {
        if row.is_record() {
            records += 1;
            carried += pending;
            pending = 0;
            continue;
        }
        let filled: Vec<usize> =
            (0..row.cells.len()).filter(|column| !row.cells[*column].is_empty()).collect();
        let only_text = !filled.is_empty() && filled.len() <= 2 && filled.iter().all(|column| text(*column));
        let plain = filled.iter().all(|column| {
            !is_number(&row.cells[*column]) && !begins_with(&row.cells[*column], Phrase::Total)
        });
        if records > 0 && only_text && plain && row.cells.len() > 1 {
            pending += 1;
        }
    }
    // Those behind the last record may be footnotes; those between records are not.
    carried >= 2 && carried * 5 >= records
}

/// A column near the left whose value in records no other row with numbers has: `D` for details, `Data`.
fn filter(reading: &Reading, body: &[Row], records: &[&[String]]) -> Option<RowFilter> {
    let others: Vec<&Row> = body
        .iter()
        .filter(|row| row.cells.len() > 2 && !records.contains(&row.cells.as_slice()))
        .filter(|row| row.cells.iter().any(|cell| is_number(cell)))
        .collect();
    let usual = records.first()?.len();
    let odd: Vec<&&[String]> = records.iter().filter(|row| row.len() != usual).collect();
    for column in 0..4.min(reading.columns.len()) {
        if reading.columns[column].role != Role::Ignored || records.len() < 3 {
            continue;
        }
        let mut values: Vec<String> = Vec::new();
        for row in records.iter().filter(|row| row.len() == usual) {
            let value = row.get(column).cloned().unwrap_or_default();
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let short = values.len() == 1 && values.iter().all(|value| !value.is_empty() && value.len() <= 12);
        let elsewhere =
            |value: Option<&String>| value.is_some_and(|value| !value.is_empty() && !values.contains(value));
        let told = !others.is_empty() || !odd.is_empty();
        if short
            && told
            && others.iter().all(|row| elsewhere(row.cells.get(column)))
            && odd.iter().all(|row| elsewhere(row.get(column)))
        {
            return Some(RowFilter { column, values });
        }
    }
    None
}
