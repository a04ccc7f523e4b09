//! What each command does: one call of the api, one answer.

use crate::accounts::{self, find, find_view};
use crate::arguments::{Arguments, Command, Format, Language, LedgerArguments};
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use crate::phrase;
use api::{
    AccountView, ApiError, Books, CategoryCell, EntryView, ErrorCode, FilterInput, Money, PostingInput,
    PriceInput, Progress, RegisterRow, Start, TransactionInput,
};
use std::path::{Path, PathBuf};

pub async fn run(arguments: Arguments) -> Result<(), Failure> {
    let ledger = &arguments.ledger;
    match arguments.command {
        Command::Init { currency, language, bare } => init(ledger, currency, language, !bare).await,
        Command::Sample { transactions, seed, language } => {
            sample(ledger, transactions, seed, language).await
        }
        Command::Restore { backup } => restore(ledger, backup).await,
        Command::Backup { list: true } => list_backups(ledger),
        Command::Phrase { .. } => phrase::renew(ledger).await,
        command => {
            let books = ledger.open().await?;
            let answer = with_books(&books, command, ledger.json).await;
            // In order, even when the command failed.
            books.close().await;
            answer.map_err(|failure| failure.with_way_back(&books))
        }
    }
}

async fn with_books(books: &Books, command: Command, as_json: bool) -> Result<(), Failure> {
    match command {
        Command::Account(command) => accounts::run(books, command, as_json).await,
        Command::Accounts { all } => accounts::list(books, all, as_json).await,
        Command::Schedule(command) => crate::schedule::run(books, command, as_json).await,
        Command::Bills { command } => crate::schedule::bills(books, command, as_json).await,
        Command::Budget(command) => crate::budget::run(books, command, as_json).await,
        Command::Holidays(command) => crate::schedule::holidays(books, command, as_json).await,
        Command::Forecast(arguments) => crate::forecast::run(books, *arguments, as_json).await,
        Command::Goal(command) => crate::goal::run(books, command, as_json).await,
        Command::Insight(arguments) => crate::insight::run(books, arguments, as_json).await,
        Command::Add { date, payee, amount, from, to, received, note } => {
            add(books, AddArguments { date, payee, amount, from, to, received, note }, as_json).await
        }
        Command::Import { files, account, opening } => {
            crate::import::run(books, &files, account.as_deref(), opening, as_json).await
        }
        Command::Balance { account, at } => balance(books, account.as_deref(), at.as_deref(), as_json).await,
        Command::Register { account, limit, offset, from, to, category, text, unsorted } => {
            let filter =
                FilterInput { from, to, text: text.unwrap_or_default(), unsorted, ..FilterInput::default() };
            register(books, account.as_deref(), category.as_deref(), filter, (offset, limit), as_json).await
        }
        Command::Report { kind, from, to, by, compare, language, csv } => {
            let input = crate::report::input(kind, from, to, by, compare, language)?;
            crate::report::run(books, &input, csv, as_json).await
        }
        Command::Search { text, limit } => search(books, &text, limit, as_json).await,
        Command::Export { format, account, output } => {
            export(books, format, account.as_deref(), output, as_json).await
        }
        Command::Check => check(books, as_json).await,
        Command::Undo { entry } => {
            let progress = Progress::default();
            let done = match entry {
                Some(entry) => books.revert(entry, &progress).await?,
                None => books.undo(&progress).await?,
            };
            say_entry(&done, as_json)
        }
        Command::Redo => say_entry(&books.redo(&Progress::default()).await?, as_json),
        Command::History { limit } => history(books, limit, as_json).await,
        Command::Backup { .. } => {
            let made = books.backup().await?;
            if as_json { json(&made) } else { line(&format!("verified backup: {}", made.path)) }
        }
        Command::Price { commodity, quote, rate, date, remove } => {
            let rate = rate.filter(|_| !remove);
            let set = books.prices_set(&[PriceInput { commodity, quote, date, rate }]).await?;
            say(set.as_ref(), as_json)
        }
        Command::Init { .. } | Command::Sample { .. } | Command::Restore { .. } | Command::Phrase { .. } => {
            Ok(())
        }
    }
}

