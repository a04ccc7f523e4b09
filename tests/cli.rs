//! `coffer` on the command line: each page under `cases/` is files, commands and what they must answer.
//!
//! ```text
//! What the page shows, in a sentence.
//!
//! === november.csv
//! Date,Description,Amount
//! 2026-11-02,Tea,-3.20
//! ===
//!
//! $ books import november.csv --account Assets:Bank
//! november.csv: 1 new, 0 duplicate, 0 updated, 0 unreadable
//!
//! $ books import missing.csv --account Assets:Bank
//! ! coffer: missing.csv: No such file or directory (os error 2)
//! exit 1
//! ```
//!
//! Commands run in a shell, in a folder of the page's own. `books` is `coffer --key-file books.key`, `new-books` founds a
//! ledger for it, and `COFFER_LEDGER` names it. A line of standard error is marked `! `; an exit code other than 0 is said. `[..]` stands for any text
//! within a line, a line with `[...]` alone for any lines. With `COFFER_WRITE_CASES=1` the answers are written into the pages, to be read before they are
//! believed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use acceptance::{Desk, KEY_FILE, LEDGER, Run, binary};
use std::path::{Path, PathBuf};

const PRELUDE: &str = r#"
books() { coffer --key-file books.key "$@"; }
new-books() { coffer init --key-file books.key "$@" > phrase.txt; }
"#;

macro_rules! cases {
    ($($name:ident)*) => {
        $(#[test] fn $name() { run(stringify!($name)); })*

        #[test]
        fn every_page_is_run() {
            let mut pages: Vec<String> = std::fs::read_dir(folder())
                .unwrap()
                .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            pages.sort();
            let mut names = vec![$(stringify!($name)),*];
            names.sort_unstable();
            assert_eq!(pages, names);
        }
    };
}

cases! {
    a_key_file_that_others_may_read_is_refused
    a_ledger_can_be_kept_in_thai
    a_pending_row_becomes_posted_and_a_hand_entered_one_is_matched
    a_statement_twice_adds_nothing_and_an_overlapping_one_only_what_is_new
    accounts_are_added_renamed_closed_reopened_merged_and_removed
    backups_are_verified_listed_and_put_back
    bills_are_found_and_schedules_post_what_falls_due
    budgets_say_what_money_is_for
    balances_registers_and_searches_answer_from_the_books
    every_action_is_undone_and_redone_after_a_restart_too
    every_complaint_says_what_where_and_what_to_do
    files_that_cannot_be_read_are_refused_by_name_and_change_nothing
    goals_say_what_they_need_and_forecasts_what_will_be
    import_answers_in_json_with_every_row_accounted_for
    init_makes_a_ledger_and_overwrites_nothing
    init_says_the_recovery_phrase_once_and_it_opens_the_ledger
    ofx_and_qif_find_their_accounts
    phrase_gives_a_ledger_a_new_recovery_phrase_and_shows_it_once
    prices_are_set_and_taken_away
    reports_add_up_from_the_books
    sample_books_come_from_a_seed
    several_files_are_imported_together_or_not_at_all
    the_books_go_out_as_tables_and_journals
    the_ledger_comes_from_the_environment_and_the_argument_goes_first
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

fn run(name: &str) {
    let path = folder().join(format!("{name}.txt"));
    let page = std::fs::read_to_string(&path).unwrap();
    let desk = Desk::empty();
    let mut actual = String::new();
    let mut wrong = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        actual.push_str(line);
        actual.push('\n');
        if let Some(name) = line.strip_prefix("=== ") {
            let mut file = String::new();
            for line in lines.by_ref().take_while(|line| *line != "===") {
                file.push_str(line);
                file.push('\n');
            }
            actual.push_str(&file);
            actual.push_str("===\n");
            desk.write(name, file);
        } else if let Some(command) = line.strip_prefix("$ ") {
            let mut expected = String::new();
            while let Some(line) = lines.next_if(|line| !line.is_empty()) {
                expected.push_str(line);
                expected.push('\n');
            }
            let answer = shell(&desk, command);
            let fits = fits(&expected, &answer);
            if !fits {
                wrong.push(format!("$ {command}\n--- expected\n{expected}--- answered\n{answer}"));
            }
            actual.push_str(if fits { &expected } else { &answer });
        }
    }
    if std::env::var_os("COFFER_WRITE_CASES").is_some() {
        std::fs::write(&path, actual).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Runs one command and puts down all that it says; an empty line in it would end the page's block, and is marked.
fn shell(desk: &Desk, command: &str) -> String {
    let mut shell = desk.program("bash");
    let path = std::env::var("PATH").unwrap();
    shell.env("PATH", format!("{}:{path}", binary().parent().unwrap().display()));
    shell.env("COFFER_LEDGER", LEDGER).args(["-c", &format!("{PRELUDE}\n{command}")]);
    assert_eq!(KEY_FILE, "books.key");
    let Run { stdout, stderr, code } = shell.output().unwrap().into();
    let mut answer = String::new();
    for line in stdout.lines() {
        answer.push_str(if line.is_empty() { "\\" } else { line });
        answer.push('\n');
    }
    for line in stderr.lines() {
        answer.push_str(format!("! {line}").trim_end());
        answer.push('\n');
    }
    match code {
        Some(0) => {}
        Some(code) => answer.push_str(&format!("exit {code}\n")),
        None => answer.push_str("killed\n"),
    }
    answer
}

fn fits(expected: &str, answer: &str) -> bool {
    let (expected, answer): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), answer.lines().collect());
    lines_fit(&expected, &answer)
}

fn lines_fit(expected: &[&str], answer: &[&str]) -> bool {
    match expected {
        [] => answer.is_empty(),
        ["[...]", rest @ ..] => (0..=answer.len()).any(|skip| lines_fit(rest, &answer[skip..])),
        [line, rest @ ..] => answer
            .split_first()
            .is_some_and(|(first, others)| line_fits(line, first) && lines_fit(rest, others)),
    }
}

fn line_fits(pattern: &str, line: &str) -> bool {
    match pattern.split_once("[..]") {
        None => pattern == line,
        Some((before, after)) => line.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| line_fits(after, &rest[at..]))
        }),
    }
}

