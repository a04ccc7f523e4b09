//! Statements of the accounts in a QIF file.

use super::record::{Piece, Record, Section};
use super::{QifReading, investment, row};
use crate::order::oldest_first;
use crate::{AccountHint, Draft, StatementDraft, Warning};
use ledger::AccountKind;

/// What a row needs to know of the whole file.
pub(super) struct Context<'r> {
    pub reading: &'r QifReading,
    /// `true` where rows carry categories: a person's program wrote them, and their memos are the person's notes.
    pub categorised: bool,
}

/// The statement of an account while its rows come in.
struct Building {
    statement: StatementDraft,
    /// Of each draft, whether it is marked as seen on a bank's statement.
    cleared: Vec<bool>,
}

/// Every account's statement, in the order of the file. Sections of one account are joined.
pub(super) fn statements(pieces: Vec<Piece<'_>>, reading: &QifReading) -> Vec<StatementDraft> {
    let categorised = super::rows(&pieces).any(|record| record.value('L').or(record.value('S')).is_some());
    let context = Context { reading, categorised };
    let mut building: Vec<Building> = Vec::new();
    let mut skipped: Vec<Warning> = Vec::new();
    let mut account = AccountHint::default();
    let mut section = Section::Rows(String::new());
    for piece in pieces {
        match piece {
            Piece::Section(line, next) => {
                if let Section::List(header) = &next
                    && !is_known_list(header)
                {
                    skipped
                        .push(Warning::Repaired { line, what: format!("the section {header} was left out") });
                }
                section = next;
            }
            Piece::ListEnds => account = AccountHint::default(),
            Piece::Record(record) => match &section {
                Section::Account => account = described(&record),
                Section::List(_) => {}
                Section::Rows(kind) => {
                    let hint = AccountHint { kind: account.kind.or(account_kind(kind)), ..account.clone() };
                    let building = of_account(&mut building, hint);
                    read(&record, kind, &context, building);
                }
            },
        }
    }
    let mut statements: Vec<StatementDraft> = building.into_iter().map(finish).collect();
    if let Some(first) = statements.first_mut() {
        first.warnings.append(&mut skipped);
    }
    statements
}

fn of_account(building: &mut Vec<Building>, account: AccountHint) -> &mut Building {
    let found = building.iter().position(|building| building.statement.account == account);
    let index = found.unwrap_or_else(|| {
        let statement = StatementDraft { account, ..StatementDraft::default() };
        building.push(Building { statement, cleared: Vec::new() });
        building.len() - 1
    });
    &mut building[index]
}

fn read(record: &Record<'_>, kind: &str, context: &Context<'_>, building: &mut Building) {
    let draft = match kind {
        "invst" | "port" => investment::read(record, context),
        _ => row::read(record, context),
    };
    match draft {
        Ok(draft) => {
            building.cleared.push(record.value('C').is_some());
            building.statement.drafts.push(draft);
        }
        Err(unreadable) => building.statement.unreadable.push(unreadable),
    }
}

fn finish(building: Building) -> StatementDraft {
    let Building { mut statement, cleared } = building;
    // A program that marks what the bank has booked tells by a missing mark what it has not.
    let marks = cleared.contains(&true);
    for (draft, cleared) in statement.drafts.iter_mut().zip(cleared) {
        draft.pending = marks && !cleared;
    }
    name_by_opening_balance(&mut statement);
    oldest_first(&mut statement.drafts);
    statement
}

/// An account's opening balance is written as a transfer from the account to itself, which tells its name.
fn name_by_opening_balance(statement: &mut StatementDraft) {
    let opening = |draft: &&mut Draft| draft.description.eq_ignore_ascii_case("opening balance");
    let Some(draft) = statement.drafts.iter_mut().find(opening) else { return };
    if statement.account.name.is_none() || statement.account.name == draft.transfer {
        statement.account.name = draft.transfer.take().or(statement.account.name.take());
    }
}

/// The account that a record of the section `!Account` describes.
fn described(record: &Record<'_>) -> AccountHint {
    let kind: String =
        record.value('T').unwrap_or_default().chars().filter(|letter| *letter != ' ').collect();
    AccountHint {
        name: record.value('N').map(str::to_owned),
        kind: account_kind(&kind.to_ascii_lowercase()),
        ..AccountHint::default()
    }
}

fn account_kind(kind: &str) -> Option<AccountKind> {
    match kind {
        "bank" => Some(AccountKind::Checking),
        "cash" => Some(AccountKind::Cash),
        "ccard" => Some(AccountKind::Card),
        "otha" => Some(AccountKind::Asset),
        "othl" => Some(AccountKind::Liability),
        "invst" | "port" | "mutual" | "401(k)/403(b)" => Some(AccountKind::Brokerage),
        "invoice" => Some(AccountKind::Receivable),
        "bill" => Some(AccountKind::Payable),
        _ => None,
    }
}

/// `true` for the lists that every program writes beside the transactions.
fn is_known_list(header: &str) -> bool {
    let header = header.to_ascii_lowercase().replace(' ', "");
    let lists = ["cat", "class", "memorized", "security", "prices", "budget", "tax", "tag", "category"];
    header.strip_prefix("!type:").is_some_and(|name| lists.contains(&name))
}
