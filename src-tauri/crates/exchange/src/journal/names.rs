//! Names of accounts and commodities as each format can write them, no two of them the same.

use ledger::{AccountId, AccountTree, Commodity, CommodityId};
use std::collections::{HashMap, HashSet};

/// Account paths for hledger and ledger: with everything that would end a name early written as `%3B`.
pub(super) fn hledger_accounts(tree: &AccountTree) -> HashMap<AccountId, String> {
    let mut names: HashMap<AccountId, String> = HashMap::new();
    for account in tree.walk() {
        let path = match account.parent.and_then(|parent| names.get(&parent)) {
            None => account.account_type().root_name().to_owned(),
            Some(parent) => format!("{parent}:{}", escaped(&account.name)),
        };
        names.insert(account.id, path);
    }
    names
}

/// The name with everything but its plain letters escaped; a single blank between others stays.
fn escaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let inner =
            !text.is_empty() && !text.ends_with(' ') && letters.peek().is_some_and(|next| *next != ' ');
        let plain = match letter {
            ' ' => inner,
            '%' | ';' | ':' => false,
            _ => !letter.is_whitespace() && !letter.is_control(),
        };
        if plain { text.push(letter) } else { escape(letter, &mut text) }
    }
    text
}

/// The bytes of a letter as `%E0%B8`.
pub(super) fn escape(letter: char, text: &mut String) {
    for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
        text.push('%');
        text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or_default().to_ascii_uppercase());
        text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or_default().to_ascii_uppercase());
    }
}

/// Commodity codes for hledger and ledger: in quotes unless they are Latin letters alone.
pub(super) fn hledger_commodities(commodities: &[Commodity]) -> HashMap<CommodityId, String> {
    let name = |commodity: &Commodity| {
        if commodity.code.chars().all(|letter| letter.is_ascii_alphabetic()) {
            return commodity.code.clone();
        }
        let mut name = String::from('"');
        for letter in commodity.code.chars() {
            if matches!(letter, '"' | ';' | '%') || letter.is_control() {
                escape(letter, &mut name);
            } else {
                name.push(letter);
            }
        }
        name + "\""
    };
    commodities.iter().map(|commodity| (commodity.id, name(commodity))).collect()
}

/// Account paths for beancount, whose names are Latin letters, digits and hyphens and start with a capital or a digit.
pub(super) fn beancount_accounts(tree: &AccountTree) -> HashMap<AccountId, String> {
    let mut names: HashMap<AccountId, String> = HashMap::new();
    let mut taken: HashSet<String> = HashSet::new();
    // Names that can stay as they are stay, so that one that had to change never takes their place.
    let mut accounts = tree.walk();
    accounts.sort_by_key(|account| (tree.names(account.id).len(), !is_beancount_name(&account.name)));
    for account in accounts {
        let path = match account.parent.and_then(|parent| names.get(&parent)) {
            None => account.account_type().root_name().to_owned(),
            Some(parent) => {
                let path = |name: &str| format!("{parent}:{name}");
                unique(&path(&beancount_name(&account.name, account.id.0)), account.id.0, &mut taken)
            }
        };
        names.insert(account.id, path);
    }
    // A root by itself is no account there. Nothing else ends in a hyphen.
    names
        .into_iter()
        .map(|(id, path)| (id, if path.contains(':') { path } else { path + ":Root-" }))
        .collect()
}

fn is_beancount_name(name: &str) -> bool {
    let starts = name.starts_with(|letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit());
    starts
        && !name.ends_with('-')
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

fn beancount_name(name: &str, id: i64) -> String {
    if is_beancount_name(name) {
        return name.to_owned();
    }
    let mut changed = String::new();
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            let first = changed.is_empty();
            changed.push(if first { letter.to_ascii_uppercase() } else { letter });
        } else if !changed.is_empty() && !changed.ends_with('-') {
            changed.push('-');
        }
    }
    let changed = changed.trim_end_matches('-');
    if changed.is_empty() { format!("A{id}") } else { changed.to_owned() }
}

/// Commodity codes for beancount: 2 to 24 capital Latin letters, digits and `'._-`, a letter first, no mark last.
pub(super) fn beancount_commodities(commodities: &[Commodity]) -> HashMap<CommodityId, String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut sorted: Vec<&Commodity> = commodities.iter().collect();
    sorted.sort_by_key(|commodity| (!is_beancount_commodity(&commodity.code), commodity.id));
    let name = |commodity: &Commodity| {
        (commodity.id, unique(&beancount_commodity(&commodity.code), commodity.id.0, &mut taken))
    };
    sorted.into_iter().map(name).collect()
}

