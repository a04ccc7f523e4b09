//! The order of rows within a statement.

use crate::Draft;

/// Puts rows oldest first, whichever way round the file lists them; rows of one day stay in the order they happened.
pub(crate) fn oldest_first(drafts: &mut [Draft]) {
    let steps = |falls: bool| {
        let pairs = drafts.windows(2).filter(|pair| match pair {
            [a, b] => a.day != b.day && (a.day > b.day) == falls,
            _ => false,
        });
        pairs.count()
    };
    if steps(true) > steps(false) {
        drafts.reverse();
    }
    drafts.sort_by_key(|draft| draft.day);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::Day;

    #[test]
    fn rows_of_a_day_keep_the_order_in_which_they_happened() {
        for (days, expected) in [
            (&[1, 2, 2, 3][..], &[1, 2, 3, 4][..]),
            (&[3, 2, 2, 1], &[4, 3, 2, 1]),
            (&[1, 3, 2, 2], &[1, 3, 4, 2]),
            (&[2, 2], &[1, 2]),
            (&[], &[]),
        ] {
            let draft = |(line, day): (u32, &i64)| {
                Draft::new(line, Day::from_number(*day).unwrap(), 0.into(), String::new())
            };
            let mut drafts: Vec<Draft> = (1..).zip(days).map(draft).collect();
            oldest_first(&mut drafts);
            let lines: Vec<u32> = drafts.iter().map(|draft| draft.line).collect();
            assert_eq!(lines, expected, "{days:?}");
        }
    }
}
