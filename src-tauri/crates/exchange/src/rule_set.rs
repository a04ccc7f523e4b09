//! Rules made ready for many rows.

use crate::Draft;
use crate::fold::fold;
use crate::rule::{Action, Condition, Direction, Join, Rule, TextField, TextTest};
use aho_corasick::AhoCorasick;
use ledger::{AccountId, RuleId};
use regex::{Regex, RegexBuilder};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The memory that a pattern may take once compiled, in bytes.
const PATTERN_SIZE: usize = 1 << 20;
/// The longest text of a condition, in bytes.
const LONGEST_VALUE: usize = 1000;

/// What rules look at.
#[derive(Debug, Clone, Copy)]
pub struct RuleRow<'a> {
    /// Who was paid or paid; empty where nothing names them.
    pub payee: &'a str,
    /// The bank's text.
    pub description: &'a str,
    /// A person's note.
    pub note: &'a str,
    /// The amount: positive into the account, negative out of it.
    pub amount: Decimal,
    /// The commodity's code.
    pub commodity: &'a str,
    /// The account that the row is of.
    pub account: AccountId,
}

impl<'a> RuleRow<'a> {
    /// The row `draft` of an account, in the commodity with this code.
    pub fn new(draft: &'a Draft, commodity: &'a str, account: AccountId) -> Self {
        let payee = draft.payee.as_deref().unwrap_or_default();
        let Draft { description, note, amount, .. } = draft;
        Self { payee, description, note, amount: *amount, commodity, account }
    }
}

/// What rules decide about a row. Each thing is decided by the first rule that has an action for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleOutcome {
    /// The category, or the account of the transfer.
    pub counterpart: Option<Decided<Counterpart>>,
    /// The payee's name.
    pub payee: Option<Decided<String>>,
    /// The note.
    pub note: Option<Decided<String>>,
    /// Labels to add, of all rules that apply, each once.
    pub tags: Vec<String>,
    /// Every rule that applies, in order.
    pub rules: Vec<RuleId>,
}

/// A decision and the rule that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided<T> {
    /// What was decided.
    pub value: T,
    /// By which rule.
    pub rule: RuleId,
}

/// The other side of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counterpart {
    /// A category.
    Category(AccountId),
    /// Another own account.
    Transfer(AccountId),
}

/// Why rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// A rule would apply to everything.
    #[error("the rule “{name}” has no condition")]
    NoCondition {
        /// Its name.
        name: String,
    },
    /// A condition on a text has no word to look for.
    #[error("the rule “{name}” looks for “{value}”, in which there is no word")]
    NoWord {
        /// Its name.
        name: String,
        /// What it looks for.
        value: String,
    },
    /// What it looks for is too long.
    #[error("the rule “{name}” looks for a text of {found} bytes, at most {limit} are possible")]
    TooLong {
        /// Its name.
        name: String,
        /// The length in bytes.
        found: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// A pattern is no regular expression, or too large a one.
    #[error("the pattern of the rule “{name}” is not usable: {reason}")]
    Pattern {
        /// Its name.
        name: String,
        /// What is wrong with it, in English.
        reason: String,
    },
}

/// Rules made ready for many rows.
pub struct RuleSet {
    rules: Vec<Ready>,
    /// Of payee, description and note: the words that conditions look for.
    words: [Words; 3],
}

struct Ready {
    id: RuleId,
    join: Join,
    checks: Vec<Check>,
    actions: Vec<Action>,
}

enum Check {
    /// The `index`th of the words looked for in a field is found in this way.
    Words {
        field: usize,
        index: usize,
        test: TextTest,
    },
    Pattern {
        field: usize,
        pattern: Regex,
    },
    Amount {
        from: Option<Decimal>,
        to: Option<Decimal>,
        signed: bool,
    },
    Commodity(String),
    Account(AccountId),
    Direction(Direction),
}

/// The words that conditions look for in one field, all found in one pass.
#[derive(Default)]
struct Words {
    wanted: Vec<String>,
    finder: Option<AhoCorasick>,
}

const ANYWHERE: u8 = 1;
const AT_START: u8 = 2;
const WHOLE: u8 = 4;

impl Rule {
    /// Checks that the rule can be used.
    ///
    /// # Errors
    /// [`RuleError`] says why it cannot.
    pub fn check(&self) -> Result<(), RuleError> {
        ready(self, &mut Default::default()).map(drop)
    }
}

impl RuleSet {
    /// The enabled ones of `rules`, in order of their positions. One that cannot be used is left out; [`Rule::check`]
    /// says why.
    ///
    /// # Errors
    /// [`RuleError::Pattern`] where they are too many to be looked for together.
    pub fn new(rules: &[Rule]) -> Result<Self, RuleError> {
        let mut enabled: Vec<&Rule> = rules.iter().filter(|rule| rule.enabled).collect();
        enabled.sort_by_key(|rule| (rule.position, rule.id));
        let mut indices: [HashMap<String, usize>; 3] = Default::default();
        let rules = enabled.into_iter().filter_map(|rule| ready(rule, &mut indices).ok()).collect();
        let [payee, description, note] = indices;
        let words = [Words::new(payee)?, Words::new(description)?, Words::new(note)?];
        Ok(Self { rules, words })
    }

    /// What the rules decide about a row.
    pub fn decide(&self, row: &RuleRow<'_>) -> RuleOutcome {
        let texts = [row.payee, row.description, row.note];
        let mut found: [Vec<u8>; 3] = Default::default();
        for ((words, text), found) in self.words.iter().zip(texts).zip(&mut found) {
            words.find(text, found);
        }
        let mut outcome = RuleOutcome::default();
        for rule in &self.rules {
            let mut checks = rule.checks.iter();
            let applies = match rule.join {
                Join::All => checks.all(|check| check.holds(row, &texts, &found)),
                Join::Any => checks.any(|check| check.holds(row, &texts, &found)),
            };
            if applies {
                outcome.add(rule);
            }
        }
        outcome
    }
}