fn is_beancount_commodity(code: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    (2..=24).contains(&code.len())
        && code.starts_with(|letter: char| letter.is_ascii_uppercase())
        && code.ends_with(fits)
        && code.chars().all(|letter| fits(letter) || matches!(letter, '\'' | '.' | '_' | '-'))
}

fn beancount_commodity(code: &str) -> String {
    if is_beancount_commodity(code) {
        return code.to_owned();
    }
    let fits = |letter: &char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    // Twelve letters leave room for the number that keeps two of them apart.
    let letters: String = code.to_ascii_uppercase().chars().filter(fits).take(12).collect();
    format!("X{letters}0")
}

/// The name, or where it is taken, the name with the number behind it.
fn unique(name: &str, id: i64, taken: &mut HashSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut attempt = 0;
    while !taken.insert(candidate.clone()) {
        candidate = if attempt == 0 { format!("{name}-{id}") } else { format!("{name}-{id}-{attempt}") };
        attempt += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{Account, AccountKind, CommodityKind, Scale};
    use proptest::prelude::*;

    fn tree(names: &[&str]) -> AccountTree {
        let account = |id: i64, parent: Option<i64>, name: &str| Account {
            id: AccountId(id),
            parent: parent.map(AccountId),
            name: name.into(),
            kind: AccountKind::Asset,
            commodity: None,
            number: String::new(),
            note: String::new(),
            closed: false,
        };
        let below = (2..).zip(names).map(|(id, name)| account(id, Some(1), name));
        AccountTree::new(below.chain([account(1, None, "สินทรัพย์")]))
    }

    fn commodities(codes: &[&str]) -> Vec<Commodity> {
        let commodity = |(id, code): (i64, &&str)| Commodity {
            id: CommodityId(id),
            code: (*code).to_owned(),
            name: String::new(),
            kind: CommodityKind::Custom,
            scale: Scale::new(2).unwrap(),
            symbol: None,
        };
        (1..).zip(codes).map(commodity).collect()
    }

    #[test]
    fn names_that_a_format_cannot_write_are_changed() {
        let names = ["Bank", "my bank", "My-bank", "ธนาคาร", "a  b; ", "100%"];
        let (hledger, beancount) = (hledger_accounts(&tree(&names)), beancount_accounts(&tree(&names)));
        let expected = [
            ("Assets", "Assets:Root-"),
            ("Assets:Bank", "Assets:Bank"),
            ("Assets:my bank", "Assets:My-bank-3"),
            ("Assets:My-bank", "Assets:My-bank"),
            ("Assets:ธนาคาร", "Assets:A5"),
            ("Assets:a%20 b%3B%20", "Assets:A-b"),
            ("Assets:100%25", "Assets:100"),
        ];
        for (id, (in_hledger, in_beancount)) in (1..).map(AccountId).zip(expected) {
            assert_eq!((hledger[&id].as_str(), beancount[&id].as_str()), (in_hledger, in_beancount));
        }
        let codes =
            commodities(&["USD", "usd", "X", "A-1", "เหรียญ", "a\"b;", "TOO-LONG-A-CODE-FOR-ANYTHING", "A-"]);
        let (hledger, beancount) = (hledger_commodities(&codes), beancount_commodities(&codes));
        let expected = [
            ("USD", "USD"),
            ("usd", "XUSD0"),
            ("X", "XX0"),
            ("\"A-1\"", "A-1"),
            ("\"เหรียญ\"", "X0"),
            ("\"a%22b%3B\"", "XAB0"),
            ("\"TOO-LONG-A-CODE-FOR-ANYTHING\"", "XTOOLONGACODE0"),
            ("\"A-\"", "XA0"),
        ];
        for (id, (in_hledger, in_beancount)) in (1..).map(CommodityId).zip(expected) {
            assert_eq!((hledger[&id].as_str(), beancount[&id].as_str()), (in_hledger, in_beancount));
        }
    }

    proptest! {
        #[test]
        fn no_two_names_become_one(names in prop::collection::btree_set("[aA1 %;-]{1,4}|[ก-ค]{1,2}", 1..12)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            for found in [hledger_accounts(&tree(&names)), beancount_accounts(&tree(&names))] {
                prop_assert_eq!(found.values().collect::<HashSet<_>>().len(), names.len() + 1);
            }
            let codes = commodities(&names);
            for found in [hledger_commodities(&codes), beancount_commodities(&codes)] {
                prop_assert_eq!(found.values().collect::<HashSet<_>>().len(), names.len());
            }
            for code in beancount_commodities(&codes).values() {
                prop_assert!(is_beancount_commodity(code), "{}", code);
            }
        }
    }
}
