use super::*;
use ledger::{CommodityId, Quantity};
use proptest::prelude::*;

const CSV: Source = Source { format: Format::Csv, profile: Some(ProfileId(1)) };
const OFX: Source = Source { format: Format::Ofx, profile: None };
const THB: CommodityId = CommodityId(1);

fn amount(units: i64) -> Amount {
    Amount::new(Quantity::new(units.into()).unwrap(), THB)
}

/// A row: day of January, amount, text, id (blank for none).
fn row(day: i32, units: i64, text: &str, id: &str) -> Draft {
    let mut draft = Draft::new(1, start().offset(day - 1), units.into(), text);
    draft.external_id = Some(id.to_owned()).filter(|id| !id.is_empty());
    draft
}

fn pending(mut draft: Draft) -> Draft {
    draft.pending = true;
    draft
}

fn start() -> Day {
    "2026-01-01".parse().unwrap()
}

fn incoming(draft: &Draft) -> Incoming<'_> {
    let units = i64::try_from(draft.amount.mantissa()).unwrap();
    Incoming::new(draft, amount(units), "THB")
}

/// The posting that importing `draft` makes.
fn imported(serial: u32, draft: &Draft, source: Source) -> Existing {
    let Incoming { fingerprint, amount, .. } = incoming(draft);
    Existing {
        transaction: TransactionId::new(draft.day, serial),
        posting: 0,
        amount,
        status: if draft.pending { Status::Pending } else { Status::Cleared },
        text: draft.description.clone(),
        payee: String::new(),
        arrival: Arrival::Imported { fingerprint, external_id: draft.external_id.clone(), source },
        touched: false,
    }
}

/// A posting that a person entered.
fn by_hand(serial: u32, day: i32, units: i64, payee: &str) -> Existing {
    let draft = row(day, units, "", "");
    let arrival = Arrival::ByHand;
    Existing { payee: payee.into(), arrival, status: Status::Pending, ..imported(serial, &draft, CSV) }
}

fn decide(existing: &[Existing], drafts: &[Draft], source: Source) -> Vec<Match> {
    let rows: Vec<Incoming<'_>> = drafts.iter().map(incoming).collect();
    match_rows(existing, &rows, source)
}

/// The books after importing `drafts`.
fn import(mut books: Vec<Existing>, drafts: &[Draft], source: Source) -> Vec<Existing> {
    for (found, draft) in decide(&books, drafts, source).into_iter().zip(drafts) {
        let serial = u32::try_from(books.len()).unwrap() + 1;
        match found.outcome {
            Outcome::New => books.push(imported(serial, draft, source)),
            Outcome::Duplicate { .. } => {}
            Outcome::Update { twin, .. } => {
                let posting =
                    books.iter_mut().find(|posting| posting.transaction == twin.transaction).unwrap();
                let Existing { status, arrival, .. } = imported(serial, draft, source);
                (posting.status, posting.arrival) = (status, arrival);
            }
        }
    }
    books
}

/// `new`, or the decision with the twin's serial number, reason and confidence.
fn said(found: &Match) -> String {
    let twin = |twin: &Twin| format!("{} {:?} {:?}", twin.transaction.serial(), twin.reason, twin.confidence);
    let decision = match &found.outcome {
        Outcome::New => "new".to_owned(),
        Outcome::Duplicate { twin: it } => format!("duplicate {}", twin(it)),
        Outcome::Update { twin: it, keep_words } => {
            format!("update {}{}", twin(it), if *keep_words { " keeping words" } else { "" })
        }
    };
    let others: String = found.others.iter().map(|other| format!("; or {}", twin(other))).collect();
    decision + &others
}

#[track_caller]
fn assert_said(existing: &[Existing], drafts: &[Draft], source: Source, expected: &[&str]) {
    let found: Vec<String> = decide(existing, drafts, source).iter().map(said).collect();
    assert_eq!(found, expected);
}

#[test]
fn equal_rows_of_one_statement_both_stay_and_come_once() {
    let coffees = [row(5, -60, "Coffee", ""), row(5, -60, "Coffee", "")];
    assert_said(&[], &coffees, CSV, &["new", "new"]);
    let one = [imported(1, &coffees[0], CSV)];
    assert_said(&one, &coffees, CSV, &["duplicate 1 SameRow Certain", "new"]);
}

