//! The largest parts of a report, as bars across.

use super::canvas::{Anchor, draw, points};
use super::{ChartError, Colour, Pen};
use crate::outline::percent;
use crate::report::{Row, RowStyle, Subject};
use crate::{Kind, Line, Report};
use ledger::{Quantity, QuantityError};
use rust_decimal::Decimal;

/// A bar of a part of a report.
struct Part {
    subject: Subject,
    quantity: Quantity,
    /// In percent of its section.
    share: Option<Decimal>,
    colour: Colour,
}

pub(super) fn categories(report: &Report, pen: &Pen<'_>) -> Result<Option<String>, ChartError> {
    let theme = pen.theme;
    let [first, second, ..] = theme.series;
    // Of two sections, the one with more rows has more bars.
    let sections = match report.kind() {
        Kind::BalanceSheet => Some([Line::Assets, Line::Liabilities]),
        Kind::IncomeStatement => Some([Line::Income, Line::Expenses]),
        Kind::CashFlow => Some([Line::MoneyIn, Line::MoneyOut]),
        _ => None,
    };
    let high = theme.text * 2;
    let top = if sections.is_some() { theme.text * 5 / 2 } else { 0 };
    let most = usize::try_from(theme.height.saturating_sub(top) / high).unwrap_or(usize::MAX).max(2);
    let parts = match sections {
        Some([one, other]) => {
            let (these, those) = (report.section(one), report.section(other));
            let few = most / 3;
            let (many, few) = if these.len() > those.len() { (most - few, few) } else { (few, most - few) };
            let mut parts = largest(these, many, first)?;
            parts.extend(largest(those, few, second)?);
            parts
        }
        None => largest(&report.rows, most, first)?,
    };
    let Some(longest) = parts.iter().map(|part| part.quantity.units()).max() else { return Ok(None) };
    let units = pen.names.scale(report.base);
    let names: Vec<String> = parts.iter().map(|part| pen.locale.subject(part.subject, pen.names)).collect();
    let figures: Vec<String> = parts.iter().map(|part| pen.locale.quantity(part.quantity, units)).collect();
    let shares: Vec<String> = parts
        .iter()
        .map(|part| part.share.map_or_else(String::new, |share| pen.locale.fixed_percent(share)))
        .collect();
    let height = top + high * u32::try_from(parts.len()).unwrap_or(u32::MAX);
    draw(pen, height, |canvas| {
        if let Some(sections) = sections {
            canvas.legend(sections)?;
        }
        let gap = theme.text;
        let name_room = canvas.widest(names.iter().map(String::as_str)).min(theme.width * 3 / 10);
        let share_room = canvas.widest(shares.iter().map(String::as_str)) + gap;
        let figure_room = canvas.widest(figures.iter().map(String::as_str)) + gap;
        let from = points(name_room + gap);
        let share_at = points(theme.width);
        let figure_at = points(theme.width - share_room);
        let room = points(theme.width - share_room - figure_room - gap) - from;
        for (at, part) in parts.iter().enumerate() {
            let middle = points(top + high * u32::try_from(at).unwrap_or(u32::MAX) + high / 2);
            let name = canvas.fitted(&names[at], name_room);
            canvas.text(&name, (0, middle), Anchor::Left, theme.ink)?;
            let length = i128::from(room) * part.quantity.units() / longest.max(1);
            let to = from + i32::try_from(length).unwrap_or(room).max(2);
            let half = points(theme.text) / 2;
            let several = matches!(part.subject, Subject::Others(_));
            let colour = if several { theme.muted } else { part.colour };
            canvas.block([(from, middle - half), (to, middle + half)], colour)?;
            canvas.text(&figures[at], (figure_at, middle), Anchor::Right, theme.ink)?;
            canvas.text(&shares[at], (share_at, middle), Anchor::Right, theme.muted)?;
        }
        Ok(())
    })
    .map(Some)
}

/// The largest topmost rows above zero, at most `most` bars; what is left over is the last of them.
fn largest(rows: &[Row], most: usize, colour: Colour) -> Result<Vec<Part>, QuantityError> {
    let is_part = |row: &&Row| row.depth == 1 && matches!(row.style, RowStyle::Line | RowStyle::Subtotal);
    let figure = |row: &Row| row.whole.or(row.values.last().copied());
    let mut found: Vec<(Subject, Quantity)> = rows
        .iter()
        .filter(is_part)
        .filter_map(|row| Some((row.subject, figure(row).filter(|figure| *figure > Quantity::ZERO)?)))
        .collect();
    // What a report has already put together stays last.
    found
        .sort_by_key(|(subject, figure)| (matches!(subject, Subject::Others(_)), std::cmp::Reverse(*figure)));
    let total = Quantity::sum(found.iter().map(|(_, figure)| *figure))?;
    if found.len() > most.max(1) {
        let others = found.split_off(most.max(1) - 1);
        let count =
            others.iter().map(|(subject, _)| if let Subject::Others(count) = subject { *count } else { 1 });
        let sum = Quantity::sum(others.iter().map(|(_, figure)| *figure))?;
        found.push((Subject::Others(count.sum()), sum));
    }
    let part = |(subject, quantity)| Part { subject, quantity, share: percent(quantity, total), colour };
    Ok(found.into_iter().map(part).collect())
}
