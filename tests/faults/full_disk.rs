//! Disks without room, and disks that fail.

use crate::state::{add_arguments, check, count, desk, statement};
use acceptance::{Desk, Fault, KEY_FILE, LEDGER, Run, binary, fail_at};
use std::path::Path;
use std::process::Command;

const ROWS: u32 = 40;

/// A copy of a folder's ledger in a folder of its own, with a statement to import.
fn again(desk: &Desk) -> Desk {
    let copy = Desk::empty();
    for name in [LEDGER, KEY_FILE] {
        std::fs::copy(desk.path(name), copy.path(name)).unwrap();
    }
    copy.write("statement.csv", statement("new", ROWS));
    copy
}

fn import(desk: &Desk, fault: Fault, at: u32, tally: &Path) -> Run {
    let mut command = desk.command(["import", "statement.csv", "--account", crate::state::BANK]);
    let folder = std::fs::canonicalize(desk.folder()).unwrap();
    fail_at(&mut command, &folder, fault, at, tally);
    command.output().unwrap().into()
}

fn look(desk: &Desk, run: &Run, fault: Fault, at: u32) {
    let there = count(desk, "new");
    let told = format!("{fault:?} at {at}: {run:?}, {there} rows");
    match run.code {
        Some(0) => assert_eq!(there, ROWS, "{told}"),
        Some(1) => {
            assert!(run.stderr.starts_with("coffer: ") && run.stderr.lines().count() == 1, "{told}");
            // A sync that fails does not say why.
            let named =
                ["the disk is full", "cannot be written"].iter().any(|words| run.stderr.contains(words));
            assert!(fault == Fault::Once || named, "{told}");
            assert!(fault == Fault::Once || !run.stderr.contains("damaged"), "{told}");
            // What is said to have changed nothing has changed nothing.
            assert!(there == 0 || (there == ROWS && !run.stderr.contains("nothing was changed")), "{told}");
        }
        _ => panic!("{told}"),
    }
    assert_eq!(count(desk, "old"), 1, "{told}");
    check(desk);
}

#[test]
fn a_disk_that_fails_at_any_write_loses_nothing_and_is_named() {
    let desk = desk();
    desk.coffer(add_arguments("old")).answer();
    let tallies = Desk::empty();
    let tally = tallies.path("tally");
    let quiet = again(&desk);
    import(&quiet, Fault::Full, 0, &tally).answer();
    let writes: u32 = std::fs::read_to_string(&tally).unwrap().parse().unwrap();
    assert!(writes > 20, "only {writes} writes were seen");
    let mut refused = 0;
    let step = usize::try_from(writes / 30 + 1).unwrap();
    for (fault, first) in [(Fault::Full, 1), (Fault::Half, 2), (Fault::Once, 3)] {
        for at in (first..=writes).step_by(step) {
            let desk = again(&desk);
            let run = import(&desk, fault, at, &tally);
            look(&desk, &run, fault, at);
            refused += u32::from(run.code == Some(1));
        }
    }
    assert!(refused > 30, "only {refused} faults were noticed");
    println!("{writes} writes, {refused} faults reported");
}

/// A mount of its own is needed; where even that is not allowed, the faults above must do.
fn may_mount() -> bool {
    let mut probe = Command::new("unshare");
    probe.args(ISOLATED).args(["sh", "-c", "mount -t tmpfs none /mnt"]);
    probe.output().is_ok_and(|output| output.status.success())
}

const ISOLATED: [&str; 3] = ["--user", "--map-root-user", "--mount"];

#[test]
fn a_really_full_disk_is_named_and_free_space_makes_all_well_again() {
    if !may_mount() {
        println!("no mounts are allowed here: not tried");
        return;
    }
    let desk = desk();
    desk.write("big.csv", statement("big", 4_000));
    desk.write("small.csv", statement("small", 3));
    std::fs::create_dir(desk.path("disk")).unwrap();
    let script = r#"
set -e
mount -t tmpfs -o size=900k none disk
cp books.coffer books.key disk/
cd disk
coffer() { "$COFFER" "$@" --ledger books.coffer --key-file books.key; }
coffer import ../small.csv --account Assets:Bank
coffer import ../big.csv --account Assets:Bank && exit 9
head -c 1000000 /dev/zero > filler 2>/dev/null || true
coffer add 2026-05-01 Shop 1.00 --from Assets:Bank --to Expenses:Shop && exit 9
coffer backup && exit 9
"$COFFER" init --ledger new.coffer --key-file new.key && exit 9
rm filler
ls | grep new && exit 9
coffer check
coffer add 2026-05-01 Shop 1.00 --from Assets:Bank --to Expenses:Shop
coffer check
coffer balance Assets
ls books.coffer-backups | grep -c part && exit 9
exit 0
"#;
    let mut command = desk.program("unshare");
    command.args(ISOLATED).args(["sh", "-c", script]).env("COFFER", binary());
    let run: Run = command.output().unwrap().into();
    assert_eq!(run.code, Some(0), "{run:?}");
    let complaints: Vec<&str> = run.stderr.lines().collect();
    let full = "coffer: the disk is full; nothing was changed. Free some space and try again";
    let no_key = "coffer: new.key: No space left on device (os error 28)";
    assert_eq!(complaints, [full, full, full, no_key], "{run:?}");
    assert!(run.stdout.contains("-4.00  USD  Assets:Bank"), "{run:?}");
}