#[test]
fn rows_of_one_source_are_not_one_for_their_payee() {
    let first = row(5, -60, "a17 Palma Market 1", "");
    let known = Existing { payee: "Palma Market".into(), ..imported(1, &first, CSV) };
    let other = row(5, -60, "b42 Palma Market 7", "");
    for (source, expected) in [(CSV, "new; or 1 SameText Possible"), (OFX, "duplicate 1 OtherSource Likely")]
    {
        assert_said(std::slice::from_ref(&known), std::slice::from_ref(&other), source, &[expected]);
    }
}

#[test]
fn an_id_is_a_key_unless_it_is_blank_repeated_or_used_again() {
    let rent = imported(1, &row(5, -900, "Rent", "a7"), OFX);
    for (draft, expected) in [
        (row(5, -900, "Rent January", "a7"), "duplicate 1 SameId Certain"),
        (row(7, -900, "RENT", "a7"), "duplicate 1 SameId Certain"),
        (row(5, -901, "Rent", "a7"), "new; or 1 SameId Possible"),
        (row(35, -900, "Rent", "a7"), "new; or 1 SameId Possible"),
        (row(5, -900, "Rent", "a8"), "new; or 1 SameText Likely"),
    ] {
        assert_said(std::slice::from_ref(&rent), &[draft], OFX, &[expected]);
    }
    let blank = imported(1, &row(5, -900, "Rent", "000"), OFX);
    assert_said(&[blank], &[row(6, -900, "Rent", "000")], OFX, &["new"]);
    let repeated = [row(6, -900, "Rent", "a7"), row(7, -900, "Other", "a7")];
    assert_said(std::slice::from_ref(&rent), &repeated, OFX, &["new", "new"]);
}

#[test]
fn a_row_is_what_a_schedule_expected_by_amount_day_and_words() {
    let expected = |serial, day, units, payee: &str, least: i128, most: i128| {
        let (least, most) = (Quantity::new(least).unwrap(), Quantity::new(most).unwrap());
        Existing {
            arrival: Arrival::Scheduled { least, most, days: 7 },
            ..by_hand(serial, day, units, payee)
        }
    };
    let power = expected(1, 12, -900, "City Power", 450, 1350);
    for (what, draft, told) in [
        (
            "another amount within the range",
            row(14, -1010, "CITY POWER 0091", ""),
            "update 1 Scheduled Likely",
        ),
        ("the very amount, late", row(18, -900, "City Power", ""), "update 1 Scheduled Likely"),
        ("far off in amount and days", row(18, -1010, "City Power", ""), "update 1 Scheduled Possible"),
        ("other words, the very amount", row(13, -900, "TRF 77812", ""), "update 1 Scheduled Possible"),
        ("other words, another amount", row(13, -910, "Palma Market", ""), "new; or 1 Scheduled Possible"),
        ("beyond the range", row(12, -1400, "City Power", ""), "new"),
        ("too late", row(20, -900, "City Power", ""), "new"),
        ("money back", row(12, 900, "City Power", ""), "new"),
        ("not booked yet", pending(row(12, -905, "City Power", "")), "update 1 Scheduled Likely"),
    ] {
        let found = decide(std::slice::from_ref(&power), std::slice::from_ref(&draft), CSV);
        assert_eq!(said(&found[0]), told, "{what}");
    }
    let twice = [power, expected(2, 12, -905, "City Power", 450, 1350)];
    assert_said(
        &twice,
        &[row(12, -905, "City Power", ""), row(13, -880, "City Power", "")],
        CSV,
        &["update 2 Scheduled Likely", "update 1 Scheduled Likely"],
    );
}

#[test]
fn a_pending_row_turns_posted() {
    let held = imported(1, &pending(row(5, -60, "HOLD River Cafe", "")), OFX);
    assert_said(
        std::slice::from_ref(&held),
        &[row(8, -60, "RIVER CAFE 0123", "x1")],
        OFX,
        &["update 1 PendingPosted Likely"],
    );
    assert_said(
        std::slice::from_ref(&held),
        &[row(1, -60, "RIVER CAFE", "")],
        OFX,
        &["new; or 1 PendingPosted Likely"],
    );
    assert_said(
        std::slice::from_ref(&held),
        &[pending(row(5, -60, "HOLD River Cafe", ""))],
        OFX,
        &["duplicate 1 SameRow Certain"],
    );
    let named = imported(1, &pending(row(5, -60, "Fuel", "f1")), OFX);
    let touched = Existing { touched: true, ..named };
    assert_said(&[touched], &[row(6, -47, "Fuel", "f1")], OFX, &["update 1 SameId Certain keeping words"]);
}

