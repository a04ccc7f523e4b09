//! The sheet that charts are drawn on.

use super::{ChartError, Colour, Pen};
use crate::Line;
use plotters::chart::ChartContext;
use plotters::coord::Shift;
use plotters::coord::types::{RangedCoordi32, RangedCoordi128};
use plotters::prelude::{
    Cartesian2d, ChartBuilder, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea, IntoFont, PathElement,
    RGBColor, Rectangle, SVGBackend, ShapeStyle, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, TextStyle};
use std::ops::Range;

/// The library draws on whole pixels; drawing larger and showing smaller puts lines where they belong.
const FINE: u32 = 4;

/// A chart with time or place across, in any numbers, and money upward, in smallest units.
pub(crate) type Plot<'a, 'b> = ChartContext<'a, SVGBackend<'b>, Cartesian2d<RangedCoordi32, RangedCoordi128>>;

/// Room around a plot, in CSS pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Margins {
    pub(crate) top: u32,
    pub(crate) right: u32,
    pub(crate) bottom: u32,
    pub(crate) left: u32,
}

/// A drawing under way. Lengths are CSS pixels; points are those of the drawing, [`FINE`] to a pixel.
pub(crate) struct Canvas<'a, 'b> {
    pen: &'a Pen<'a>,
    pub(crate) root: DrawingArea<SVGBackend<'b>, Shift>,
}

/// Where a text stands from its point.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Anchor {
    Left,
    Centre,
    Right,
}

/// What the drawing library says, as an error.
#[expect(clippy::needless_pass_by_value, reason = "map_err hands it over")]
pub(crate) fn failed<E: std::error::Error + Send + Sync>(error: DrawingAreaErrorKind<E>) -> ChartError {
    ChartError::Drawing { reason: error.to_string() }
}

/// Draws with `draw` on a sheet of the theme's width and of `height`, and returns the SVG document.
pub(crate) fn draw(
    pen: &Pen<'_>,
    height: u32,
    draw: impl FnOnce(&Canvas<'_, '_>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let width = pen.theme.width;
    let mut svg = String::new();
    let canvas = Canvas {
        pen,
        root: SVGBackend::with_string(&mut svg, (width * FINE, height * FINE)).into_drawing_area(),
    };
    if let Some(background) = pen.theme.background {
        canvas.root.fill(&rgb(background)).map_err(failed)?;
    }
    draw(&canvas)?;
    canvas.root.present().map_err(failed)?;
    drop(canvas);
    let size = |width: u32, height: u32| format!(r#"width="{width}" height="{height}""#);
    Ok(svg.replacen(&size(width * FINE, height * FINE), &size(width, height), 1))
}

pub(crate) fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

/// A length in the drawing's own points.
pub(crate) fn points(pixels: u32) -> i32 {
    i32::try_from(pixels * FINE).unwrap_or(i32::MAX)
}

impl<'a, 'b> Canvas<'a, 'b> {
    /// A plot within margins.
    pub(crate) fn plot(
        &self,
        margins: Margins,
        across: Range<i32>,
        upward: Range<i128>,
    ) -> Result<Plot<'_, 'b>, ChartError> {
        let mut builder = ChartBuilder::on(&self.root);
        builder.margin_top(points(margins.top)).margin_right(points(margins.right));
        builder.margin_bottom(points(margins.bottom)).margin_left(points(margins.left));
        builder.build_cartesian_2d(across, upward).map_err(failed)
    }

    fn style(&self, text: &str, colour: Colour, anchor: Anchor) -> TextStyle<'_> {
        let theme = self.pen.theme;
        let family = if text.contains(is_thai) { &theme.thai_font } else { &theme.font };
        let font = (family.as_str(), font_size(theme.text)).into_font();
        let across = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Centre => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        font.color(&rgb(colour)).pos(Pos::new(across, VPos::Center))
    }

    /// Text whose middle line is at a point.
    pub(crate) fn text(
        &self,
        text: &str,
        at: (i32, i32),
        anchor: Anchor,
        colour: Colour,
    ) -> Result<(), ChartError> {
        self.root.draw(&Text::new(spelled_out(text), at, self.style(text, colour, anchor))).map_err(failed)
    }

    /// A line through points.
    pub(crate) fn line(
        &self,
        through: Vec<(i32, i32)>,
        colour: Colour,
        width: Stroke,
    ) -> Result<(), ChartError> {
        let style = ShapeStyle { color: rgb(colour).to_rgba(), filled: false, stroke_width: width.points() };
        self.root.draw(&PathElement::new(through, style)).map_err(failed)
    }

    /// A filled rectangle between two corners.
    pub(crate) fn block(&self, corners: [(i32, i32); 2], colour: Colour) -> Result<(), ChartError> {
        self.root.draw(&Rectangle::new(corners, rgb(colour).filled())).map_err(failed)
    }

    /// What the first colours of series mean, along the top.
    pub(crate) fn legend(&self, lines: [Line; 2]) -> Result<(), ChartError> {
        let theme = self.pen.theme;
        let size = points(theme.text * 8 / 10);
        let middle = points(theme.text);
        let mut x = 0;
        for (line, colour) in lines.into_iter().zip(theme.series) {
            let name = self.pen.locale.words().line(line, false);
            self.block([(x, middle - size / 2), (x + size, middle + size / 2)], colour)?;
            x += size + points(theme.text / 2);
            self.text(name, (x, middle), Anchor::Left, theme.ink)?;
            x += points(self.widest([name]) + theme.text * 3 / 2);
        }
        Ok(())
    }

    /// How much room the widest of these texts takes, in CSS pixels.
    pub(crate) fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> u32 {
        texts.into_iter().map(|text| width(text, self.pen.theme.text)).max().unwrap_or_default()
    }

    /// The text, cut with an ellipsis where it is wider than `room` CSS pixels.
    pub(crate) fn fitted(&self, text: &str, room: u32) -> String {
        if width(text, self.pen.theme.text) <= room {
            return text.to_owned();
        }
        let mut cut = String::new();
        for next in text.chars() {
            if width(&cut, self.pen.theme.text) + self.pen.theme.text * 3 / 2 > room && !is_mark(next) {
                break;
            }
            cut.push(next);
        }
        format!("{}…", cut.trim_end())
    }
}

/// Widths of lines.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stroke {
    /// Lines of the grid.
    Hair,
    /// Lines of figures.
    Figure,
}

