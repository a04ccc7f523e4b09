//! What stands beside a number: signs, parentheses, currencies, `DR` and `CR`.

use crate::csv::words::{currency_of_sign, is_commodity_code, is_currency_sign};
use crate::number::{Side, is_blank, is_minus};

/// What stands on one side of a number.
#[derive(Default)]
pub(crate) struct Affix<'a> {
    pub minus: bool,
    pub opens: bool,
    pub closes: bool,
    pub side: Option<Side>,
    pub unit: Option<&'a str>,
}

impl<'a> Affix<'a> {
    pub fn of(text: &'a str) -> Option<Self> {
        let mut affix = Self::default();
        if text.is_empty() {
            return Some(affix);
        }
        let mut signs = 0;
        let is_other =
            |letter: char| is_blank(letter) || is_minus(letter) || matches!(letter, '+' | '(' | ')' | '*');
        for letter in text.chars() {
            match letter {
                '(' => affix.opens = true,
                ')' => affix.closes = true,
                '+' => signs += 1,
                _ if is_minus(letter) => {
                    signs += 1;
                    affix.minus = true;
                }
                _ => {}
            }
        }
        if signs > 1 {
            return None;
        }
        for word in text.split(is_other).filter(|word| !word.is_empty()) {
            affix.word(word, text.starts_with(' '))?;
        }
        Some(affix)
    }

    fn word(&mut self, word: &'a str, apart: bool) -> Option<()> {
        let side = match word.to_ascii_lowercase().as_str() {
            "dr" | "db" | "debit" | "d" | "od" | "s" | "soll" | "dr." | "dt" => Some(Side::Out),
            "cr" | "credit" | "c" | "h" | "haben" | "cr." | "ct" => Some(Side::In),
            _ => None,
        };
        match side {
            Some(_) if self.side.is_none() => self.side = side,
            Some(_) => return None,
            None if self.unit.is_none() && (is_unit(word) || (apart && is_code(word))) => {
                self.unit = Some(word);
            }
            None => return None,
        }
        Some(())
    }
}

/// `true` for what is written beside an amount of money: a sign, a code, a short name.
fn is_unit(word: &str) -> bool {
    let letters = word.chars().count();
    if letters > 12 {
        return false;
    }
    if word.chars().any(is_currency_sign) || currency_of_sign(word).is_some() {
        return true;
    }
    let code = is_code(word) && is_commodity_code(word);
    // Signs of Arabic currencies are letters with points between.
    let arabic = letters <= 6
        && word != "."
        && word.chars().all(|letter| matches!(letter, '\u{600}'..='\u{6ff}' | '.'));
    code || arabic
        || matches!(
            word.to_lowercase().trim_end_matches('.'),
            "kr" | "dkk"
                | "sek"
                | "nok"
                | "r"
                | "s/"
                | "bs"
                | "kn"
                | "din"
                | "km"
                | "lt"
                | "ls"
                | "q"
                | "l"
                | "usd"
                | "thb"
                | "chf"
                | "gbp"
                | "ksh"
                | "tsh"
                | "dh"
                | "p"
                | "pkr"
                | "inr"
                | "mad"
                | "den"
                | "mdl"
        )
}

/// `true` for what has the shape of a commodity's code.
fn is_code(word: &str) -> bool {
    (3..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