#[test]
fn a_posting_entered_by_hand_is_confirmed_and_keeps_its_words() {
    let lunch = by_hand(1, 5, -60, "River Café");
    for (draft, expected) in [
        (row(5, -60, "POS 99", ""), "update 1 EnteredByHand Likely keeping words"),
        (row(8, -60, "RIVER CAFE BKK", ""), "update 1 EnteredByHand Likely keeping words"),
        (row(10, -60, "RIVER CAFE BKK", ""), "update 1 EnteredByHand Possible keeping words"),
        (row(8, -60, "POS 99", ""), "update 1 EnteredByHand Possible keeping words"),
        (row(10, -60, "POS 99", ""), "new"),
        (row(5, -61, "RIVER CAFE", ""), "new"),
    ] {
        assert_said(std::slice::from_ref(&lunch), &[draft], OFX, &[expected]);
    }
    let locked = Existing { status: Status::Reconciled, ..lunch.clone() };
    assert_said(&[locked], &[row(5, -60, "POS 99", "")], OFX, &["duplicate 1 EnteredByHand Likely"]);
    let two = [lunch, by_hand(2, 6, -60, "Tree Bar")];
    let drafts = [row(6, -60, "TREE BAR 7", ""), row(6, -60, "POS 99", "")];
    let expected =
        ["update 2 EnteredByHand Likely keeping words", "update 1 EnteredByHand Possible keeping words"];
    assert_said(&two, &drafts, OFX, &expected);
}

#[test]
fn the_other_side_of_a_transfer_is_known() {
    let side = Existing { arrival: Arrival::Transfer, ..by_hand(1, 5, 500, "") };
    assert_said(
        &[side],
        &[row(6, 500, "INCOMING", "")],
        OFX,
        &["update 1 TransferSide Possible keeping words"],
    );
}

#[test]
fn the_same_rows_in_another_format_are_duplicates() {
    let books = [
        imported(1, &row(5, -60, "Card payment River Cafe", "ref1"), CSV),
        imported(2, &row(5, -80, "Something else", ""), CSV),
        imported(3, &row(6, -60, "Card payment River Cafe", "ref2"), CSV),
    ];
    let drafts = [
        row(5, -60, "RIVER CAFE", "f1"),
        row(5, -80, "XYZ", "f2"),
        row(7, -60, "RIVER CAFE", "f3"),
        row(9, -60, "RIVER CAFE", "f4"),
    ];
    let expected = [
        "duplicate 1 OtherSource Likely",
        "duplicate 2 OtherSource Possible",
        "duplicate 3 OtherSource Possible",
        "new",
    ];
    assert_said(&books, &drafts, OFX, &expected);
    // The file starts after the postings: the same coffee on the next day is another one.
    assert_said(&books, &drafts[3..], OFX, &["new; or 3 OtherSource Possible"]);
}

#[test]
fn the_same_amount_on_another_day_or_with_other_words_is_another_row() {
    let coffee = imported(1, &row(5, -60, "Coffee 123", ""), CSV);
    assert_said(std::slice::from_ref(&coffee), &[row(6, -60, "Coffee 123", "")], CSV, &["new"]);
    let other = [row(5, -60, "Coffee 124", "")];
    assert_said(std::slice::from_ref(&coffee), &other, CSV, &["new; or 1 SameText Possible"]);
    assert_said(&[coffee], &[row(5, -60, "COFFEE  123.", "")], CSV, &["duplicate 1 SameText Likely"]);
}

#[test]
fn many_equal_rows_of_a_day_pair_one_to_one_across_formats() {
    let fares: Vec<Draft> = (0..40).map(|_| row(5, -20, "Metro", "")).collect();
    let books = import(Vec::new(), &fares, CSV);
    let again: Vec<Draft> = (0..41).map(|_| row(5, -20, "METRO LINE 2", "")).collect();
    let new = decide(&books, &again, OFX).iter().filter(|found| found.outcome == Outcome::New).count();
    assert_eq!(new, 1);
}

fn drafts(ids: bool) -> impl Strategy<Value = Vec<Draft>> {
    let text = prop::sample::select(vec!["Coffee", "Coffee 12", "River Cafe", "กาแฟดอยสูง", ""]);
    let one = (1..12_i32, prop::sample::select(vec![-60_i64, -61, 500]), text, any::<bool>());
    prop::collection::vec(one, 0..40).prop_map(move |rows| {
        let build = |(index, (day, units, text, pending)): (usize, (i32, i64, &str, bool))| {
            let id = if ids { format!("id{index}") } else { String::new() };
            let draft = Draft { pending: pending && ids, ..row(day, units, text, &id) };
            Draft { line: u32::try_from(index).unwrap() + 1, ..draft }
        };
        let mut drafts: Vec<Draft> = rows.into_iter().enumerate().map(build).collect();
        drafts.sort_by_key(|draft| draft.day);
        drafts
    })
}

