//! The keys of ledgers in a real keychain: gnome-keyring on a bus of the test's own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use acceptance::{Desk, Keyring, LEDGER, Run};

/// Runs `coffer` in a folder beside a keychain.
fn coffer(desk: &Desk, keyring: &Keyring, arguments: &[&str]) -> Run {
    desk.bare_coffer().args(arguments).envs(keyring.environment()).output().unwrap().into()
}

/// Makes a ledger whose key the keychain keeps; answers with its phrase.
fn init(desk: &Desk, keyring: &Keyring, ledger: &str) -> String {
    let answer = coffer(desk, keyring, &["init", "--bare", "--json", "--ledger", ledger]).json();
    assert_eq!(answer["keychain_problem"], serde_json::Value::Null);
    answer["recovery_passphrase"].as_str().unwrap().to_owned()
}

fn check(desk: &Desk, keyring: &Keyring, ledger: &str) -> Run {
    coffer(desk, keyring, &["check", "--ledger", ledger])
}

fn opens(desk: &Desk, keyring: &Keyring, ledger: &str) {
    assert_eq!(check(desk, keyring, ledger).answer(), "everything adds up\n", "{ledger}");
}

#[test]
fn the_keychain_keeps_the_key_of_every_ledger_apart() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    for (ledger, kept) in [("one.coffer", 1), ("สอง.coffer", 2)] {
        init(&desk, &keyring, ledger);
        assert_eq!(keyring.entries().len(), kept);
    }
    opens(&desk, &keyring, "one.coffer");
    opens(&desk, &keyring, "สอง.coffer");
}

#[test]
fn a_ledger_that_was_moved_renamed_or_copied_still_opens() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    init(&desk, &keyring, LEDGER);
    std::fs::create_dir(desk.path("elsewhere")).unwrap();
    std::fs::rename(desk.path(LEDGER), desk.path("elsewhere/moved.coffer")).unwrap();
    std::fs::copy(desk.path("elsewhere/moved.coffer"), desk.path("copy.coffer")).unwrap();
    opens(&desk, &keyring, "elsewhere/moved.coffer");
    opens(&desk, &keyring, "copy.coffer");
}

#[test]
fn a_key_that_the_keychain_lost_comes_back_with_the_phrase() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    desk.write("phrase.txt", init(&desk, &keyring, LEDGER));
    keyring.delete(&keyring.entries()[0]);
    let complaint = check(&desk, &keyring, LEDGER).complaint();
    assert_eq!(complaint, "the keychain has no key for this ledger; open it with its recovery phrase");
    let again = coffer(&desk, &keyring, &["balance", "--ledger", LEDGER, "--passphrase-file", "phrase.txt"]);
    assert_eq!(again.answer(), "");
    opens(&desk, &keyring, LEDGER);
}

#[test]
fn a_locked_keychain_is_named_and_gives_the_key_once_it_is_open() {
    let (desk, mut keyring) = (Desk::empty(), Keyring::open());
    desk.write("phrase.txt", init(&desk, &keyring, LEDGER));
    keyring.lock();
    let complaint = check(&desk, &keyring, LEDGER).complaint();
    assert!(complaint.starts_with("the keychain is locked ("), "{complaint}");
    assert!(complaint.ends_with("unlock it and try again"), "{complaint}");
    let by_phrase =
        coffer(&desk, &keyring, &["balance", "--ledger", LEDGER, "--passphrase-file", "phrase.txt"]);
    assert_eq!(by_phrase.answer(), "");
    keyring.unlock();
    opens(&desk, &keyring, LEDGER);
}