async fn init(
    ledger: &LedgerArguments,
    currency: String,
    language: Language,
    categories: bool,
) -> Result<(), Failure> {
    let start = Start { currency, language: language.into(), categories };
    let made = ledger.create(&start).await?;
    made.books.close().await;
    say_created(ledger, &made)
}

/// Shows the recovery phrase: the only time that anybody sees it.
fn say_created(ledger: &LedgerArguments, made: &api::Creation) -> Result<(), Failure> {
    if ledger.json {
        return json(&created(ledger, made)?);
    }
    line(&format!("Created {}", ledger.path()?.display()))?;
    line("")?;
    line("Recovery phrase: write it down and keep it apart from this computer. It is shown only now,")?;
    line("and it opens the ledger and every backup of it when the key is lost.")?;
    line("")?;
    phrase::say(&made.phrase)?;
    if let Some(problem) = &made.keychain {
        line("")?;
        line(&format!("The key could not be put into the keychain: {problem}."))?;
        line("Until it can, open the ledger with --passphrase-file.")?;
    }
    Ok(())
}

fn created(ledger: &LedgerArguments, made: &api::Creation) -> Result<serde_json::Value, Failure> {
    Ok(serde_json::json!({
        "ledger": ledger.path()?.display().to_string(),
        "recovery_passphrase": made.phrase.as_str(),
        "keychain_problem": made.keychain.as_ref().map(ToString::to_string),
    }))
}

async fn sample(
    ledger: &LedgerArguments,
    transactions: Option<u32>,
    seed: Option<u64>,
    language: Language,
) -> Result<(), Failure> {
    let fresh = !ledger.path()?.exists();
    let (books, made) = if fresh {
        let made = ledger.create(&Start::for_sample(language.into())).await?;
        (None, Some(made))
    } else {
        (Some(ledger.open().await?), None)
    };
    let open = books.as_ref().or(made.as_ref().map(|made| &made.books));
    let Some(open) = open else { return Ok(()) };
    let filled = match fresh {
        true => open.fill_with_sample(transactions, seed, language.into(), &Progress::default()).await,
        false => open.add_sample(transactions, seed, language.into(), &Progress::default()).await,
    };
    open.close().await;
    let filled = filled?;
    if ledger.json {
        let mut answer = match &made {
            Some(made) => created(ledger, made)?,
            None => serde_json::json!({}),
        };
        answer["transactions"] = filled.into();
        return json(&answer);
    }
    if let Some(made) = &made {
        say_created(ledger, made)?;
    }
    line(&format!("{filled} transactions of made-up books"))
}

async fn restore(ledger: &LedgerArguments, backup: Option<PathBuf>) -> Result<(), Failure> {
    let path = ledger.path()?;
    let backup = match backup {
        Some(backup) => backup,
        None => {
            let newest = Books::backups(path)?.into_iter().find(|backup| backup.reason != "replaced");
            let none = || Failure::Usage(format!("there is no backup of {}", path.display()));
            PathBuf::from(newest.ok_or_else(none)?.path)
        }
    };
    let replaces = path.exists();
    Books::restore(&backup, path, ledger.key()?).await?;
    if ledger.json {
        return json(&serde_json::json!({ "restored": backup.display().to_string() }));
    }
    let kept = if replaces { "; what was in its place is kept as a backup" } else { "" };
    line(&format!("restored {}{kept}", backup.display()))
}

fn list_backups(ledger: &LedgerArguments) -> Result<(), Failure> {
    let backups = Books::backups(ledger.path()?)?;
    if ledger.json {
        return json(&backups);
    }
    let row = |backup: &api::BackupView| {
        vec![backup.at.clone(), backup.reason.clone(), backup.size.clone(), backup.path.clone()]
    };
    table(&[Side::Left, Side::Left, Side::Right, Side::Left], &backups.iter().map(row).collect::<Vec<_>>())
}

struct AddArguments {
    date: String,
    payee: String,
    amount: String,
    from: String,
    to: String,
    received: Option<String>,
    note: String,
}

