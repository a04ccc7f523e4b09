//! Questions to the books, asked as whole processes: against two peers at 100 k, and against ourselves at 10 k and 1 M.

use crate::Outcome;
use crate::books::Books;
use crate::measure::{Cost, median};
use crate::table::{ms, row, say, verdict};
use std::path::Path;
use std::process::Command;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
/// The size at which peers are asked.
const PEERS: usize = 1;
const RUNS: usize = 15;
const PEER_RUNS: usize = 3;
/// How many times less CPU than hledger and ledger.
const LESS: [f64; 2] = [200.0, 40.0];

struct Question {
    name: &'static str,
    /// Arguments of coffer; `{account}` is the busiest account, `{middle}` half of its rows.
    coffer: &'static [&'static str],
    /// Arguments of hledger and ledger behind the journal; `{account}` as above.
    hledger: &'static [&'static str],
    ledger: &'static [&'static str],
    /// How much 1 M may cost of what 10 k costs.
    growth: f64,
}

const QUESTIONS: &[Question] = &[
    Question { name: "balances", coffer: &["balance"], hledger: &["bal"], ledger: &["bal"], growth: 1.5 },
    Question {
        name: "year by category and month",
        coffer: &["report", "income", "--from", "2025-01-01", "--to", "2025-12-31", "--by", "month"],
        hledger: &["is", "-M", "-O", "csv", "-b", "2025-01-01", "-e", "2026-01-01"],
        ledger: &["reg", "^Income", "^Expenses", "-M", "-b", "2025-01-01", "-e", "2026-01-01"],
        growth: 1.5,
    },
    Question {
        name: "net worth, ten years by month",
        coffer: &["report", "networth", "--from", "2017-01-01", "--by", "month"],
        hledger: &[
            "bal",
            "-M",
            "-H",
            "--value=end,THB",
            "assets",
            "liabilities",
            "--depth",
            "1",
            "-O",
            "csv",
        ],
        ledger: &["reg", "^Assets", "^Liabilities", "-M", "--collapse", "-X", "THB", "-J"],
        growth: 1.5,
    },
    Question {
        name: "register from the start",
        coffer: &["register", "{account}"],
        hledger: &["areg", "{account}"],
        ledger: &["reg", "^{account}$"],
        growth: 1.5,
    },
    Question {
        name: "register from the middle",
        coffer: &["register", "{account}", "--offset", "{middle}"],
        hledger: &["areg", "{account}"],
        ledger: &["reg", "^{account}$"],
        growth: 1.5,
    },
    Question {
        name: "search, Latin",
        coffer: &["search", "coffee"],
        hledger: &["reg", "desc:coffee", "assets", "liabilities"],
        ledger: &["reg", "@coffee", "and", "(", "^Assets", "or", "^Liabilities", ")"],
        growth: 5.0,
    },
    Question {
        name: "search, Thai",
        coffer: &["search", "ตลาด"],
        hledger: &["reg", "desc:ตลาด", "assets", "liabilities"],
        ledger: &["reg", "@ตลาด", "and", "(", "^Assets", "or", "^Liabilities", ")"],
        growth: 5.0,
    },
];

/// Asks all questions and prints what each cost.
pub fn run(folder: &Path) -> Outcome {
    let mut books = Vec::new();
    for (place, size) in SIZES.into_iter().enumerate() {
        say(&format!("making books of {size} transactions"));
        books.push(Books::make(folder, size, place == PEERS)?);
    }
    say("");
    let heads = [
        "CPU of a whole process",
        "coffer 10 k",
        "100 k",
        "1 M",
        "1 M / 10 k",
        "hledger 100 k",
        "less",
        "ledger 100 k",
        "less",
    ];
    row(&heads.map(str::to_owned));
    for question in QUESTIONS {
        let own = books.iter().map(|books| ask(books, question)).collect::<Outcome<Vec<Cost>>>()?;
        let peers = [
            peer(&books[PEERS], &Command::new("hledger"), question.hledger)?,
            peer(&books[PEERS], &ledger(), question.ledger)?,
        ];
        let mut cells = vec![question.name.to_owned()];
        cells.extend(own.iter().map(|cost| ms(cost.cpu)));
        cells.push(verdict(own[2].cpu / own[0].cpu, question.growth, false));
        for (peer, less) in peers.iter().zip(LESS) {
            cells.push(ms(peer.cpu));
            cells.push(verdict(peer.cpu / own[PEERS].cpu, less, true));
        }
        row(&cells);
    }
    say("");
    // Last, so that books without a budget are what the questions above are asked of.
    crate::budgets::run(&books)?;
    crate::plans::run(&books)
}

fn ask(books: &Books, question: &Question) -> Outcome<Cost> {
    let (account, postings) = books.busiest()?;
    let middle = (postings / 2).to_string();
    let arguments: Vec<String> = question
        .coffer
        .iter()
        .map(|text| text.replace("{account}", &account).replace("{middle}", &middle))
        .collect();
    // The program and its paths are known by now.
    books.command()?;
    median(RUNS, || {
        let mut command = books.command().unwrap_or_else(|_| Command::new("false"));
        command.args(&arguments);
        command
    })
}

fn ledger() -> Command {
    let mut command = Command::new("ledger");
    command.arg("--args-only");
    command
}

fn peer(books: &Books, program: &Command, arguments: &[&str]) -> Outcome<Cost> {
    let (account, _) = books.busiest()?;
    let first: Vec<_> = program.get_args().map(ToOwned::to_owned).collect();
    median(PEER_RUNS, || {
        let mut command = Command::new(program.get_program());
        command.args(&first).arg("-f").arg(&books.journal);
        command.args(arguments.iter().map(|text| text.replace("{account}", &account)));
        command
    })
}