#[test]
fn without_a_keychain_the_ledger_is_made_all_the_same_and_opens_with_its_phrase() {
    let mut locked = Keyring::open();
    locked.lock();
    let none = Keyring::absent();
    let nowhere = [("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent".into())];
    for (name, environment, said) in [
        ("no bus", Vec::from(nowhere), "this system offers no keychain"),
        ("nobody on the bus", none.environment(), "this system offers no keychain"),
        ("a locked one", locked.environment(), "the keychain is locked"),
    ] {
        let desk = Desk::empty();
        let coffer = |arguments: &[&str]| -> Run {
            let mut command = desk.bare_coffer();
            command.args(arguments).args(["--ledger", LEDGER]).envs(environment.iter().cloned());
            command.output().unwrap().into()
        };
        let answer = coffer(&["init", "--bare", "--json"]).json();
        let problem = answer["keychain_problem"].as_str().unwrap();
        assert!(problem.starts_with(said), "{name}: {problem}");
        desk.write("phrase.txt", answer["recovery_passphrase"].as_str().unwrap());
        assert_eq!(
            coffer(&["check", "--passphrase-file", "phrase.txt"]).answer(),
            "everything adds up\n",
            "{name}"
        );
        let complaint = coffer(&["check"]).complaint();
        assert!(
            complaint.contains("recovery phrase") || complaint.contains("unlock it"),
            "{name}: {complaint}"
        );
        // Nowhere is there a file that would do in the keychain's place.
        let names = std::fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, [LEDGER, "books.coffer-lock", "phrase.txt"], "{name}");
    }
}

#[test]
fn a_backup_is_put_back_with_the_key_in_the_keychain_even_when_the_ledger_no_longer_says_whose_it_is() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    init(&desk, &keyring, LEDGER);
    coffer(&desk, &keyring, &["backup", "--ledger", LEDGER]).answer();
    let mut bytes = std::fs::read(desk.path(LEDGER)).unwrap();
    // The first bytes are what the keychain knows the ledger by.
    bytes[3] ^= 1;
    desk.write(LEDGER, &bytes);
    let complaint = check(&desk, &keyring, LEDGER).complaint();
    assert!(complaint.contains("put it in place with `coffer restore`"), "{complaint}");
    let restored = coffer(&desk, &keyring, &["restore", "--ledger", LEDGER]).answer();
    assert!(restored.starts_with("restored "), "{restored}");
    opens(&desk, &keyring, LEDGER);
}

/// Runs the program that speaks to the api beside a keychain; see `support/password.rs`.
fn password(desk: &Desk, keyring: &Keyring, arguments: &[&str]) -> String {
    let [verb, rest @ ..] = arguments else { panic!("what is it to do?") };
    let mut program = desk.program(env!("CARGO_BIN_EXE_password"));
    program.args([verb, LEDGER]).args(rest).envs(keyring.environment());
    let run: Run = program.output().unwrap().into();
    run.answer().trim_end().to_owned()
}

#[test]
fn an_app_password_is_set_changed_and_taken_away_by_those_who_know_it() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    init(&desk, &keyring, LEDGER);
    let steps: [(&[&str], &str); 18] = [
        (&["has"], "false"),
        (&["open"], "done"),
        (&["set", "", "ม้า"], "done"),
        (&["has"], "true"),
        (&["open"], "PasswordNeeded"),
        (&["open", "ม้า"], "done"),
        (&["open", "ช้าง"], "WrongPassword"),
        // Nobody changes it or takes it away who does not know it.
        (&["set", "", "ช้าง"], "PasswordNeeded"),
        (&["set", "แมว", ""], "WrongPassword"),
        (&["has"], "true"),
        (&["set", "ม้า", "ช้าง"], "done"),
        (&["open", "ม้า"], "WrongPassword"),
        (&["open", "ช้าง"], "done"),
        (&["set", "ช้าง", ""], "done"),
        (&["has"], "false"),
        (&["open"], "done"),
        (&["set", "", "ช้าง"], "done"),
        (&["open"], "PasswordNeeded"),
    ];
    for (number, (arguments, answer)) in steps.iter().enumerate() {
        assert_eq!(password(&desk, &keyring, arguments), *answer, "step {number}: {arguments:?}");
    }
}

#[test]
fn an_app_password_opens_the_ledger_from_the_command_line_too() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    init(&desk, &keyring, LEDGER);
    assert_eq!(password(&desk, &keyring, &["set", "", "ช้าง"]), "done");
    desk.write("right.txt", "ช้าง\n");
    desk.write("wrong.txt", "ม้า\n");
    let complaint = check(&desk, &keyring, LEDGER).complaint();
    assert!(complaint.starts_with("this ledger is locked with an app password"), "{complaint}");
    let with =
        |file: &str| coffer(&desk, &keyring, &["check", "--ledger", LEDGER, "--passphrase-file", file]);
    assert_eq!(with("right.txt").answer(), "everything adds up\n");
    assert_eq!(with("wrong.txt").complaint(), "the password is not right");
}