async fn add(books: &Books, arguments: AddArguments, as_json: bool) -> Result<(), Failure> {
    let from = find_view(books, &arguments.from).await?;
    let to = find_view(books, &arguments.to).await?;
    if from.id == to.id {
        return Err(Failure::Usage(format!("--from and --to are both {}; name two accounts", from.path)));
    }
    let currency = |account: &AccountView| account.currency.clone();
    if let (Some(ours), Some(theirs), None) = (currency(&from), currency(&to), &arguments.received)
        && ours != theirs
    {
        let path = &to.path;
        return Err(Failure::Usage(format!("{path} is in {theirs}: say with --received how much arrived")));
    }
    let base = books.ledger_settings().await?.currency;
    let leaving = currency(&from).or_else(|| currency(&to)).unwrap_or(base);
    let arriving = currency(&to).filter(|_| arguments.received.is_some()).unwrap_or_else(|| leaving.clone());
    let amount = arguments.amount.trim().to_owned();
    let negated = match amount.strip_prefix('-') {
        Some(positive) => positive.to_owned(),
        None => format!("-{amount}"),
    };
    let leg = |account: &AccountView, amount: String, commodity: String| PostingInput {
        account: account.id,
        amount: Money { amount, commodity },
        status: api::Status::Cleared,
        memo: String::new(),
    };
    let received = arguments.received.unwrap_or(arguments.amount);
    let input = TransactionInput {
        date: arguments.date,
        payee: arguments.payee,
        note: arguments.note,
        tags: Vec::new(),
        postings: vec![leg(&from, negated.clone(), leaving), leg(&to, received, arriving)],
    };
    let made = books.transaction_add(&input).await;
    let made = made.map_err(|error| as_given(error, &negated, &amount))?;
    if as_json { json(&made) } else { line(&format!("added transaction {} of {}", made.id, made.date)) }
}

/// The amount that leaves an account is entered with the other sign: a complaint about it quotes what was given.
fn as_given(error: ApiError, negated: &str, given: &str) -> ApiError {
    if error.code != ErrorCode::Amount || !error.message.contains(negated) {
        return error;
    }
    let message = format!("amount {}", error.message.replacen(negated, given, 1));
    ApiError { message, ..error }
}

async fn export(
    books: &Books,
    format: Format,
    account: Option<&str>,
    output: Option<PathBuf>,
    as_json: bool,
) -> Result<(), Failure> {
    let account = match account {
        Some(account) => Some(find(books, account).await?),
        None => None,
    };
    let failed = |path: &Path, error| Failure::Usage(format!("{}: {error}", path.display()));
    let out: Box<dyn std::io::Write + Send> = match &output {
        Some(path) => {
            let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
            Box::new(std::io::BufWriter::new(file.map_err(|error| failed(path, error))?))
        }
        None => Box::new(std::io::BufWriter::new(std::io::stdout())),
    };
    let written = match account {
        Some(account) => books.export_rows(Some(account), &FilterInput::default(), out).await,
        None => books.export(format.into(), out).await,
    };
    if let (Err(_), Some(path)) = (&written, &output) {
        // Half of the books would pass for all of them, and be in the way of the next attempt.
        std::fs::remove_file(path).map_err(|error| failed(path, error))?;
    }
    let count = written?;
    match output {
        Some(path) if as_json => {
            json(&serde_json::json!({ "output": path.display().to_string(), "count": count }))
        }
        Some(path) => line(&format!("wrote {count} rows to {}", path.display())),
        None => Ok(()),
    }
}

/// An account's own balance in one commodity.
#[derive(serde::Serialize)]
struct BalanceRow {
    account: String,
    commodity: String,
    quantity: String,
}

async fn balance(
    books: &Books,
    within: Option<&str>,
    at: Option<&str>,
    as_json: bool,
) -> Result<(), Failure> {
    let prefix = match within {
        Some(path) => Some(find_view(books, path).await?.path),
        None => None,
    };
    let below = |path: &str| match &prefix {
        Some(prefix) => {
            path == prefix || path.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.starts_with(':'))
        }
        None => true,
    };
    let accounts = match at {
        Some(day) => books.accounts_on(day).await?,
        None => books.accounts().await?,
    };
    let rows: Vec<BalanceRow> = accounts
        .into_iter()
        .filter(|account| below(&account.path))
        .flat_map(|account| {
            let path = account.path;
            account.balances.into_iter().map(move |held| BalanceRow {
                account: path.clone(),
                commodity: held.commodity,
                quantity: held.amount,
            })
        })
        .collect();
    if as_json {
        return json(&rows);
    }
    let cells: Vec<Vec<String>> =
        rows.into_iter().map(|row| vec![row.quantity, row.commodity, row.account]).collect();
    table(&[Side::Right, Side::Left, Side::Left], &cells)
}