impl Stroke {
    pub(crate) fn points(self) -> u32 {
        match self {
            Self::Hair => FINE * 3 / 4,
            Self::Figure => FINE * 7 / 4,
        }
    }
}

/// A size for which the library writes `pixels` of the drawing.
#[expect(
    clippy::float_arithmetic,
    reason = "the size of letters, which the library takes as a float and divides by 1.24"
)]
fn font_size(pixels: u32) -> f64 {
    f64::from(pixels * FINE) * 1.24
}

/// About how wide a text is: nobody knows before it is set, so figures and capitals are taken for the average.
fn width(text: &str, size: u32) -> u32 {
    let narrow = |letter: char| {
        matches!(letter, '.' | ',' | ' ' | '\u{a0}' | 'i' | 'l' | 'I' | 'j' | 't' | 'f' | '/' | '(' | ')')
    };
    let hundredths: u32 = text
        .chars()
        .map(|letter| match letter {
            letter if is_mark(letter) => 0,
            letter if narrow(letter) => 32,
            'm' | 'w' | 'M' | 'W' | '%' => 88,
            letter if letter.is_uppercase() => 68,
            _ => 60,
        })
        .sum();
    (hundredths * size).div_ceil(100)
}

/// The text with each Thai AM as the ring and the vowel that it is drawn as. Drawing programs measure the letters of a
/// syllable as one, and by AM alone two of them stand side by side: what follows would stand on top of it.
fn spelled_out(text: &str) -> String {
    const AM: char = '\u{e33}';
    const RING: char = '\u{e4d}';
    const AA: char = '\u{e32}';
    let mut spelled = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == AM {
            // The ring stands below a tone.
            let tone = spelled.chars().next_back().filter(|last| matches!(last, '\u{e48}'..='\u{e4b}'));
            spelled.truncate(spelled.len() - tone.map_or(0, char::len_utf8));
            spelled.push(RING);
            spelled.extend(tone);
            spelled.push(AA);
        } else {
            spelled.push(letter);
        }
    }
    spelled
}

fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e5b}')
}

/// `true` for Thai vowels and tones above and below, which take no room of their own.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_thai_take_no_room() {
        assert_eq!(width("ที่", 10), width("ท", 10));
        assert!(width("Weekly", 10) > width("little", 10));
    }

    #[test]
    fn thai_am_is_spelled_out_below_its_tone() {
        for (text, spelled) in
            [("จำกัด", "จ\u{e4d}\u{e32}กัด"), ("น้ำ", "น\u{e4d}\u{e49}\u{e32}"), ("Fuel", "Fuel")]
        {
            assert_eq!(spelled_out(text), spelled);
        }
    }
}