/// What the books hold, in an order of its own.
fn contents(books: &[Existing]) -> Vec<(Day, Amount, String, Option<String>)> {
    let content = |posting: &Existing| match &posting.arrival {
        Arrival::Imported { external_id, .. } => {
            (posting.transaction.day(), posting.amount, posting.text.clone(), external_id.clone())
        }
        _ => (posting.transaction.day(), posting.amount, posting.text.clone(), None),
    };
    let mut contents: Vec<_> = books.iter().map(content).collect();
    contents.sort_by_key(|(day, amount, text, id)| (*day, amount.quantity, text.clone(), id.clone()));
    contents
}

proptest! {
    #[test]
    fn importing_twice_adds_nothing(drafts in prop_oneof![drafts(false), drafts(true)], hands in prop::collection::vec((1..12_i32, -61..-58_i64), 0..4)) {
        let hands = (1000..).zip(hands).map(|(serial, (day, units))| by_hand(serial, day, units, "Coffee")).collect();
        let once = import(hands, &drafts, CSV);
        prop_assert_eq!(import(once.clone(), &drafts, CSV), once);
    }

    #[test]
    fn statements_that_overlap_add_up_to_their_union(drafts in drafts(false), cuts in (1..12_i32, 1..12_i32)) {
        let (from, to) = (start().offset(cuts.0.min(cuts.1) - 1), start().offset(cuts.0.max(cuts.1) - 1));
        let first: Vec<Draft> = drafts.iter().filter(|draft| draft.day <= to).cloned().collect();
        let second: Vec<Draft> = drafts.iter().filter(|draft| draft.day >= from).cloned().collect();
        let books = import(import(Vec::new(), &first, CSV), &second, CSV);
        prop_assert_eq!(contents(&books), contents(&import(Vec::new(), &drafts, CSV)));
    }

    #[test]
    fn with_ids_statements_may_be_cut_anywhere(mut drafts in drafts(true), cuts in (0..40_usize, 0..40_usize)) {
        drafts.iter_mut().for_each(|draft| draft.pending = false);
        let (from, to) = (cuts.0.min(cuts.1).min(drafts.len()), cuts.0.max(cuts.1).min(drafts.len()));
        let books = import(import(Vec::new(), &drafts[..to], OFX), &drafts[from..], OFX);
        prop_assert_eq!(contents(&books), contents(&import(Vec::new(), &drafts, OFX)));
    }

    #[test]
    fn the_order_of_rows_and_postings_changes_no_decision(
        books in drafts(false), rows in drafts(false), hands in prop::collection::vec((1..12_i32, -61..-58_i64), 0..6), turn in 0..40_usize, source in prop::sample::select(vec![CSV, OFX])
    ) {
        let hands = (1000..).zip(hands).map(|(serial, (day, units))| by_hand(serial, day, units, "Coffee")).collect();
        let mut books = import(hands, &books, CSV);
        let said_of = |books: &[Existing], rows: &[Draft]| {
            let mut all: Vec<(u32, String)> = rows.iter().zip(decide(books, rows, source)).map(|(row, found)| (row.line, said(&found))).collect();
            all.sort();
            all
        };
        let expected = said_of(&books, &rows);
        let mut rows = rows;
        let by = turn.min(rows.len());
        rows.rotate_left(by);
        rows.reverse();
        let by = turn.min(books.len());
        books.rotate_left(by);
        prop_assert_eq!(said_of(&books, &rows), expected);
    }

    #[test]
    fn each_posting_is_the_twin_of_one_row_at_most(books in drafts(true), rows in drafts(false)) {
        let books = import(Vec::new(), &books, OFX);
        let mut twins: Vec<_> = decide(&books, &rows, CSV).iter().filter_map(|found| found.outcome.twin()).map(|twin| (twin.transaction, twin.posting)).collect();
        let count = twins.len();
        twins.sort();
        twins.dedup();
        prop_assert_eq!(twins.len(), count);
    }

    #[test]
    fn the_same_statement_in_another_format_adds_nothing(drafts in drafts(false)) {
        let once = import(Vec::new(), &drafts, CSV);
        let written_otherwise: Vec<Draft> = drafts.iter().map(|draft| Draft { description: draft.description.to_uppercase() + " TH", ..draft.clone() }).collect();
        prop_assert_eq!(import(once.clone(), &written_otherwise, OFX).len(), once.len());
    }
}
