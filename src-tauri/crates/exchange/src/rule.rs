//! A person's instruction for rows that look alike.

use crate::fold::fold;
use crate::{Draft, payee_name};
use ledger::{AccountId, RuleId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What to do with every row that meets some conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub struct Rule {
    /// Its row in this ledger.
    pub id: RuleId,
    /// Its name, by which a person knows it.
    pub name: String,
    /// `false` while it is switched off.
    pub enabled: bool,
    /// Its place: lower ones go first.
    #[cfg_attr(feature = "types", specta(type = u32))]
    pub position: i64,
    /// Whether one of its conditions is enough.
    pub join: Join,
    /// When it applies; never empty.
    pub conditions: Vec<Condition>,
    /// What it does.
    pub actions: Vec<Action>,
}

/// How the conditions of a rule belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "RuleJoin"))]
pub enum Join {
    /// Every one must hold.
    #[default]
    All,
    /// One is enough.
    Any,
}

/// One thing that must hold of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "RuleCondition"))]
pub enum Condition {
    /// A text of it reads like this.
    Text {
        /// Which text.
        field: TextField,
        /// How it must read.
        test: TextTest,
        /// The words, or the pattern.
        value: String,
    },
    /// Its amount is within limits, both included; a missing limit is none.
    Amount {
        /// The lowest amount.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Decimal>,
        /// The highest amount.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Decimal>,
        /// `true` to compare the amount with its sign, `false` to compare its size.
        signed: bool,
    },
    /// It is in this commodity.
    Commodity {
        /// The commodity's code.
        code: String,
    },
    /// It is of this account.
    Account {
        /// Which.
        account: AccountId,
    },
    /// Money came in or went out.
    Direction {
        /// Which way.
        direction: Direction,
    },
}

/// A text of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "RuleTextField"))]
pub enum TextField {
    /// Who was paid or paid.
    Payee,
    /// The bank's text.
    Description,
    /// A person's note.
    Note,
}

/// How a text must read. All but patterns compare words: capitals, accents, blanks and punctuation make no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "RuleTextTest"))]
pub enum TextTest {
    /// The words are anywhere in it.
    Contains,
    /// It consists of the words.
    Equals,
    /// It begins with the words.
    StartsWith,
    /// A regular expression finds something in it, whatever the capitals.
    Matches,
}

/// Which way money went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "RuleDirection"))]
pub enum Direction {
    /// Into the account.
    In,
    /// Out of it.
    Out,
}

impl Direction {
    /// The direction of an amount; nothing counts as out.
    pub fn of(amount: Decimal) -> Self {
        if amount > Decimal::ZERO { Self::In } else { Self::Out }
    }
}

/// One thing that a rule does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "set")]
#[cfg_attr(feature = "types", derive(specta::Type), serde(rename = "RuleAction"))]
pub enum Action {
    /// Sorts the row into a category.
    Category {
        /// Which.
        account: AccountId,
    },
    /// Names the payee.
    Payee {
        /// The name.
        name: String,
    },
    /// Adds labels.
    Tags {
        /// Their names.
        names: Vec<String>,
    },
    /// Writes a note.
    Note {
        /// The note.
        text: String,
    },
    /// Makes the row a transfer to or from another own account.
    Transfer {
        /// Which.
        account: AccountId,
    },
}

impl Rule {
    /// The rule that sorts rows like this one into `category`: those that name the same payee, and move money the same
    /// way.
    ///
    /// Numbers, dates and references of the bank's text, which change from row to row, are left out. A row without any
    /// text is known by its amount.
    pub fn from_row(id: RuleId, position: i64, row: &Draft, category: AccountId) -> Self {
        let (field, value) = stable_words(row);
        let direction = Direction::of(row.amount);
        let like_this = if fold(&value).is_empty() {
            Condition::Amount { from: Some(row.amount), to: Some(row.amount), signed: true }
        } else {
            Condition::Text { field, test: TextTest::Contains, value: value.clone() }
        };
        Self {
            id,
            name: value,
            enabled: true,
            position,
            join: Join::All,
            conditions: vec![like_this, Condition::Direction { direction }],
            actions: vec![Action::Category { account: category }],
        }
    }
}

/// The rule that gives a payee its category, for the payee's new name as well: statements go on writing the old one.
/// `None` where there is no such rule, or the new name has one already.
pub fn renamed_rule(rules: &[Rule], before: &str, after: &str) -> Option<Rule> {
    let default_of = |name: &str| rules.iter().find(|rule| rule.is_default_of(&fold(name)));
    let rule = default_of(before)?;
    if default_of(after).is_some() {
        return None;
    }
    let name = match rule.name.strip_prefix(before) {
        Some(rest) if rest.starts_with(" → ") => format!("{after}{rest}"),
        _ => rule.name.clone(),
    };
    let named = Condition::Text { field: TextField::Payee, test: TextTest::Equals, value: after.to_owned() };
    let conditions = std::iter::once(named).chain(rule.conditions.iter().cloned()).collect();
    Some(Rule { name, join: Join::Any, conditions, ..rule.clone() })
}

impl Rule {
    /// `true` where it sorts whoever is named exactly so (as [`fold`]ed), and does nothing else.
    fn is_default_of(&self, folded: &str) -> bool {
        let sorts = matches!(self.actions.as_slice(), [Action::Category { .. }]);
        let mut names = self.conditions.iter().map(|condition| match condition {
            Condition::Text { field: TextField::Payee, test: TextTest::Equals, value } => Some(fold(value)),
            _ => None,
        });
        let alone = self.conditions.len() == 1 || self.join == Join::Any;
        self.enabled
            && sorts
            && alone
            && names.clone().all(|name| name.is_some())
            && names.any(|name| name.as_deref() == Some(folded))
    }
}

/// The words of a row that other rows of its kind will have too.
fn stable_words(row: &Draft) -> (TextField, String) {
    let stated = row.payee.as_deref().unwrap_or_default();
    let named = payee_name(if stated.is_empty() { &row.description } else { stated });
    let description = fold(&row.description);
    if description.contains(&fold(&named)) && !fold(&named).is_empty() {
        return (TextField::Description, named);
    }
    if !stated.is_empty() && fold(stated).contains(&fold(&named)) && !fold(&named).is_empty() {
        return (TextField::Payee, named);
    }
    // The longest run of words without a digit.
    let words: Vec<&str> = description.split(' ').collect();
    let runs = words.split(|word| word.is_empty() || word.chars().any(char::is_numeric));
    let longest = runs.max_by_key(|run| run.iter().map(|word| word.len()).sum::<usize>());
    let words = longest.unwrap_or_default().join(" ");
    (TextField::Description, if words.is_empty() { description } else { words })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_proposes_a_rule_without_its_numbers() {
        let day = "2026-01-31".parse().unwrap();
        for (description, payee, field, value) in [
            ("POS 0123 PALMA MKT BKK TH 12/03 REF 99", None, TextField::Description, "Palma Mkt"),
            ("PALMA MKT 0123", Some("PALMA MKT 99"), TextField::Description, "Palma Mkt"),
            ("12/03 0099", Some("Palma Mkt"), TextField::Payee, "Palma Mkt"),
            ("โอนเงินให้ นาย สมชาย ใจดี X1234", None, TextField::Description, "นาย สมชาย ใจดี"),
            ("12/03 0099", None, TextField::Description, "12/03 0099"),
        ] {
            let row =
                Draft { payee: payee.map(str::to_owned), ..Draft::new(1, day, (-5).into(), description) };
            let rule = Rule::from_row(RuleId(7), 3, &row, AccountId(9));
            let text = Condition::Text { field, test: TextTest::Contains, value: value.into() };
            assert_eq!(
                rule.conditions,
                [text, Condition::Direction { direction: Direction::Out }],
                "{description}"
            );
            assert_eq!(rule.actions, [Action::Category { account: AccountId(9) }]);
        }
    }

    fn names(value: &str) -> Condition {
        Condition::Text { field: TextField::Payee, test: TextTest::Equals, value: value.into() }
    }

    fn default_of(name: &str) -> Rule {
        Rule {
            id: RuleId(7),
            name: format!("{name} → Food:Coffee"),
            enabled: true,
            position: 3,
            join: Join::All,
            conditions: vec![names(name)],
            actions: vec![Action::Category { account: AccountId(9) }],
        }
    }

    #[test]
    fn the_rule_of_a_payee_follows_it_to_another_name_and_keeps_the_old_one() {
        let rules = [default_of("Blue Door Café"), default_of("Harbour Books")];
        let renamed = renamed_rule(&rules, "BLUE-DOOR cafe", "The Blue Door").unwrap();
        assert_eq!(renamed.name, "Blue Door Café → Food:Coffee", "a name of a person's own stays");
        let renamed = renamed_rule(&rules, "Blue Door Café", "The Blue Door").unwrap();
        assert_eq!((renamed.name.as_str(), renamed.join), ("The Blue Door → Food:Coffee", Join::Any));
        assert_eq!(renamed.conditions, [names("The Blue Door"), names("Blue Door Café")]);
        let again = renamed_rule(&[renamed], "The Blue Door", "Door").unwrap();
        assert_eq!(again.conditions.len(), 3, "a rule of several names is a payee's too");
    }

    #[test]
    fn a_rule_that_is_more_than_a_payees_category_stays_when_the_payee_is_renamed() {
        let plain = default_of("Blue Door");
        for (case, rule) in [
            ("switched off", Rule { enabled: false, ..plain.clone() }),
            (
                "of two conditions",
                Rule {
                    conditions: vec![names("Blue Door"), Condition::Commodity { code: "THB".into() }],
                    join: Join::Any,
                    ..plain.clone()
                },
            ),
            (
                "of two actions",
                Rule {
                    actions: vec![plain.actions[0].clone(), Action::Note { text: "x".into() }],
                    ..plain.clone()
                },
            ),
            ("of somebody else", default_of("Harbour Books")),
            ("of both names", default_of("The Blue Door")),
        ] {
            assert_eq!(renamed_rule(&[rule], "Blue Door", "The Blue Door"), None, "{case}");
        }
        assert_eq!(renamed_rule(&[plain], "Blue Door", "BLUE DOOR"), None, "the same words");
    }

    #[test]
    fn rules_survive_json() {
        let json = r#"{"id":7,"name":"Food","enabled":true,"position":1,"join":"any","conditions":[{"of":"text","field":"payee","test":"starts_with","value":"palma"},{"of":"amount","from":"-10.50","signed":true},{"of":"direction","direction":"out"}],"actions":[{"set":"category","account":9},{"set":"tags","names":["home"]}]}"#;
        let rule: Rule = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
    }
}