async fn register(
    books: &Books,
    account: Option<&str>,
    category: Option<&str>,
    mut filter: FilterInput,
    (skip, count): (u32, u32),
    as_json: bool,
) -> Result<(), Failure> {
    if let Some(category) = category {
        filter.categories.push(find(books, category).await?);
    }
    let rows = match account {
        Some(account) if filter == FilterInput::default() => {
            let account = find(books, account).await?;
            books.register(account, skip, count).await?
        }
        Some(account) => {
            filter.accounts.push(find(books, account).await?);
            books.find(&filter, skip, count).await?
        }
        None => books.find(&filter, skip, count).await?,
    };
    if as_json {
        return json(&rows);
    }
    say_rows(&rows.rows)?;
    line(&format!("{} of {} rows", rows.rows.len(), rows.total))
}

async fn search(books: &Books, text: &str, limit: u32, as_json: bool) -> Result<(), Failure> {
    let found = books.search(text, limit).await?;
    if as_json {
        return json(&found);
    }
    say_rows(&found.rows)?;
    line(&format!("{} of {} found", found.rows.len(), found.total))
}

fn say_rows(rows: &[RegisterRow]) -> Result<(), Failure> {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let other = match &row.category {
                CategoryCell::Category { path, .. } | CategoryCell::Transfer { path, .. } => path.clone(),
                CategoryCell::Unsorted => "(uncategorised)".into(),
                CategoryCell::Split { parts } => format!("({parts} parts)"),
            };
            let named = if row.payee.is_empty() { &row.description } else { &row.payee };
            let balance = row.balance.as_ref().map(text).unwrap_or_default();
            vec![row.date.clone(), named.clone(), row.path.clone(), other, text(&row.amount), balance]
        })
        .collect();
    table(&[Side::Left, Side::Left, Side::Left, Side::Left, Side::Right, Side::Right], &cells)
}

async fn check(books: &Books, as_json: bool) -> Result<(), Failure> {
    let differences = books.check().await?;
    if as_json {
        json(&differences)?;
    } else if differences.is_empty() {
        line("everything adds up")?;
    } else {
        for difference in &differences {
            line(&difference.to_string())?;
        }
    }
    if differences.is_empty() { Ok(()) } else { Err(Failure::Unsound(differences.len())) }
}

async fn history(books: &Books, limit: u32, as_json: bool) -> Result<(), Failure> {
    let history = books.history(None, limit).await?;
    if as_json {
        return json(&history.entries);
    }
    entries(&history.entries)
}

/// Entries of the history, a line each.
pub fn entries(entries: &[EntryView]) -> Result<(), Failure> {
    let rows: Vec<Vec<String>> = entries
        .iter()
        .map(|entry| {
            let about = entry.of.as_ref().map(|of| format!(" {of}")).unwrap_or_default();
            let values: Vec<String> =
                entry.params.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            vec![
                entry.seq.to_string(),
                entry.at.clone(),
                format!("{}{about}", entry.action),
                values.join(", "),
            ]
        })
        .collect();
    table(&[Side::Right, Side::Left, Side::Left, Side::Left], &rows)
}

fn say_entry(entry: &EntryView, as_json: bool) -> Result<(), Failure> {
    say(Some(entry), as_json)
}

pub fn say(entry: Option<&EntryView>, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return json(&entry);
    }
    match entry {
        Some(entry) => {
            let about = entry.of.as_ref().map(|of| format!(" {of}")).unwrap_or_default();
            line(&format!("{}{about} (entry {})", entry.action, entry.seq))
        }
        None => line("nothing to change"),
    }
}

pub fn text(money: &Money) -> String {
    format!("{} {}", money.amount, money.commodity)
}
