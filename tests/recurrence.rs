//! Rules of RFC 5545 name the same days as they do for python-dateutil.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use ledger::Day;
use planning::{Recurrence, Shift, Workdays};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::io::Write;
use std::process::{Command, Stdio};

const RULES: usize = 1_000;
/// How many days after its start a rule is followed.
const FOLLOWED: i32 = 3_000;

const PEER: &str = "
import sys, datetime, warnings
from dateutil.rrule import rrulestr
warnings.simplefilter('ignore')
for line in sys.stdin:
    start, rule = line.split()
    start = datetime.datetime.fromisoformat(start)
    end = start + datetime.timedelta(days=3000)
    rule = rrulestr(rule, dtstart=start)
    days = rule.replace(until=min(rule._until or end, end))
    print(' '.join(day.date().isoformat() for day in days))
";

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn list<T: std::fmt::Debug + ToString>(
    name: &'static str,
    item: impl Strategy<Value = T>,
) -> impl Strategy<Value = String> {
    let some = proptest::collection::vec(item, 1..4).prop_map(move |items| {
        let items: Vec<String> = items.iter().map(T::to_string).collect();
        format!(";{name}={}", items.join(","))
    });
    prop_oneof![2 => Just(String::new()), 1 => some]
}

fn signed(most: i32) -> impl Strategy<Value = i32> {
    prop_oneof![1..=most, -most..=-1]
}

/// Weekdays without their places in a year, which a month does not have.
fn plain(weekdays: &str) -> String {
    weekdays.chars().filter(|letter| !letter.is_ascii_digit() && *letter != '-').collect()
}

/// A first day and a rule.
fn rule() -> impl Strategy<Value = (Day, String)> {
    let frequency = prop_oneof![Just("DAILY"), Just("WEEKLY"), Just("MONTHLY"), Just("YEARLY")];
    (frequency, 1..6_u8, 10_000..22_000_i64).prop_flat_map(|(frequency, interval, start)| {
        let ordinal = match frequency {
            "MONTHLY" => 4,
            "YEARLY" => 20,
            _ => 0,
        };
        let weekday = (0..7_usize, -ordinal..=ordinal).prop_map(move |(day, place)| match place {
            0 => DAYS[day].to_owned(),
            place => format!("{place}{}", DAYS[day]),
        });
        let end = prop_oneof![
            3 => Just(String::new()),
            1 => (1..40_u8).prop_map(|count| format!(";COUNT={count}")),
            1 => (0..900_i64).prop_map(move |days| {
                let until = Day::from_number(start + days).unwrap();
                format!(";UNTIL={}", until.to_string().replace('-', ""))
            }),
        ];
        let week_start = prop_oneof![3 => Just(""), 1 => Just(";WKST=SU")];
        let month_days = if frequency == "WEEKLY" { 0 } else { 31 };
        let parts = (
            list("BYMONTH", 1..=12_u8),
            list("BYMONTHDAY", signed(28))
                .prop_map(move |part| if month_days == 0 { String::new() } else { part }),
            list("BYDAY", weekday),
            prop_oneof![Just(""), Just(";BYSETPOS=1"), Just(";BYSETPOS=-1"), Just(";BYSETPOS=1,-1")],
            end,
            week_start,
        );
        parts.prop_map(move |(months, month_days, weekdays, places, end, week_start)| {
            // Without days that no month has: the peer would look for them for ten thousand years.
            let in_a_month = !month_days.is_empty() || !months.is_empty() && frequency == "YEARLY";
            let weekdays = if in_a_month { plain(&weekdays) } else { weekdays };
            let chosen = format!("{months}{month_days}{weekdays}");
            // The standard allows places only beside another part.
            let places = if chosen.is_empty() { "" } else { places };
            let rule = format!("FREQ={frequency};INTERVAL={interval}{chosen}{places}{end}{week_start}");
            (Day::from_number(start).unwrap(), rule)
        })
    })
}

fn asked_of_the_peer(rules: &[(Day, String)]) -> Vec<String> {
    let lines: String = rules.iter().map(|(start, rule)| format!("{start} {rule}\n")).collect();
    let mut peer = Command::new("/usr/bin/python3")
        .args(["-c", PEER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = peer.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = peer.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn a_thousand_rules_name_the_days_that_dateutil_names() {
    let mut runner = TestRunner::default();
    let rules: Vec<(Day, String)> =
        (0..RULES).map(|_| rule().new_tree(&mut runner).unwrap().current()).collect();
    let peers = asked_of_the_peer(&rules);
    assert_eq!(peers.len(), RULES);
    let mut named = 0;
    for ((start, rule), peer) in rules.iter().zip(&peers) {
        let recurrence = Recurrence::by_rule(*start, rule, Shift::Stay).unwrap();
        let found = recurrence.between(*start, start.offset(FOLLOWED), &Workdays::default());
        let found: Vec<String> = found.iter().map(|occurrence| occurrence.day.to_string()).collect();
        named += found.len();
        assert_eq!(found.join(" "), *peer, "{start} {rule}");
    }
    assert!(named > 10 * RULES, "only {named} days were named");
}
