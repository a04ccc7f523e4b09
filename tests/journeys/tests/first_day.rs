//! A first day with Coffer, from the first start to a locked ledger, in both languages.
#![allow(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on says so")]

use journeys::{Desktop, Language, Page};
use std::path::{Path, PathBuf};

/// A statement of the everyday account: a balance column, two equal rows, a day written with the year first.
const CSV: &str = "\
Date,Description,Amount,Balance
2026-10-01,Salary Lotus Works,52000.00,52000.00
2026-10-02,Rent Baan Suan,-14500.00,37500.00
2026-10-03,Kafe Rim Nam,-95.00,37405.00
2026-10-03,Kafe Rim Nam,-95.00,37310.00
2026-10-09,Talad Market,-1240.50,36069.50
2026-10-15,Electricity 09/2569,-880.25,35189.25
2026-10-20,ร้านข้าวแกง คุณนิด,-120.00,35069.25
";

/// The same account in the next month, as another kind of file.
const OFX: &str = "\
OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261110<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>THB
<BANKACCTFROM><BANKID>901<ACCTID>4455667788<ACCTTYPE>SAVINGS</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20261101<DTEND>20261110
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261101<TRNAMT>250.75<FITID>A1<NAME>Interest</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261105<TRNAMT>-3200.00<FITID>A2<NAME>Dentist Dr Somjai</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>17050.75<DTASOF>20261110</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
";

