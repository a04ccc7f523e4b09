//! What people note and what banks print.

use crate::Language;
use crate::draw::Draw;
use crate::names::{Pattern, Words, rows};
use crate::place::Place;
use crate::roster::Known;

const NOTES: &str = include_str!("../data/notes.tsv");

macro_rules! topics {
    ($($topic:ident $code:literal $often:literal;)*) => {
        /// What a note is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Topic { $($topic,)* }

        impl Topic {
            const ALL: &[Self] = &[$(Self::$topic,)*];

            /// Its word in the table, and how many of a thousand transactions carry such a note.
            fn row(self) -> (&'static str, u32) {
                match self { $(Self::$topic => ($code, $often),)* }
            }
        }
    };
}

topics! {
    Food "food" 90;
    Coffee "coffee" 60;
    Grocery "grocery" 220;
    Object "object" 420;
    Ride "ride" 130;
    Fuel "fuel" 80;
    Gadget "gadget" 600;
    Clothes "clothes" 450;
    Health "health" 450;
    Doctor "doctor" 700;
    Gift "gift" 650;
    Merit "merit" 500;
    Home "home" 600;
    Pet "pet" 500;
    Sale "sale" 500;
    Studio "studio" 550;
    Team "team" 700;
    Lend "lend" 800;
    Back "back" 400;
    Trip "trip" 120;
    Souvenir "souvenir" 350;
    Refund "refund" 900;
}

struct Notes {
    patterns: Vec<Pattern>,
    weights: Vec<u32>,
}

pub(crate) struct Phrases {
    language: Language,
    notes: Vec<Notes>,
}

impl Phrases {
    pub(crate) fn new(language: Language) -> Self {
        let words = Words::new();
        let notes = Topic::ALL.iter().map(|topic| {
            let mut notes = Notes { patterns: Vec::new(), weights: Vec::new() };
            let mut sum = 0;
            for [_, weight, thai, english] in rows::<4>(NOTES).filter(|row| row[0] == topic.row().0) {
                sum += weight.parse().unwrap_or(1);
                notes.weights.push(sum);
                notes.patterns.push(words.pattern(thai, english));
            }
            notes
        });
        Self { language, notes: notes.collect() }
    }

    /// What the person notes, often nothing.
    pub(crate) fn note(&self, topic: Topic, draw: &mut Draw) -> String {
        if !draw.chance(topic.row().1) {
            return String::new();
        }
        let notes = &self.notes[topic as usize];
        let thai = self.thai(850, 250, draw);
        let pattern = &notes.patterns[draw.weighted(&notes.weights)];
        let mut text = String::with_capacity(48);
        pattern.write(thai, draw, &mut text);
        text
    }

    /// `true` with the chance per mille of books in Thai or of books in English.
    fn thai(&self, in_thai: u32, in_english: u32, draw: &mut Draw) -> bool {
        draw.chance(if self.language == Language::Thai { in_thai } else { in_english })
    }

    /// What a statement prints for a payment from `place` to `known`; nothing for cash.
    pub(crate) fn payment(&self, place: Place, known: &Known, draw: &mut Draw) -> String {
        let thai = self.thai(650, 300, draw);
        let name = known.name.as_str();
        let machine = cut(&known.descriptor, 22);
        match (place, thai) {
            (Place::Card, true) => print(&["ชำระผ่านบัตร ", name, " เลขที่ "], 8, "", draw),
            (Place::Card, false) if draw.chance(500) => print(&["POS ", machine, " "], 8, "", draw),
            (Place::Card, false) => print(&[machine, " BANGKOK TH "], 6, "", draw),
            (Place::DollarCard, _) => print(&[machine, " "], 8, " US", draw),
            (Place::EWallet, true) => print(&["มะลิเพย์ จ่ายให้ ", name, " "], 9, "", draw),
            (Place::EWallet, false) => print(&["MALIPAY*", machine, " "], 9, "", draw),
            (Place::TravelWallet, _) => print(&[machine, " "], 6, "", draw),
            (Place::Checking | Place::Savings | Place::HighSavings | Place::StudioBank, true) => {
                print(&["สแกนจ่าย ", name, " อ้างอิง "], 9, "", draw)
            }
            (Place::Checking | Place::Savings | Place::HighSavings | Place::StudioBank, false) => {
                print(&["QR PAYMENT ", machine, " REF"], 9, "", draw)
            }
            _ => String::new(),
        }
    }

    /// What a statement prints for a bill paid from a bank account.
    pub(crate) fn bill(&self, known: &Known, draw: &mut Draw) -> String {
        let machine = cut(&known.descriptor, 22);
        if self.thai(700, 250, draw) {
            print(&["ชำระบิล ", &known.name, " เลขที่ "], 8, "", draw)
        } else {
            print(&["BILLPAY ", machine, " "], 8, "", draw)
        }
    }

    /// What a statement prints for money put into the electronic wallet.
    pub(crate) fn top_up(&self, known: &Known, draw: &mut Draw) -> String {
        if self.thai(700, 250, draw) {
            print(&["เติมเงิน ", &known.name, " "], 8, "", draw)
        } else {
            print(&["TOPUP ", &known.descriptor, " "], 8, "", draw)
        }
    }

    /// What a statement prints for money moved between accounts of one's own.
    pub(crate) fn own_transfer(&self, draw: &mut Draw) -> String {
        if self.thai(800, 250, draw) {
            print(&["โอนระหว่างบัญชีตนเอง อ้างอิง "], 8, "", draw)
        } else {
            print(&["TRF OWN ACCOUNT REF"], 8, "", draw)
        }
    }

    /// What a statement prints for a transfer to or from `known`.
    pub(crate) fn transfer(&self, known: &Known, incoming: bool, draw: &mut Draw) -> String {
        let thai = self.thai(700, 250, draw);
        let machine = cut(&known.descriptor, 26);
        match (thai, incoming) {
            (true, true) => print(&["รับโอนจาก ", &known.name, " X"], 4, "", draw),
            (true, false) => print(&["โอนเงินให้ ", &known.name, " X"], 4, "", draw),
            (false, true) => print(&["TRF IN ", machine, " X"], 4, "", draw),
            (false, false) => print(&["TRF OUT ", machine, " X"], 4, "", draw),
        }
    }

    /// One of two texts, mostly the one in the language of the books.
    pub(crate) fn say<'a>(&self, english: &'a str, thai: &'a str) -> &'a str {
        self.language.of(english, thai)
    }
}

/// The parts, so many digits, and an ending, in one allocation.
fn print(parts: &[&str], digits: u32, ending: &str, draw: &mut Draw) -> String {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut text = String::with_capacity(length + ending.len() + 10);
    for part in parts {
        text.push_str(part);
    }
    draw.digits(&mut text, digits);
    text.push_str(ending);
    text
}

/// As many letters as fit a machine's field.
fn cut(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(end, _)| text[..end].trim_end())
}