#[test]
fn gaps_in_a_page_stand_for_any_text() {
    for (expected, answer, expectation) in [
        ("a\nb\n", "a\nb\n", true),
        ("a\n", "a\nb\n", false),
        ("a [..] c\n", "a ก b c\n", true),
        ("a [..] c\n", "a b\n", false),
        ("[...]\nz\n", "x\ny\nz\n", true),
        ("[...]\nz\n", "x\ny\n", false),
    ] {
        assert_eq!(fits(expected, answer), expectation, "{expected} {answer}");
    }
}

/// The commands that a help text lists.
fn commands(help: &str) -> Vec<String> {
    let list =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Every command, as the words that call it, with its help.
fn helps() -> Vec<(String, String)> {
    let desk = Desk::empty();
    let mut waiting = vec![Vec::new()];
    let mut helps = Vec::new();
    while let Some(path) = waiting.pop() {
        let run: Run = desk.bare_coffer().args(&path).arg("--help").output().unwrap().into();
        let help = run.answer();
        waiting.extend(commands(&help).into_iter().map(|name| [path.clone(), vec![name]].concat()));
        helps.push((path.join(" "), help));
    }
    assert!(helps.len() > 20, "only {} commands were found", helps.len());
    helps
}

#[test]
fn the_help_of_every_command_has_examples_of_it() {
    for (words, help) in helps() {
        let examples = help.split_once("Examples:\n").map(|(_, examples)| examples).unwrap_or_default();
        assert!(examples.contains("coffer "), "coffer {words} --help has no examples");
        assert!(
            examples.contains(&format!("coffer {words}")),
            "the examples of {words} are of something else"
        );
    }
}

#[test]
fn every_command_is_on_a_page() {
    let pages = std::fs::read_dir(folder()).unwrap();
    let pages: String = pages.map(|page| std::fs::read_to_string(page.unwrap().path()).unwrap()).collect();
    let called =
        |words: &str| ["books", "coffer"].iter().any(|name| pages.contains(&format!("{name} {words} ")));
    // A command of commands alone does nothing.
    let doing = helps().into_iter().filter(|(_, help)| commands(help).is_empty());
    let missing: Vec<String> = doing.map(|(words, _)| words).filter(|words| !called(words)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
