//! Net worth as an area over time.

use super::canvas::{Anchor, Margins, Stroke, draw, failed, points, rgb};
use super::scale::Scale;
use super::{ChartError, Pen};
use crate::{Locale, Report};
use ledger::{Day, Month};
use plotters::prelude::Polygon;
use plotters::style::Color;

/// How dense the area is, of the line above it.
const DENSITY: f64 = 0.1;

pub(super) fn net_worth(report: &Report, pen: &Pen<'_>) -> Result<Option<String>, ChartError> {
    let series = report.worth_points();
    let (Some(first), Some(last)) = (series.first(), series.last()) else { return Ok(None) };
    if first.day >= last.day || series.iter().all(|point| point.worth.is_zero()) {
        return Ok(None);
    }
    let scale = Scale::new(series.iter().map(|point| point.worth), 4, false);
    let units = pen.names.scale(report.base);
    let labels: Vec<_> = scale.ticks().map(|tick| (tick, pen.locale.short(tick, units))).collect();
    let theme = pen.theme;
    draw(pen, theme.height, |canvas| {
        let left = canvas.widest(labels.iter().map(|(_, label)| label.as_str())) + theme.text;
        let margins = Margins { top: theme.text, right: theme.text * 2, bottom: theme.text * 2, left };
        let plot = canvas.plot(margins, first.day.number()..last.day.number(), scale.low..scale.high)?;
        let edge = points(theme.width - margins.right);
        for (tick, label) in &labels {
            let (x, y) = plot.backend_coord(&(first.day.number(), tick.units()));
            canvas.line(vec![(x, y), (edge, y)], theme.line, Stroke::Hair)?;
            let at = (x - points(theme.text / 2), y);
            canvas.text(label, at, Anchor::Right, theme.muted)?;
        }
        let below = points(theme.height) - points(theme.text * 3 / 4);
        let [years, days] = ["0000", "Mmm 0000"].map(|label| canvas.widest([label]) * 7 / 4);
        let most = |room: u32| i32::try_from((theme.width - left) / room.max(1)).unwrap_or(i32::MAX).max(2);
        for (day, label) in time_ticks(first.day, last.day, [most(years), most(days)], pen.locale) {
            let (x, _) = plot.backend_coord(&(day.number(), scale.low));
            canvas.text(&label, (x, below), Anchor::Centre, theme.muted)?;
        }
        let line: Vec<(i32, i32)> = series
            .iter()
            .map(|point| plot.backend_coord(&(point.day.number(), point.worth.units())))
            .collect();
        let mut area = line.clone();
        for day in [last.day, first.day] {
            area.push(plot.backend_coord(&(day.number(), scale.baseline())));
        }
        let colour = theme.series[0];
        canvas.root.draw(&Polygon::new(area, rgb(colour).mix(DENSITY))).map_err(failed)?;
        canvas.line(line, colour, Stroke::Figure)
    })
    .map(Some)
}

/// Days between two, at the beginnings of months or years, with their labels: at most so many where labels are years, and
/// so many where they are months, of which the first in a year names it too. Where the span is short, every so many days.
fn time_ticks(
    from: Day,
    to: Day,
    [most_years, most_others]: [i32; 2],
    locale: &Locale,
) -> Vec<(Day, String)> {
    let days = to.number() - from.number();
    if days <= 92 {
        let step = days / most_others + 1;
        let ticks = (0..=days / step).map(|at| from.offset(at * step));
        return ticks.map(|day| (day, locale.day_of_month(day))).collect();
    }
    // Net worth at the end of December stands where January begins.
    let first = Month::of(from.offset(1));
    let months = Month::of(to).number() - first.number() + 1;
    let fits = |step: &i32| months / step < if *step < 12 { most_others } else { most_years };
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 240].into_iter().find(fits).unwrap_or(600);
    let mut labelled = None;
    let ticks = (0..months).map(|at| first.offset(at)).filter(|month| month.number().rem_euclid(step) == 0);
    ticks
        .map(|month| {
            let year = month.number().div_euclid(12);
            let label = locale.axis_month(month.first(), labelled != Some(year), step >= 12);
            labelled = Some(year);
            (month.first(), label)
        })
        .filter(|(day, _)| *day <= to)
        .collect()
}
