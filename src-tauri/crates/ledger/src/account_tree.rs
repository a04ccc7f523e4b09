//! All accounts of a ledger, with their paths and descendants.

use crate::{Account, AccountId, AccountPath, AccountType, composed};
use std::collections::HashMap;

/// The accounts of one ledger as a tree under the five roots.
#[derive(Debug, Clone, Default)]
pub struct AccountTree {
    accounts: HashMap<AccountId, Account>,
    children: HashMap<Option<AccountId>, Vec<AccountId>>,
}

impl AccountTree {
    /// The tree of `accounts`; siblings are in order of name.
    pub fn new(accounts: impl IntoIterator<Item = Account>) -> Self {
        let accounts: HashMap<_, _> = accounts.into_iter().map(|account| (account.id, account)).collect();
        let mut children: HashMap<Option<AccountId>, Vec<AccountId>> = HashMap::new();
        for account in accounts.values() {
            children.entry(account.parent).or_default().push(account.id);
        }
        let order =
            |id: &AccountId| accounts.get(id).map(|account| (account.account_type(), account.name.clone()));
        for siblings in children.values_mut() {
            siblings.sort_by_cached_key(order);
        }
        Self { accounts, children }
    }

    /// The account with this id.
    pub fn get(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id)
    }

    /// How many accounts there are.
    pub fn len(&self) -> usize {
        self.accounts.len()
    }

    /// `true` without any account.
    pub fn is_empty(&self) -> bool {
        self.accounts.is_empty()
    }

    /// The root account of a type.
    pub fn root(&self, account_type: AccountType) -> Option<&Account> {
        self.children(None).find(|account| account.account_type() == account_type)
    }

    /// The accounts directly under `parent` (the roots under `None`), by name.
    pub fn children(&self, parent: Option<AccountId>) -> impl Iterator<Item = &Account> {
        self.children.get(&parent).into_iter().flatten().filter_map(|id| self.accounts.get(id))
    }

    /// Every account, each parent before its children, roots in balance-sheet order, siblings by name.
    pub fn walk(&self) -> Vec<&Account> {
        let mut found = Vec::with_capacity(self.accounts.len());
        for root in self.children(None) {
            self.collect(root, &mut found);
        }
        found
    }

    /// `id` and every account below it.
    pub fn subtree(&self, id: AccountId) -> Vec<AccountId> {
        let mut found = Vec::new();
        if let Some(account) = self.get(id) {
            self.collect(account, &mut found);
        }
        found.into_iter().map(|account| account.id).collect()
    }

    fn collect<'a>(&'a self, account: &'a Account, found: &mut Vec<&'a Account>) {
        found.push(account);
        for child in self.children(Some(account.id)) {
            self.collect(child, found);
        }
    }

    /// The names from the root down to `id`; empty for an unknown id.
    pub fn names(&self, id: AccountId) -> Vec<&str> {
        let mut names = Vec::new();
        let mut next = Some(id);
        while let Some(account) = next.and_then(|id| self.get(id)) {
            // A loop in the parents is refused on the way in; this bound only keeps a damaged one finite.
            if names.len() > self.accounts.len() {
                break;
            }
            names.push(account.name.as_str());
            next = account.parent;
        }
        names.reverse();
        names
    }

    /// The path with colons, its names [`composed`]; empty for an unknown id.
    pub fn path(&self, id: AccountId) -> String {
        self.names(id).into_iter().map(composed).collect::<Vec<_>>().join(":")
    }

    /// The account at a path.
    pub fn find(&self, path: &AccountPath) -> Option<&Account> {
        self.descend(path).filter(|(_, missing)| missing.is_empty()).map(|(account, _)| account)
    }

    /// The deepest account that exists on a path, and the names that are still missing below it.
    pub fn descend<'a, 'p>(&'a self, path: &'p AccountPath) -> Option<(&'a Account, &'p [String])> {
        let mut account = self.root(path.account_type())?;
        let mut rest = path.names().get(1..).unwrap_or_default();
        while let Some((name, below)) = rest.split_first() {
            // Books that were begun before names were composed may hold some that are not.
            let named = |child: &&Account| composed(&child.name) == *name;
            let Some(child) = self.children(Some(account.id)).find(named) else {
                break;
            };
            (account, rest) = (child, below);
        }
        Some((account, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccountKind;

    fn account(id: i64, parent: Option<i64>, name: &str, kind: AccountKind) -> Account {
        Account {
            id: AccountId(id),
            parent: parent.map(AccountId),
            name: name.into(),
            kind,
            commodity: None,
            number: String::new(),
            note: String::new(),
            closed: false,
        }
    }

    #[test]
    fn a_tree_finds_paths_and_walks_parents_first() {
        let tree = AccountTree::new([
            account(4, Some(3), "Checking", AccountKind::Checking),
            account(2, None, "Expenses", AccountKind::Expense),
            account(3, Some(1), "Bank", AccountKind::Asset),
            account(1, None, "Assets", AccountKind::Asset),
        ]);
        let path = AccountPath::parse("Assets:Bank:Savings").unwrap();
        let (deepest, missing) = tree.descend(&path).unwrap();
        assert_eq!((deepest.id, missing), (AccountId(3), &["Savings".to_owned()][..]));
        assert_eq!(tree.find(&path), None);
        assert_eq!(tree.path(AccountId(4)), "Assets:Bank:Checking");
        let order: Vec<i64> = tree.walk().into_iter().map(|account| account.id.0).collect();
        assert_eq!(order, [1, 3, 4, 2]);
        assert_eq!(tree.subtree(AccountId(3)), [AccountId(3), AccountId(4)]);
    }

    #[test]
    fn a_name_that_was_kept_in_parts_is_found_by_its_composed_one() {
        let tree = AccountTree::new([
            account(1, None, "Assets", AccountKind::Asset),
            account(2, Some(1), "Cafe\u{301}", AccountKind::Cash),
            account(3, Some(2), "ก\u{e48}\u{e38}", AccountKind::Cash),
        ]);
        for path in ["Assets:Café:ก\u{e38}\u{e48}", "Assets:Cafe\u{301}:ก\u{e48}\u{e38}"] {
            let found = tree.find(&AccountPath::parse(path).unwrap()).unwrap();
            assert_eq!(found.id, AccountId(3), "{path:?}");
        }
        assert_eq!(tree.path(AccountId(3)), "Assets:Café:ก\u{e38}\u{e48}");
    }
}
