//! Every command that a window may call, in one list: its name, its arguments, its answer.
//!
//! The list makes three things: the names that the window's capability file must allow one by one, the TypeScript types of
//! arguments and answers, and [`dispatch`], which reads the arguments strictly and answers in JSON.

use crate::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;

/// A command's arguments and its answer.
#[derive(Type)]
#[allow(dead_code, reason = "the fields exist for their types alone")]
pub struct Call<A, R> {
    args: A,
    result: R,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident ( $($arg:ident : $type:ty),* $(,)? ) -> $result:ty = |$session:ident| $body:expr;)*) => {
        /// The arguments of each command; without `Debug`, which would show passwords.
        mod arguments {
            use super::*;
            $(
                #[derive(Deserialize, Type)]
                #[serde(deny_unknown_fields)]
                #[specta(inline)]
                #[allow(non_camel_case_types, reason = "one for each command, named as it is")]
                pub struct $name { $(pub $arg: $type,)* }
            )*
        }

        /// Every command with its arguments and its answer, for TypeScript.
        #[derive(Type)]
        #[allow(dead_code, reason = "the fields exist for their types alone")]
        pub struct Commands { $($(#[$doc])* $name: Call<arguments::$name, $result>,)* }

        /// The name of every command.
        pub const COMMANDS: &[&str] = &[$(stringify!($name),)*];

        /// Runs a command: reads its arguments, refusing what it does not know, and answers in JSON.
        ///
        /// # Errors
        /// [`ErrorCode::Invalid`] for an unknown command or arguments that do not fit; otherwise those of the command.
        pub async fn dispatch(session: &Session, command: &str, arguments: Value) -> Result<String, ApiError> {
            match command {
                $(stringify!($name) => {
                    let arguments::$name { $($arg),* } = read(command, arguments)?;
                    let $session = session;
                    // Boxed, so that the future of all commands together is not as large as all of them.
                    let work = async move { let answer: Result<$result, ApiError> = $body; answer };
                    write(&Box::pin(work).await?)
                })*
                _ => Err(ApiError::invalid(format!("there is no command “{command}”"))),
            }
        }
    };
}

fn read<T: for<'de> Deserialize<'de>>(command: &str, arguments: Value) -> Result<T, ApiError> {
    serde_json::from_value(arguments).map_err(|error| ApiError::invalid(format!("{command}: {error}")))
}

fn write<T: Serialize>(answer: &T) -> Result<String, ApiError> {
    serde_json::to_string(answer).map_err(|error| ApiError::new(ErrorCode::Internal, error.to_string()))
}

/// A file that the window hands over.
#[derive(Debug, Deserialize, Type)]
pub struct FileInput {
    /// Its name.
    pub name: String,
    /// Its bytes in base64.
    pub base64: String,
}

impl FileInput {
    fn bytes(&self) -> Result<Vec<u8>, ApiError> {
        use base64::Engine;
        base64::engine::general_purpose::STANDARD.decode(&self.base64).map_err(|error| {
            ApiError::new(ErrorCode::File, format!("“{}” did not arrive whole: {error}", self.name))
        })
    }
}

/// A kept file with its bytes.
#[derive(Debug, Serialize, Type)]
pub struct FileContent {
    /// What it is.
    pub file: AttachmentView,
    /// Its bytes in base64.
    pub base64: String,
}

commands! {
    /// How the session stands.
    session() -> SessionView = |session| session.session_view().await;
    /// What a person chose for this machine; null before that.
    preferences() -> Option<Preferences> = |session| Ok(session.places().preferences());
    preferences_set(preferences: Preferences) -> () = |session| session.places().keep_preferences(&preferences);
    ledger_create(input: LedgerInput) -> CreatedView = |session| session.ledger_create(&input).await;
    ledger_open(path: String, password: Option<String>) -> () = |session| session.ledger_open(&path, password).await;
    ledger_recover(path: String, phrase: String) -> () = |session| session.ledger_recover(&path, phrase).await;
    ledger_sample(language: Language) -> () = |session| session.ledger_sample(language).await;
    ledger_lock() -> () = |session| { session.ledger_lock().await; Ok(()) };
    ledger_unlock(password: Option<String>) -> () = |session| session.ledger_unlock(password).await;
    ledger_close() -> () = |session| { session.close().await; Ok(()) };
    ledger_forget(path: String) -> () = |session| session.ledger_forget(&path).await;
    password_state() -> bool = |session| session.password_state().await;
    /// Where the key of the open ledger is.
    key_place() -> KeyPlace = |session| session.key_place().await;
    recovery_phrase_propose() -> PhraseView = |session| session.recovery_phrase_propose().await;
    recovery_phrase_renew(password: Option<String>) -> RenewedView = |session| session.recovery_phrase_renew(password).await;
    password_set(current: Option<String>, new: Option<String>) -> () = |session| session.password_set(current, new).await;
    activities() -> Vec<ActivityView> = |session| Ok(session.activities());
    activity_cancel(id: Id) -> () = |session| { session.activity_cancel(id); Ok(()) };

    ledger_settings() -> LedgerSettings = |session| session.books().await?.ledger_settings().await;
    ledger_settings_set(settings: LedgerSettings) -> Option<EntryView> = |session| session.ledger_settings_set(&settings).await;
    ledger_version() -> u32 = |session| session.version().await;
    ledger_check() -> Vec<DifferenceView> = |session| session.check().await;

    overview(input: OverviewInput) -> OverviewView = |session| session.books().await?.overview(&input).await;
    report(input: ReportInput) -> ReportView = |session| session.books().await?.report(&input).await;

    accounts() -> Vec<AccountView> = |session| session.books().await?.accounts().await;
    account_add(input: AccountInput) -> AccountView = |session| session.books().await?.account_add(&input).await;
    account_edit(id: Id, change: AccountChange) -> Option<EntryView> = |session| session.books().await?.account_edit(id, &change).await;
    account_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.account_remove(id).await;
    account_merge(id: Id, into: Id) -> Option<EntryView> = |session| session.books().await?.account_merge(id, into).await;

    /// Every budget, the oldest first.
    budget_list() -> Vec<BudgetView> = |session| session.books().await?.budget_list().await;
    budget_create(input: BudgetInput) -> BudgetView = |session| session.books().await?.budget_create(&input).await;
    budget_edit(budget: Id, change: BudgetChange) -> Option<EntryView> = |session| session.books().await?.budget_edit(budget, &change).await;
    budget_remove(budget: Id) -> Option<EntryView> = |session| session.books().await?.budget_remove(budget).await;
    /// Makes a budget like another; with `plan` everything that was assigned is copied too.
    budget_copy(budget: Id, name: String, plan: bool) -> BudgetView = |session| session.books().await?.budget_copy(budget, &name, plan).await;
    /// A budget's periods side by side.
    budget_show(input: BudgetShowInput) -> BudgetSheet = |session| session.books().await?.budget_show(&input).await;
    /// Lets envelopes (or cards) have these amounts in a period, which any day in it names.
    budget_assign(budget: Id, period: String, lines: Vec<BudgetLine>) -> Option<EntryView> = |session| session.books().await?.budget_assign(budget, &period, &lines).await;
    /// Moves money between envelopes or cards; null is the money to be assigned.
    budget_move(budget: Id, period: String, from: Option<Id>, to: Option<Id>, amount: String) -> Option<EntryView> = |session| session.books().await?.budget_move(budget, &period, from, to, &amount).await;
    /// Holds this much in all of the money to be assigned back for the next period.
    budget_hold(budget: Id, period: String, amount: String) -> Option<EntryView> = |session| session.books().await?.budget_hold(budget, &period, &amount).await;
    /// Lets every envelope have what it had in another period: the one before, for null.
    budget_repeat(budget: Id, period: String, from: Option<String>) -> Option<EntryView> = |session| session.books().await?.budget_repeat(budget, &period, from.as_deref()).await;
    /// What filling would put into envelopes, and why each amount.
    budget_fill_propose(budget: Id, period: String) -> FillView = |session| session.books().await?.budget_fill_propose(budget, &period).await;
    /// Fills envelopes: all that is proposed, or these amounts on top of what they have.
    budget_fill(budget: Id, period: String, lines: Option<Vec<BudgetLine>>) -> Option<EntryView> = |session| session.books().await?.budget_fill(budget, &period, lines.as_deref()).await;
    budget_target_set(budget: Id, envelope: Id, target: TargetView) -> Option<EntryView> = |session| session.books().await?.budget_target_set(budget, envelope, &target).await;
    budget_target_clear(budget: Id, envelope: Id) -> Option<EntryView> = |session| session.books().await?.budget_target_clear(budget, envelope).await;
    budget_envelope_set(budget: Id, envelope: Id, change: EnvelopeChange) -> Option<EntryView> = |session| session.books().await?.budget_envelope_set(budget, envelope, &change).await;
    /// Puts envelopes into this order, each in its group; the first are also the most urgent to fill.
    budget_envelopes_order(budget: Id, places: Vec<EnvelopePlace>) -> Option<EntryView> = |session| session.books().await?.budget_envelopes_order(budget, &places).await;
    budget_template_list(budget: Id) -> Vec<BudgetTemplate> = |session| session.books().await?.budget_template_list(budget).await;
    budget_template_save(budget: Id, period: String, name: String) -> Option<EntryView> = |session| session.books().await?.budget_template_save(budget, &period, &name).await;
    budget_template_apply(budget: Id, period: String, template: Id) -> Option<EntryView> = |session| session.books().await?.budget_template_apply(budget, &period, template).await;
    budget_template_remove(budget: Id, template: Id) -> Option<EntryView> = |session| session.books().await?.budget_template_remove(budget, template).await;
    /// What is behind envelopes or cards in a column, or (without any) the money to be assigned.
    budget_why(input: BudgetWhyInput) -> BudgetWhy = |session| session.books().await?.budget_why(&input).await;
    budget_history(budget: Id, limit: u32) -> Vec<EntryView> = |session| session.books().await?.budget_history(budget, limit).await;

    commodities() -> Vec<CommodityView> = |session| session.books().await?.commodities().await;
    commodity_catalogue() -> Vec<ListingView> = |_session| Ok(Books::catalogue());
    commodity_add(input: CommodityInput) -> CommodityView = |session| session.books().await?.commodity_add(&input).await;
    /// What is held of each commodity, and what that is worth.
    holdings() -> HoldingsView = |session| session.books().await?.holdings().await;
    commodity_edit(id: Id, code: String, name: String) -> Option<EntryView> = |session| session.books().await?.commodity_edit(id, &code, &name).await;
    prices(commodity: Option<String>) -> Vec<PriceView> = |session| session.books().await?.prices(commodity.as_deref()).await;
    prices_set(prices: Vec<PriceInput>) -> Option<EntryView> = |session| session.books().await?.prices_set(&prices).await;

    payees() -> Vec<PayeeView> = |session| session.books().await?.payees().await;
    payee_last(name: String) -> Option<RegisterRow> = |session| session.books().await?.payee_last(&name).await;
    payee_rename(id: Id, name: String) -> Option<EntryView> = |session| session.books().await?.payee_rename(id, &name).await;
    /// How much each payee is used.
    payee_uses() -> Vec<UseView> = |session| session.books().await?.payee_uses().await;
    tags() -> Vec<TagView> = |session| session.books().await?.tags().await;
    tag_rename(id: Id, name: String) -> Option<EntryView> = |session| session.books().await?.tag_rename(id, &name).await;
    tag_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.tag_remove(id).await;
    /// How much each tag is used.
    tag_uses() -> Vec<UseView> = |session| session.books().await?.tag_uses().await;

    register(account: Id, from: Option<String>, to: Option<String>, skip: u32, count: u32) -> RegisterRows = |session| session.books().await?.register_between(account, from.as_deref(), to.as_deref(), skip, count).await;
    find(filter: FilterInput, skip: u32, count: u32) -> RegisterRows = |session| session.books().await?.find(&filter, skip, count).await;
    find_ids(filter: FilterInput) -> Vec<String> = |session| session.books().await?.find_ids(&filter).await;
    /// What the transactions that a filter finds come to.
    find_totals(filter: FilterInput) -> Vec<TotalView> = |session| session.books().await?.find_totals(&filter).await;
    search(text: String, limit: u32) -> SearchRows = |session| session.books().await?.search(&text, limit).await;

    transaction(id: String) -> TransactionView = |session| session.books().await?.transaction(&id).await;
    transaction_history(id: String) -> Vec<EntryView> = |session| session.books().await?.transaction_history(&id).await;
    transaction_add(input: TransactionInput) -> TransactionView = |session| session.books().await?.transaction_add(&input).await;
    transaction_edit(id: String, input: TransactionInput) -> TransactionView = |session| session.books().await?.transaction_edit(&id, &input).await;
    transactions_change(ids: Vec<String>, change: BulkChange) -> BulkResult = |session| session.books().await?.transactions_change(&ids, &change).await;
    transactions_delete(ids: Vec<String>) -> BulkResult = |session| session.books().await?.transactions_delete(&ids).await;

    attach(transaction: String, files: Vec<FileInput>) -> Option<EntryView> = |session| session.books().await?.attach(&transaction, &files_of(files)?).await;
    attach_paths(transaction: String, paths: Vec<String>) -> Option<EntryView> = |session| session.attach_paths(&transaction, paths).await;
    detach(transaction: String, attachment: Id) -> Option<EntryView> = |session| session.books().await?.detach(&transaction, attachment).await;
    attachment(transaction: String, attachment: Id) -> FileContent = |session| session.attachment(&transaction, attachment).await;
    attachment_save(transaction: String, attachment: Id) -> String = |session| session.attachment_save(&transaction, attachment).await;

    reconciliation(account: Id, date: String) -> Reconciliation = |session| session.books().await?.reconciliation(account, &date).await;
    reconcile(input: StatementInput) -> Option<EntryView> = |session| session.books().await?.reconcile(&input).await;
    statements(account: Option<Id>) -> Vec<StatementView> = |session| session.books().await?.statements(account).await;
    statement_add(input: StatementInput) -> Option<EntryView> = |session| session.books().await?.statement_add(&input).await;
    statement_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.statement_remove(id).await;
    closed_period() -> ClosedPeriod = |session| session.books().await?.closed_period().await;
    months() -> Vec<MonthView> = |session| session.books().await?.months().await;
    period_close(through: Option<String>) -> Option<EntryView> = |session| session.books().await?.period_close(through.as_deref()).await;

    import_open(files: Vec<FileInput>) -> Id = |session| session.import_open(files).await;
    import_paths(paths: Vec<String>) -> Id = |session| session.import_paths(paths).await;
    import_add(import: Id, files: Vec<FileInput>) -> () = |session| session.import_add(import, files).await;
    import_add_paths(import: Id, paths: Vec<String>) -> () = |session| session.import_add_paths(import, paths).await;
    import_remove(import: Id, file: u32) -> () = |session| session.books().await?.import_remove(import, file).await;
    import_plan(import: Id) -> () = |session| session.books().await?.import_plan(import).await;
    import_view(import: Id) -> ImportView = |session| session.books().await?.import_view(import).await;
    import_rows(import: Id, file: u32, statement: u32, only: Option<Outcome>, skip: u32, count: u32) -> ImportRows = |session| session.books().await?.import_rows(import, file, statement, only, skip, count).await;
    import_places(import: Id, file: u32, statement: u32, only: Option<Outcome>, skip: u32, count: u32) -> Vec<u32> = |session| session.books().await?.import_places(import, file, statement, only, skip, count).await;
    import_others(import: Id, file: u32, statement: u32, which: Other, skip: u32, count: u32) -> ImportOthers = |session| session.books().await?.import_others(import, file, statement, which, skip, count).await;
    import_sample(import: Id, file: u32) -> ImportSample = |session| session.books().await?.import_sample(import, file).await;
    import_detect(import: Id, file: u32, frame: exchange::csv::Frame) -> () = |session| session.books().await?.import_detect(import, file, &frame).await;
    import_read(import: Id, file: u32, reading: FileReading) -> () = |session| session.books().await?.import_read(import, file, &reading).await;
    import_target(import: Id, file: u32, statement: u32, account: Option<Id>, new: Option<TargetInput>) -> () = |session| session.books().await?.import_target(import, file, statement, account, new.as_ref()).await;
    import_opening(import: Id, file: u32, statement: u32, opening: bool) -> () = |session| session.books().await?.import_opening(import, file, statement, opening).await;
    import_choose(import: Id, file: u32, statement: u32, places: Vec<u32>, choice: Option<Choice>) -> () = |session| session.books().await?.import_choose(import, file, statement, &places, choice.as_ref()).await;
    import_rule(import: Id, file: u32, statement: u32, place: u32, category: Id) -> Rule = |session| session.books().await?.import_rule(import, file, statement, place, category).await;
    import_commit(import: Id) -> ImportResult = |session| session.import_commit(import).await;
    import_discard(import: Id) -> () = |session| { session.books().await?.import_discard(import).await; Ok(()) };

    layouts() -> Vec<LayoutView> = |session| session.books().await?.layouts().await;
    layout_forget(id: Id) -> Option<EntryView> = |session| session.books().await?.layout_forget(id).await;

    rules() -> Vec<RuleView> = |session| session.books().await?.rules().await;
    rule_save(rule: Rule) -> Option<EntryView> = |session| session.books().await?.rule_save(&rule).await;
    rule_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.rule_remove(id).await;
    rules_order(ids: Vec<Id>) -> Option<EntryView> = |session| session.books().await?.rules_order(&ids).await;
    rule_propose(transaction: String, category: Id) -> Rule = |session| session.books().await?.rule_propose(&transaction, category).await;
    rule_preview(rule: Rule, all: bool) -> RulePreview = |session| session.books().await?.rule_preview(&rule, all).await;
    rule_apply(id: Id, all: bool) -> BulkResult = |session| session.books().await?.rule_apply(id, all).await;

    schedule_list() -> Vec<ScheduleView> = |session| session.books().await?.schedule_list().await;
    /// Adds a schedule, or replaces the one with its number.
    schedule_save(input: ScheduleInput) -> ScheduleView = |session| session.books().await?.schedule_save(&input).await;
    schedule_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.schedule_remove(id).await;
    /// Everything that schedules bring between two days, in order of day.
    schedule_occurrences(from: String, to: String) -> Vec<OccurrenceView> = |session| session.books().await?.schedule_occurrences(&from, &to).await;
    /// The next days of a rule that is not saved yet, from today on.
    schedule_preview(start: String, rule: Option<String>, until: Option<String>, shift: ScheduleShift, country: Option<String>, count: u32) -> Vec<String> = |session| session.books().await?.schedule_preview(&start, rule.as_deref(), until.as_deref(), shift, country.as_deref(), count).await;
    /// Posts an occurrence, with another amount or on another day where given.
    schedule_post(occurrence: OccurrenceKey, amount: Option<String>, date: Option<String>) -> Option<EntryView> = |session| session.books().await?.schedule_post(&occurrence, amount.as_deref(), date.as_deref()).await;
    schedule_post_all(occurrences: Vec<OccurrenceKey>) -> Option<EntryView> = |session| session.books().await?.schedule_post_all(&occurrences).await;
    schedule_skip(occurrence: OccurrenceKey) -> Option<EntryView> = |session| session.books().await?.schedule_skip(&occurrence).await;
    /// Lets an occurrence that was skipped, moved or changed be as its schedule says again.
    schedule_restore(occurrence: OccurrenceKey) -> Option<EntryView> = |session| session.books().await?.schedule_restore(&occurrence).await;
    schedule_change(occurrence: OccurrenceKey, scope: ScheduleScope, change: ScheduleChange) -> Option<EntryView> = |session| session.books().await?.schedule_change(&occurrence, scope, &change).await;
    bill_list() -> BillsView = |session| session.books().await?.bill_list().await;
    /// Makes a schedule of a bill.
    bill_confirm(bill: String) -> Option<EntryView> = |session| session.books().await?.bill_confirm(&bill).await;
    bill_dismiss(bill: String) -> Option<EntryView> = |session| session.books().await?.bill_dismiss(&bill).await;
    /// Takes back what was said of a bill: confirmed, it loses its schedule.
    bill_restore(bill: String) -> Option<EntryView> = |session| session.books().await?.bill_restore(&bill).await;
    bill_note(bill: String, note: String) -> Option<EntryView> = |session| session.books().await?.bill_note(&bill, &note).await;
    calendar(from: String, to: String) -> Vec<CalendarDay> = |session| session.books().await?.calendar(&from, &to).await;
    due_now() -> DueView = |session| session.books().await?.due_now().await;
    due_seen() -> () = |session| session.books().await?.due_seen().await;
    reminders_due() -> Vec<ReminderView> = |session| session.books().await?.reminders_due().await;
    holiday_countries() -> Vec<HolidayCountry> = |_session| Ok(Books::holiday_countries());
    holidays(country: String, year: u32) -> Vec<HolidayView> = |session| session.books().await?.holidays(&country, year).await;
    holiday_set(country: String, date: String, name: Option<String>) -> Option<EntryView> = |session| session.books().await?.holiday_set(&country, &date, name.as_deref()).await;
    holiday_strike(country: String, date: String, struck: bool) -> Option<EntryView> = |session| session.books().await?.holiday_strike(&country, &date, struck).await;

    /// What accounts will hold, with a band in which four of five balances lie, and what they would hold with alterations.
    forecast_show(input: ForecastInput) -> ForecastView = |session| session.books().await?.forecast_show(&input).await;
    forecast_scenarios() -> Vec<ScenarioView> = |session| session.books().await?.forecast_scenarios().await;
    forecast_scenario_save(input: ScenarioInput) -> ScenarioView = |session| session.books().await?.forecast_scenario_save(&input).await;
    forecast_scenario_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.forecast_scenario_remove(id).await;
    /// What an account should hold at least; without an amount it does not matter again.
    account_floor_set(account: Id, commodity: Option<String>, amount: Option<String>) -> Option<EntryView> = |session| session.books().await?.account_floor_set(account, commodity, amount).await;

    /// Every goal and how far it is.
    goal_list() -> Vec<GoalView> = |session| session.books().await?.goal_list().await;
    goal_save(input: GoalInput) -> GoalView = |session| session.books().await?.goal_save(&input).await;
    goal_remove(id: Id) -> Option<EntryView> = |session| session.books().await?.goal_remove(id).await;
    /// A plan to pay the debts of a goal off, with what another order or amount would change.
    goal_payoff(input: PayoffInput) -> PayoffView = |session| session.books().await?.goal_payoff(&input).await;
    /// When the savings of a goal are there with another amount a month, and what another day takes.
    goal_savings(input: SavingsPlanInput) -> SavingsPlanView = |session| session.books().await?.goal_savings(&input).await;

    /// What may be spent today, and a few things worth knowing.
    insight_today() -> InsightView = |session| session.books().await?.insight_today().await;
    /// A month in review, as `2026-11`; this month when left out.
    insight_month(month: Option<String>) -> MonthReview = |session| session.books().await?.insight_month(month.as_deref()).await;
    insight_dismiss(about: String) -> Option<EntryView> = |session| session.books().await?.insight_dismiss(&about).await;

    undo_state() -> UndoView = |session| session.books().await?.undo_state().await;
    undo() -> EntryView = |session| session.undo().await;
    redo() -> EntryView = |session| session.redo().await;
    revert(seq: u32) -> EntryView = |session| session.revert(seq).await;
    history(before: Option<u32>, limit: u32) -> HistoryView = |session| session.books().await?.history(before, limit).await;

    backups(ledger: Option<String>) -> Vec<BackupView> = |session| session.backups(ledger.as_deref()).await;
    backup() -> BackupView = |session| session.backup().await;
    backup_restore(ledger: Option<String>, path: String, password: Option<String>, phrase: Option<String>) -> () = |session| session.backup_restore(ledger.as_deref(), &path, password, phrase).await;

    export_books(format: ExportFormat) -> String = |session| session.export_books(format).await;
    export_rows(account: Option<Id>, filter: FilterInput, name: String) -> String = |session| session.export_rows(account, &filter, &name).await;
    export_report(input: ReportInput, format: ReportFormat) -> String = |session| session.export_report(&input, format).await;
}

/// What a report can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// A document.
    Pdf,
    /// A picture.
    Png,
    /// A table.
    Csv,
}

/// The largest file that is read at once, in bytes.
pub const LARGEST: u64 = 256 << 20;

pub(crate) fn files_of(files: Vec<FileInput>) -> Result<Vec<NamedFile>, ApiError> {
    files.into_iter().map(|file| Ok(NamedFile { bytes: file.bytes()?, name: file.name })).collect()
}
