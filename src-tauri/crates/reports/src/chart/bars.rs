//! Income beside expenses, over time.

use super::canvas::{Anchor, Margins, Stroke, draw, points};
use super::scale::Scale;
use super::{ChartError, Pen};
use crate::{Kind, Line, Report};

pub(super) fn income_and_expenses(report: &Report, pen: &Pen<'_>) -> Result<Option<String>, ChartError> {
    let bars = report.bars();
    if bars.iter().all(|bar| bar.income.is_zero() && bar.expenses.is_zero()) {
        return Ok(None);
    }
    let Ok(count) = i32::try_from(bars.len()) else { return Ok(None) };
    let scale = Scale::new(bars.iter().flat_map(|bar| [bar.income, bar.expenses]), 4, true);
    let units = pen.names.scale(report.base);
    let labels: Vec<_> = scale.ticks().map(|tick| (tick, pen.locale.short(tick, units))).collect();
    let theme = pen.theme;
    draw(pen, theme.height, |canvas| {
        let left = canvas.widest(labels.iter().map(|(_, label)| label.as_str())) + theme.text;
        let margins = Margins { top: theme.text * 3, right: 0, bottom: theme.text * 2, left };
        // Two places for each column, so that its middle has a number.
        let plot = canvas.plot(margins, 0..count * 2, scale.low..scale.high)?;
        canvas.legend(match report.kind() {
            Kind::CashFlow => [Line::MoneyIn, Line::MoneyOut],
            _ => [Line::Income, Line::Expenses],
        })?;
        for (tick, label) in &labels {
            let (x, y) = plot.backend_coord(&(0, tick.units()));
            canvas.line(vec![(x, y), (points(theme.width), y)], theme.line, Stroke::Hair)?;
            canvas.text(label, (x - points(theme.text / 2), y), Anchor::Right, theme.muted)?;
        }
        let names: Vec<String> =
            bars.iter().map(|bar| pen.locale.axis_column(bar.period, report.request.interval)).collect();
        let slot = (theme.width - left) / u32::try_from(count).unwrap_or(u32::MAX).max(1);
        let room = canvas.widest(names.iter().map(String::as_str)) + theme.text;
        let every = usize::try_from(room.div_ceil(slot.max(1))).unwrap_or(usize::MAX).max(1);
        // Widths in quarters of a pixel: bars take seven tenths of their slot, at most 28 pixels each.
        let wide = (points(slot) * 35 / 100).clamp(2, points(28));
        let below = points(theme.height) - points(theme.text * 3 / 4);
        let (_, floor) = plot.backend_coord(&(0, scale.baseline()));
        for (at, (bar, name)) in bars.iter().zip(&names).enumerate() {
            let place = i32::try_from(at * 2 + 1).unwrap_or(i32::MAX);
            let (middle, income) = plot.backend_coord(&(place, bar.income.units()));
            let (_, expenses) = plot.backend_coord(&(place, bar.expenses.units()));
            canvas.block([(middle - wide, income), (middle - 1, floor)], theme.series[0])?;
            canvas.block([(middle + 1, expenses), (middle + wide, floor)], theme.series[1])?;
            if at % every == 0 {
                canvas.text(name, (middle, below), Anchor::Centre, theme.muted)?;
            }
        }
        let (x, _) = plot.backend_coord(&(0, 0));
        canvas.line(vec![(x, floor), (points(theme.width), floor)], theme.muted, Stroke::Hair)
    })
    .map(Some)
}