impl RuleOutcome {
    fn add(&mut self, rule: &Ready) {
        fn decide<T>(decided: &mut Option<Decided<T>>, value: T, rule: RuleId) {
            if decided.is_none() {
                *decided = Some(Decided { value, rule });
            }
        }
        self.rules.push(rule.id);
        for action in &rule.actions {
            match action {
                Action::Category { account } => {
                    decide(&mut self.counterpart, Counterpart::Category(*account), rule.id);
                }
                Action::Transfer { account } => {
                    decide(&mut self.counterpart, Counterpart::Transfer(*account), rule.id);
                }
                Action::Payee { name } => decide(&mut self.payee, name.clone(), rule.id),
                Action::Note { text } => decide(&mut self.note, text.clone(), rule.id),
                Action::Tags { names } => {
                    for name in names {
                        if !self.tags.contains(name) {
                            self.tags.push(name.clone());
                        }
                    }
                }
            }
        }
    }
}

fn ready(rule: &Rule, indices: &mut [HashMap<String, usize>; 3]) -> Result<Ready, RuleError> {
    if rule.conditions.is_empty() {
        return Err(RuleError::NoCondition { name: rule.name.clone() });
    }
    let checks = rule.conditions.iter().map(|condition| check(rule, condition, indices));
    let mut checks = checks.collect::<Result<Vec<Check>, _>>()?;
    // Patterns cost most, so that they are asked last.
    checks.sort_by_key(|check| matches!(check, Check::Pattern { .. }));
    Ok(Ready { id: rule.id, join: rule.join, checks, actions: rule.actions.clone() })
}

fn check(
    rule: &Rule,
    condition: &Condition,
    indices: &mut [HashMap<String, usize>; 3],
) -> Result<Check, RuleError> {
    Ok(match condition {
        Condition::Text { field, test, value } => {
            let name = || rule.name.clone();
            if value.len() > LONGEST_VALUE {
                return Err(RuleError::TooLong { name: name(), found: value.len(), limit: LONGEST_VALUE });
            }
            let field = match field {
                TextField::Payee => 0,
                TextField::Description => 1,
                TextField::Note => 2,
            };
            if *test == TextTest::Matches {
                let pattern = RegexBuilder::new(value)
                    .case_insensitive(true)
                    .size_limit(PATTERN_SIZE)
                    .dfa_size_limit(PATTERN_SIZE)
                    .nest_limit(50)
                    .build()
                    .map_err(|error| RuleError::Pattern { name: name(), reason: error.to_string() })?;
                return Ok(Check::Pattern { field, pattern });
            }
            let words = fold(value);
            if words.is_empty() {
                return Err(RuleError::NoWord { name: name(), value: value.clone() });
            }
            let next = indices[field].len();
            let index = *indices[field].entry(words).or_insert(next);
            Check::Words { field, index, test: *test }
        }
        Condition::Amount { from, to, signed } => Check::Amount { from: *from, to: *to, signed: *signed },
        Condition::Commodity { code } => Check::Commodity(code.clone()),
        Condition::Account { account } => Check::Account(*account),
        Condition::Direction { direction } => Check::Direction(*direction),
    })
}

impl Check {
    fn holds(&self, row: &RuleRow<'_>, texts: &[&str; 3], found: &[Vec<u8>; 3]) -> bool {
        match self {
            Self::Words { field, index, test } => {
                let wanted = match test {
                    TextTest::Equals => WHOLE,
                    TextTest::StartsWith => AT_START,
                    TextTest::Contains | TextTest::Matches => ANYWHERE,
                };
                found[*field].get(*index).is_some_and(|found| found & wanted != 0)
            }
            Self::Pattern { field, pattern } => pattern.is_match(texts[*field]),
            Self::Amount { from, to, signed } => {
                let amount = if *signed { row.amount } else { row.amount.abs() };
                from.is_none_or(|from| amount >= from) && to.is_none_or(|to| amount <= to)
            }
            Self::Commodity(code) => row.commodity.eq_ignore_ascii_case(code),
            Self::Account(account) => row.account == *account,
            Self::Direction(direction) => Direction::of(row.amount) == *direction,
        }
    }
}

impl Words {
    fn new(indices: HashMap<String, usize>) -> Result<Self, RuleError> {
        let mut wanted: Vec<(usize, String)> =
            indices.into_iter().map(|(words, index)| (index, words)).collect();
        wanted.sort_unstable();
        let wanted: Vec<String> = wanted.into_iter().map(|(_, words)| words).collect();
        if wanted.is_empty() {
            return Ok(Self::default());
        }
        // Fails only for more patterns than any ledger could hold.
        let finder = AhoCorasick::new(&wanted)
            .map_err(|error| RuleError::Pattern { name: "all".to_owned(), reason: error.to_string() })?;
        Ok(Self { wanted, finder: Some(finder) })
    }

    /// Marks of each wanted text how it is found in `text`.
    fn find(&self, text: &str, found: &mut Vec<u8>) {
        let Some(finder) = &self.finder else { return };
        let text = fold(text);
        if text.is_empty() {
            return;
        }
        found.resize(self.wanted.len(), 0);
        for hit in finder.find_overlapping_iter(&text) {
            let mark = &mut found[hit.pattern().as_usize()];
            *mark |= ANYWHERE;
            if hit.start() == 0 {
                *mark |= if hit.end() == text.len() { AT_START | WHOLE } else { AT_START };
            }
        }
    }
}

#[cfg(test)]
mod tests;
