//! The typesetter with its fonts, ready for any number of documents.

use super::content::{Paper, content};
use super::{DocumentError, Letterhead};
use crate::Report;
use crate::chart::{Pen, Theme};
use chrono::Datelike;
use std::num::NonZeroU8;
use std::path::PathBuf;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};
use typst_render::RenderOptions;

/// The layout of every report; what is set comes from `data.json` and `chart.svg` beside it.
const LAYOUT: &str = include_str!("report.typ");

/// Pictures up to this height, in points, may be drawn as fine as asked for; above it one pixel a point.
const FINE_HEIGHT: f64 = 8_000.0;
/// The highest picture, in points.
const MOST_HEIGHT: f64 = 30_000.0;

/// The typesetter with its fonts.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    layout: Source,
    data: FileId,
    chart: FileId,
}

impl Press {
    /// A typesetter with the fonts in these TTF or OTF files (owned or built in), the text's own family first and those that stand in for its
    /// missing letters after it. Regular and semi-bold of each are used; Latin with tabular figures and Thai are needed.
    ///
    /// # Errors
    /// [`DocumentError::NoFont`] for a file without a font, or without any file.
    pub fn new<F>(files: impl IntoIterator<Item = F>) -> Result<Self, DocumentError>
    where
        F: AsRef<[u8]> + Send + Sync + 'static,
    {
        let mut fonts: Vec<Font> = Vec::new();
        for (at, file) in files.into_iter().enumerate() {
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(file)));
            if fonts.len() == before {
                return Err(DocumentError::NoFont { number: at + 1 });
            }
        }
        if fonts.is_empty() {
            return Err(DocumentError::NoFont { number: 1 });
        }
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            layout: Source::new(file_id("report.typ")?, LAYOUT.to_owned()),
            data: file_id("data.json")?,
            chart: file_id("chart.svg")?,
        })
    }

    /// The report as a PDF on A4, with its chart; on its side where it has many columns.
    ///
    /// # Errors
    /// [`DocumentError`].
    pub fn pdf(&self, report: &Report, head: &Letterhead<'_>) -> Result<Vec<u8>, DocumentError> {
        let document = self.set(report, head, Paper::A4)?;
        let date = head.made.date();
        let [month, day] = [date.month(), date.day()].map(|part| u8::try_from(part).unwrap_or_default());
        let made = Datetime::from_ymd(date.year(), month, day);
        let options = PdfOptions {
            creator: Smart::Custom(Some("Coffer".to_owned())),
            timestamp: made.map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        Ok(typst_pdf::pdf(&document, &options)?)
    }

    /// The report as one PNG picture, as wide as a page and as high as it needs, so many pixels to a point (1/72 inch).
    ///
    /// # Errors
    /// [`DocumentError`], [`DocumentError::TooLong`] among them.
    pub fn png(
        &self,
        report: &Report,
        head: &Letterhead<'_>,
        pixels: NonZeroU8,
    ) -> Result<Vec<u8>, DocumentError> {
        let document = self.set(report, head, Paper::Endless)?;
        let [page] = document.pages() else {
            return Err(DocumentError::typesetting("a picture has one page"));
        };
        let height = page.frame.height().to_pt();
        if height > MOST_HEIGHT {
            return Err(DocumentError::TooLong);
        }
        let pixels = if height > FINE_HEIGHT { 1 } else { pixels.get() };
        let options = RenderOptions { pixel_per_pt: Scalar::new(pixels.into()), ..RenderOptions::default() };
        typst_render::render(page, &options).encode_png().map_err(DocumentError::typesetting)
    }

    pub(super) fn set(
        &self,
        report: &Report,
        head: &Letterhead<'_>,
        paper: Paper,
    ) -> Result<PagedDocument, DocumentError> {
        let mut content = content(report, head, paper);
        content["fonts"] = self.families().into();
        let theme = self.theme(content["landscape"] == true);
        let chart = report.chart(&Pen { theme: &theme, locale: head.locale, names: head.names })?;
        content["chart"] = chart.is_some().into();
        let sheet = Sheet {
            press: self,
            data: Bytes::from_string(content.to_string()),
            chart: chart.map(Bytes::from_string),
        };
        let document = typst::compile::<PagedDocument>(&sheet).output;
        // What the compiler remembers of a document is of no use to the next one.
        typst::comemo::evict(0);
        Ok(document?)
    }

    /// Charts as wide as the page's text, with letters of one size whichever way the page lies.
    fn theme(&self, landscape: bool) -> Theme {
        let family = |letter: char| {
            let has_letter = |font: &&Font| font.info().coverage.contains(letter.into());
            self.fonts.iter().find(has_letter).map(|font| font.info().family.clone()).unwrap_or_default()
        };
        let width = if landscape { 1080 } else { 720 };
        Theme { width, font: family('a'), thai_font: family('ก'), ..Theme::light() }
    }

    /// The families of the fonts, each once, in order.
    fn families(&self) -> Vec<String> {
        let mut families: Vec<String> = Vec::new();
        for font in &self.fonts {
            if !families.contains(&font.info().family) {
                families.push(font.info().family.clone());
            }
        }
        families
    }
}

fn file_id(name: &str) -> Result<FileId, DocumentError> {
    let path = VirtualPath::new(name).map_err(DocumentError::typesetting)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One document being set: the press and the values on this page.
struct Sheet<'a> {
    press: &'a Press,
    data: Bytes,
    chart: Option<Bytes>,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.press.layout.clone()) } else { Err(missing(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = if id == self.press.data {
            Some(&self.data)
        } else if id == self.press.chart {
            self.chart.as_ref()
        } else {
            None
        };
        known.cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    /// There is no clock: the day on which a document is made is one of its values.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.vpath().get_without_slash()))
}