#[test]
fn a_renewed_recovery_phrase_takes_the_place_of_the_old_one_for_whoever_knows_the_password() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    let old = init(&desk, &keyring, LEDGER);
    let renewed = password(&desk, &keyring, &["renew", "", ""]);
    assert_eq!(renewed.split(' ').count(), 24, "{renewed}");
    opens(&desk, &keyring, LEDGER);
    assert_eq!(password(&desk, &keyring, &["set", "", "ช้าง"]), "done");
    assert_eq!(password(&desk, &keyring, &["renew", "ช้าง", ""]), "PasswordNeeded");
    assert_eq!(password(&desk, &keyring, &["renew", "ช้าง", "ม้า"]), "WrongPassword");
    let newest = password(&desk, &keyring, &["renew", "ช้าง", "ช้าง"]);
    assert_eq!(password(&desk, &keyring, &["open"]), "PasswordNeeded", "the password stays");
    assert_eq!(password(&desk, &keyring, &["open", "ช้าง"]), "done");
    let with = |phrase: &str| {
        desk.write("phrase.txt", phrase);
        coffer(&desk, &keyring, &["check", "--ledger", LEDGER, "--passphrase-file", "phrase.txt"])
    };
    for gone in [old, renewed] {
        let complaint = with(&gone).complaint();
        assert!(complaint.contains("does not open with this key"), "{complaint}");
    }
    assert_eq!(with(&newest).answer(), "everything adds up\n");
}

#[test]
fn the_command_line_renews_a_phrase_and_keeps_the_new_key_where_the_old_one_was() {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    let old = init(&desk, &keyring, LEDGER);
    let renew = ["phrase", "--renew", "--json", "--ledger", LEDGER];
    let phrase = |answer: serde_json::Value| answer["recovery_passphrase"].as_str().unwrap().to_owned();
    let renewed = phrase(coffer(&desk, &keyring, &renew).json());
    assert_ne!(renewed, old);
    opens(&desk, &keyring, LEDGER);

    assert_eq!(password(&desk, &keyring, &["set", "", "ช้าง"]), "done");
    desk.write("phrase.txt", renewed);
    desk.write("password.txt", "ช้าง");
    let with = |file| [&renew[..], &["--passphrase-file", file]].concat();
    // The phrase opens the ledger, but the password goes on behind the new key, and only who knows it can put it there.
    let complaint = coffer(&desk, &keyring, &with("phrase.txt")).complaint();
    assert!(complaint.starts_with("this ledger is locked with an app password"), "{complaint}");
    phrase(coffer(&desk, &keyring, &with("password.txt")).json());
    assert_eq!(password(&desk, &keyring, &["open"]), "PasswordNeeded", "the password stays");
    assert_eq!(password(&desk, &keyring, &["open", "ช้าง"]), "done");
}

#[test]
fn a_ledger_that_is_opened_ahead_and_by_the_window_at_once_is_open_once_and_a_key_that_fails_is_told_to_the_window()
 {
    let (desk, keyring) = (Desk::empty(), Keyring::open());
    init(&desk, &keyring, LEDGER);
    let ahead = || password(&desk, &keyring, &["ahead"]);
    assert_eq!(ahead(), "one");
    // The keychain's key is that of the phrase after this one.
    let before = std::fs::read(desk.path(LEDGER)).unwrap();
    password(&desk, &keyring, &["renew", "", ""]);
    assert_eq!(ahead(), "one");
    let renewed = std::fs::read(desk.path(LEDGER)).unwrap();
    desk.write(LEDGER, before);
    assert_eq!(ahead(), "LedgerKey");
    desk.write(LEDGER, renewed);
    assert_eq!(password(&desk, &keyring, &["set", "", "ช้าง"]), "done");
    assert_eq!(ahead(), "PasswordNeeded");
    keyring.entries().iter().for_each(|entry| keyring.delete(entry));
    assert_eq!(ahead(), "KeyMissing");
}
