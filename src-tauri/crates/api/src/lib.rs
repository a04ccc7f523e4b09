//! One function for each thing a person can do, over all other rooms: what the window and the command line call.
//!
//! [`Books`] is an open ledger. Its functions take and give plain data and fail with an [`ApiError`] that a person can read
//! in their language.
//!
//! In that data a day is `2026-11-22`, a moment is ISO 8601 with its offset, and an amount is exact decimal text with a
//! point: of the commodity that stands beside it, else of the currency that the whole view names. An [`Id`] is the number
//! of a row; transactions are named by text, because their keys are larger than a screen's whole numbers.

mod accounts;
mod activities;
mod attachments;
mod backups;
mod bills;
mod books;
mod budget;
mod bulk;
pub mod commands;
mod commodities;
mod difference_view;
#[cfg(feature = "documents")]
mod documents;
mod edit;
mod entry_view;
mod error;
mod export;
mod forecast;
mod goals;
mod history;
mod holdings;
mod holidays;
mod import;
mod insight;
mod keys;
mod layouts;
mod look;
mod money;
mod overview;
mod payees;
mod periods;
mod places;
mod preferences;
mod reconcile;
mod recovery;
mod register;
mod report;
mod report_source;
mod report_view;
mod rules;
mod sample_books;
mod schedules;
mod session;
mod session_view;
mod session_work;
mod settings;
mod starter;
mod totals;
mod transactions;

pub use accounts::{AccountChange, AccountInput, AccountView, OpeningInput};
pub use activities::{ActivityKind, ActivityState, ActivityView};
pub use attachments::AttachmentView;
pub use backups::BackupView;
pub use bills::{BillCharge, BillPrice, BillRhythm, BillState, BillView, BillsView, PriceRise};
pub use books::{Books, Creation, Id, Start, today};
pub use budget::{
    BudgetCadence, BudgetCard, BudgetCardCell, BudgetCell, BudgetChange, BudgetColumns, BudgetGroup,
    BudgetInput, BudgetLine, BudgetMethod, BudgetPeriod, BudgetRow, BudgetSheet, BudgetShowInput,
    BudgetTemplate, BudgetTransaction, BudgetView, BudgetWhy, BudgetWhyInput, EnvelopeChange, EnvelopeKind,
    EnvelopePlace, EnvelopeView, FillLine, FillView, MoveView, NeedView, ReasonView, RevaluationView,
    TargetView, ToAssignView,
};
pub use bulk::{BulkChange, BulkResult};
pub use commodities::{CommodityInput, CommodityView, ListingView, PriceInput, PriceView};
pub use difference_view::DifferenceView;
pub use entry_view::EntryView;
pub use error::{ApiError, ErrorCode};
pub use exchange::Rule;
pub use export::ExportFormat;
pub use forecast::{
    AlterationInput, CoverView, ForecastAccount, ForecastInput, ForecastOutcome, ForecastSeries,
    ForecastStep, ForecastView, KnownView, RegularView, ScenarioInput, ScenarioView, ShortfallView,
    SourceView,
};
pub use goals::{
    AimInput, DebtProgress, FundInput, GoalInput, GoalProgress, GoalView, PayoffDebt, PayoffInput,
    PayoffMonthView, PayoffOrderInput, PayoffSummary, PayoffView, SavingsPlanInput, SavingsPlanView,
    SavingsView, TermsInput,
};
pub use history::{HistoryView, UndoView};
pub use holdings::{AccountHolding, CommodityWorth, HoldingsView};
pub use holidays::{HolidayCountry, HolidayView};
pub use import::{
    Choice, FileReading, FileResult, ImportFileView, ImportOthers, ImportResult, ImportRow, ImportRows,
    ImportSample, ImportStatementView, ImportView, LeftOutRow, NamedFile, Other, Outcome, Target,
    TargetInput, UnreadableRow,
};
pub use insight::{
    BecauseView, ChangeView, InsightNote, InsightTransaction, InsightView, MilestoneMark, MilestoneView,
    MonthReview, SafeReasonView, SafeView, SafeWhy, UnusualView, UsualView,
};
pub use keys::{KeyPlace, KeySource};
pub use layouts::LayoutView;
pub use ledger::{Status, composed};
pub use look::LookView;
pub use money::Money;
pub use overview::{
    AccountWorth, AccountsCard, FlowCard, OverviewInput, OverviewView, Span, SpendingCard, WorthCard,
};
pub use payees::{PayeeView, TagView, UseView};
pub use periods::{ClosedPeriod, MonthView};
pub use places::{Places, RecentLedger};
pub use preferences::{Preferences, Theme, Years};
pub use reconcile::{Reconciliation, StatementInput, StatementView};
pub use recovery::{PhraseView, RenewedView};
pub use register::{CategoryCell, FilterInput, RegisterRow, RegisterRows, SearchRows};
pub use report::{LocaleInput, ReportComparison, ReportInput, ReportInterval, ReportKind};
pub use report_view::{
    BarView, FlowView, PeriodView, ReportRow, ReportView, SeriesView, StreamView, TileView, UnvaluedView,
    WorthView,
};
pub use rules::{RulePreview, RuleView};
pub use schedules::{
    AlertKind, AlertView, CalendarDay, DueView, ExpectedBill, Notice, OccurrenceKey, OccurrenceState,
    OccurrenceView, PartInput, PartView, ReminderView, ScheduleAmount, ScheduleChange, ScheduleInput,
    ScheduleKind, ScheduleMode, ScheduleScope, ScheduleShift, ScheduleView,
};
pub use session::Session;
pub use session_view::{CreatedView, LedgerInput, LedgerState, SessionView};
pub use settings::{LedgerSettings, Purpose};
pub use starter::Language;
pub use store::{Difference, Progress};
pub use totals::TotalView;
pub use transactions::{
    OriginView, PostingInput, PostingView, SortingView, TransactionInput, TransactionView,
};
pub use vault::harden;
