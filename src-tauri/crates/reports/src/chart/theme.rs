//! Sizes and colours of charts.

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Sizes, in CSS pixels, and colours of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Width of the drawing.
    pub width: u32,
    /// Height of the drawing; charts by category are as high as their bars need, up to this.
    pub height: u32,
    /// Size of the text.
    pub text: u32,
    /// The family of text without Thai letters.
    pub font: String,
    /// The family of text with some, its Latin letters and figures included.
    pub thai_font: String,
    /// Figures and names.
    pub ink: Colour,
    /// Labels of axes.
    pub muted: Colour,
    /// Lines of the grid.
    pub line: Colour,
    /// Behind everything; `None` lets what is behind show through.
    pub background: Option<Colour>,
    /// Series, in the order in which they are given out.
    pub series: [Colour; 6],
}

impl Theme {
    /// Dark on light, for paper.
    pub fn light() -> Self {
        Self {
            width: 720,
            height: 240,
            text: 11,
            font: "Inter".to_owned(),
            thai_font: "Noto Sans Thai".to_owned(),
            ink: Colour(0x1c, 0x1f, 0x1e),
            muted: Colour(0x67, 0x6d, 0x6a),
            line: Colour(0xe4, 0xe2, 0xdc),
            background: None,
            series: [
                Colour(0x0f, 0x6b, 0x5c),
                Colour(0xc0, 0x7f, 0x1a),
                Colour(0x3b, 0x62, 0xa8),
                Colour(0x8a, 0x4a, 0x7d),
                Colour(0x6f, 0x7d, 0x2c),
                Colour(0x7a, 0x6a, 0x58),
            ],
        }
    }

    /// Light on dark, for screens.
    pub fn dark() -> Self {
        Self {
            ink: Colour(0xec, 0xee, 0xed),
            muted: Colour(0x8d, 0x96, 0x93),
            line: Colour(0x2d, 0x32, 0x31),
            background: Some(Colour(0x1b, 0x1e, 0x1d)),
            series: [
                Colour(0x4c, 0xc2, 0xa9),
                Colour(0xe7, 0xb1, 0x5c),
                Colour(0x86, 0xa9, 0xea),
                Colour(0xcf, 0x93, 0xc2),
                Colour(0xb6, 0xc6, 0x67),
                Colour(0xbb, 0xa9, 0x93),
            ],
            ..Self::light()
        }
    }
}