#[tokio::test(flavor = "multi_thread")]
async fn a_first_day_in_english() {
    first_day(Language::English).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_day_in_thai() {
    first_day(Language::Thai).await;
}

async fn first_day(language: Language) {
    let mut desktop = Desktop::new();
    let files = Files::write(desktop.home());
    let page = desktop.start(language, &[]).await;
    choose_language(&page).await;
    let phrase = create_ledger(&page).await;

    import_csv(&page, &files.csv).await;
    import_nothing_twice(&page, &files.csv).await;
    import_ofx(&page, &files.ofx).await;

    open_account(&page, "Everyday").await;
    search(&page).await;
    edit_and_undo(&page).await;
    split(&page).await;
    reconcile(&page).await;
    export_report(&page, desktop.home()).await;

    let page = desktop.start(language, &[]).await;
    still_there(&page).await;
    let renewed = renew_phrase(&page).await;
    assert_ne!(renewed, phrase);
    lock_and_unlock(&page, &renewed).await;
}

/// The statements on the desktop.
struct Files {
    csv: PathBuf,
    ofx: PathBuf,
}

impl Files {
    fn write(folder: &Path) -> Self {
        let files = Self { csv: folder.join("october.csv"), ofx: folder.join("november.ofx") };
        std::fs::write(&files.csv, CSV).expect("the folder is ours");
        std::fs::write(&files.ofx, OFX).expect("the folder is ours");
        files
    }
}

async fn choose_language(page: &Page) {
    page.click_named("radio", page.words.own_name()).await;
    page.see("welcome.title").await;
    page.accessible("welcome").await;
}

/// Creates a ledger in baht; the words of its recovery phrase.
async fn create_ledger(page: &Page) -> Vec<String> {
    page.click("button", "common.continue").await;
    page.click_part("button", &page.words.of("welcome.create")).await;
    page.fill("create.name", "Baan").await;
    page.fill("create.currency", "THB").await;
    page.keys("Enter").await;
    page.accessible("create").await;
    page.click("button", "create.do").await;
    let phrase = write_down(page, "phrase").await;
    page.click("button", "phrase.check.do").await;
    page.see("overview.empty.title").await;
    page.accessible("empty").await;
    phrase
}

/// Reads the words of a recovery phrase that is shown, and types those that are asked for.
async fn write_down(page: &Page, screen: &str) -> Vec<String> {
    page.see("phrase.title").await;
    page.accessible(screen).await;
    let phrase = page
        .run("return [...document.querySelectorAll('ol .word')].map((word) => word.innerText)", vec![])
        .await;
    let phrase: Vec<String> = serde_json::from_value(phrase).expect("words are texts");
    assert_eq!(phrase.len(), 24);
    page.click("button", "phrase.written").await;
    page.see("phrase.check.title").await;
    for (place, word) in phrase.iter().enumerate() {
        let name = page.words.with("phrase.check.word", &[("count", &(place + 1).to_string())]);
        if page.has("textbox", &name).await {
            page.fill_named(&name, word).await;
        }
    }
    phrase
}

/// Gives the ledger another recovery phrase; its words.
async fn renew_phrase(page: &Page) -> Vec<String> {
    page.go("/settings/security").await;
    page.click("button", "settings.phrase.renew").await;
    page.click("button", "settings.phrase.show").await;
    let phrase = write_down(page, "new-phrase").await;
    page.click("button", "settings.phrase.use").await;
    page.see("settings.phrase.done").await;
    page.go("/").await;
    page.see_text("35,069.25").await;
    phrase
}

async fn import_csv(page: &Page, file: &Path) {
    page.go("/import").await;
    page.hand_over(file).await;
    page.see_text(&page.words.counted("import.proof.proven", 7)).await;
    page.fill("import.account", "Everyday").await;
    page.keys("Enter").await;
    page.find("textbox", &page.words.of("import.account.name")).await;
    page.accessible("import").await;
    page.click_part("button", &page.words.counted("import.commit", 7)).await;
    page.see_text(&page.words.counted("import.done", 7)).await;
    page.accessible("imported").await;
}

async fn import_nothing_twice(page: &Page, file: &Path) {
    page.hand_over(file).await;
    page.see("import.commit.none").await;
    page.click("button", "import.discard").await;
    page.see("import.empty.title").await;
}

async fn import_ofx(page: &Page, file: &Path) {
    page.hand_over(file).await;
    page.see_text("Dentist Dr Somjai").await;
    page.fill("import.account", "Rainy day").await;
    page.keys("Enter").await;
    page.find("textbox", &page.words.of("import.account.name")).await;
    page.click_part("button", &page.words.counted("import.commit", 2)).await;
    page.see_text(&page.words.counted("import.done", 2)).await;
}

async fn open_account(page: &Page, name: &str) {
    page.click_part("link", name).await;
    page.see_text("35,069.25").await;
    page.accessible("register").await;
}

async fn search(page: &Page) {
    page.fill("filter.search", "ข้าวแกง").await;
    page.see_no("Talad Market").await;
    page.see_text("ร้านข้าวแกง คุณนิด").await;
    page.fill("filter.search", "market").await;
    page.see_no("ร้านข้าวแกง คุณนิด").await;
    page.see_text("Talad Market").await;
}

async fn edit_and_undo(page: &Page) {
    page.click_part("row", "Talad Market").await;
    page.keys("e").await;
    page.fill("form.note", "mangoes and rice").await;
    page.fill("form.amount", "1240.50+9.50").await;
    page.click("button", "form.save").await;
    page.see_text("1,250.00").await;
    page.keys("mod+z").await;
    page.see_text("1,240.50").await;
    page.see_no("1,250.00").await;
}

async fn split(page: &Page) {
    page.click_part("row", "Talad Market").await;
    page.keys("e").await;
    page.click("button", "form.split").await;
    page.fill_named(&page.words.with("form.part_amount", &[("place", "1")]), "1000").await;
    page.fill_named(&page.words.with("form.part_memo", &[("place", "1")]), "for the week").await;
    page.fill_named(&page.words.with("form.part_amount", &[("place", "2")]), "240.50").await;
    page.accessible("split").await;
    page.click("button", "form.save").await;
    page.see_text("for the week").await;
    page.keys("Escape").await;
}

async fn reconcile(page: &Page) {
    page.click_part("link", &page.words.of("register.reconcile")).await;
    page.fill("reconcile.day", "2026-10-31").await;
    page.fill("reconcile.balance", "35069.25").await;
    page.keys("Tab").await;
    page.see("reconcile.none").await;
    page.accessible("reconcile").await;
    page.click_part("button", &page.words.of("reconcile.lock")).await;
    page.see("reconcile.state.agreed").await;
}

async fn export_report(page: &Page, home: &Path) {
    page.go("/reports").await;
    page.see_text("Everyday").await;
    page.accessible("reports").await;
    for (key, ending, begins) in [
        ("report.export.pdf", "pdf", &b"%PDF-"[..]),
        ("report.export.png", "png", b"\x89PNG"),
        ("report.export.csv", "csv", b""),
    ] {
        page.click("button", "report.export").await;
        page.click("menuitem", key).await;
        let file = file_with_ending(&home.join("Downloads"), ending).await;
        let bytes = std::fs::read(&file).expect("the report was written");
        assert!(bytes.len() > 100 && bytes.starts_with(begins), "{} is no {ending}", file.display());
    }
}

async fn file_with_ending(folder: &Path, ending: &str) -> PathBuf {
    for _ in 0..400 {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
        let mut files = files.filter(|path| path.extension().is_some_and(|own| own == ending));
        if let Some(file) = files.next().filter(|path| path.metadata().is_ok_and(|about| about.len() > 0)) {
            return file;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no .{ending} in {}", folder.display());
}

async fn still_there(page: &Page) {
    page.see_text("Everyday").await;
    page.see_text("35,069.25").await;
    page.accessible("overview").await;
}

async fn lock_and_unlock(page: &Page, phrase: &[String]) {
    page.keys("mod+l").await;
    page.see_text(&page.words.with("door.title.locked", &[("name", "Baan")])).await;
    page.see_no("35,069.25").await;
    page.accessible("locked").await;
    page.click("button", "door.way.phrase").await;
    page.fill("door.phrase", &phrase.join(" ")).await;
    page.click("button", "door.open").await;
    page.see_text("35,069.25").await;
}
