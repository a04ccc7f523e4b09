//! Whole files of made-up banks, each broken in its own way.

use super::*;
use crate::{Draft, Reason, StatedBalance, StatementDraft};
use ledger::AccountKind;
use proptest::prelude::*;

fn one(text: &str) -> StatementDraft {
    let document = read(text.as_bytes()).unwrap();
    assert_eq!(document.statements.len(), 1, "{text}");
    document.statements.into_iter().next().unwrap()
}

/// `day amount description` of each row.
fn rows(statement: &StatementDraft) -> Vec<String> {
    let row = |draft: &Draft| format!("{} {} {}", draft.day, draft.amount, draft.description);
    statement.drafts.iter().map(row).collect()
}

/// A bank statement around these rows.
fn bank(rows: &str) -> String {
    format!(
        "OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>THB\
         <BANKACCTFROM><BANKID>004<ACCTID>12-3<ACCTTYPE>SAVINGS</BANKACCTFROM><BANKTRANLIST>{rows}</BANKTRANLIST>\
         <LEDGERBAL><BALAMT>10.50<DTASOF>20260131</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    )
}

#[test]
fn sgml_on_one_line_without_header_ends_is_read() {
    let text = "OFXHEADER:100DATA:OFXSGMLENCODING:USASCIICHARSET:1252COMPRESSION:NONE<OFX><SIGNONMSGSRSV1><SONRS>\
        <FI><ORG>Hill Bank<FID>7</FI></SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>usd\
        <BANKACCTFROM><BANKID>99<ACCTID> 12-345 <ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN>\
        <TRNTYPE>DEBIT<DTPOSTED>20260105120000.000[-8:PST]<TRNAMT>-12.34<FITID>A1<NAME>River Caf\u{e9}<MEMO> lunch\
        </STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>123.45<DTASOF>20260131</LEDGERBAL></STMTRS></STMTTRNRS></OFX>";
    let bytes = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let statement = read(&bytes).unwrap().statements.remove(0);
    let account = &statement.account;
    assert_eq!(
        (account.number.as_deref(), account.bank.as_deref(), account.kind, account.commodity.as_deref()),
        (Some("12-345"), Some("Hill Bank"), Some(AccountKind::Checking), Some("USD"))
    );
    assert_eq!(rows(&statement), ["2026-01-05 -12.34 River Café lunch"]);
    let draft = &statement.drafts[0];
    assert_eq!((draft.payee.as_deref(), draft.external_id.as_deref()), (Some("River Café"), Some("A1")));
    let closing = StatedBalance { day: "2026-01-31".parse().ok(), amount: "123.45".parse().unwrap() };
    assert_eq!(statement.closing, Some(closing));
}

#[test]
fn xml_with_comments_declarations_and_several_accounts_is_read() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\r\n<OFX>\r\n\
        <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>1</ACCTID></BANKACCTFROM>\r\n\
        <BANKTRANLIST><!-- two lists --></BANKTRANLIST><BANKTRANLIST><STMTTRN><DTPOSTED>20260102</DTPOSTED>\
        <TRNAMT>-200,00</TRNAMT><FITID/><NAME>ร้านดอกไม้ &amp; Co</NAME></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>\
        </BANKMSGSRSV1><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CCACCTFROM><ACCTID>2</ACCTID></CCACCTFROM>\r\n\
        <BANKTRANLIST><STMTTRN><DTPOSTED>20260103</DTPOSTED><TRNAMT>-5</TRNAMT><FITID>9</FITID></STMTTRN></BANKTRANLIST>\
        </CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>";
    let statements = read(text.as_bytes()).unwrap().statements;
    let kinds: Vec<_> = statements.iter().map(|statement| statement.account.kind).collect();
    assert_eq!(kinds, [None, Some(AccountKind::Card)]);
    assert_eq!(rows(&statements[0]), ["2026-01-02 -200.00 ร้านดอกไม้ & Co"]);
    assert_eq!(statements[0].drafts[0].external_id, None);
    assert_eq!((rows(&statements[1]), statements[1].drafts[0].line), (vec!["2026-01-03 -5 ".to_owned()], 6));
}

#[test]
fn rows_are_oldest_first_and_text_is_kept_once() {
    let statement = one(&bank(
        "<STMTTRN><TRNTYPE>CHECK<DTPOSTED>20260109<TRNAMT>-30.000<FITID>000<CHECKNUM>1044</STMTTRN>\
         <STMTTRN><DTPOSTED>20260108<TRNAMT>+1<FITID>b<NAME>Corner Shop<MEMO>Corner Shop Lane 4</STMTTRN>\
         <STMTTRN><DTPOSTED>20260107<TRNAMT>2<FITID>c77<NAME>A & B < C<MEMO>B<CHECKNUM>77</STMTTRN>\
         <STMTTRN><DTPOSTED>20260107<TRNAMT>3<FITID>d<PAYEE><NAME>Miller<CITY>Nan</PAYEE></STMTTRN>\
         <STMTTRN><DTPOSTED>20260106<TRNAMT>4<NAME>TPAY &amp;lt;X&amp;gt;<EXTDNAME>TPAY &amp;lt;X&amp;gt; long</STMTTRN>",
    ));
    assert_eq!(
        rows(&statement),
        [
            "2026-01-06 4 TPAY <X> long",
            "2026-01-07 3 Miller",
            "2026-01-07 2 A & B < C",
            "2026-01-08 1 Corner Shop Lane 4",
            "2026-01-09 -30.000 CHECK 1044",
        ]
    );
    assert_eq!(statement.drafts[4].external_id, None);
    assert_eq!(statement.drafts[0].commodity.as_deref(), Some("THB"));
}

#[test]
fn the_currency_of_a_row_is_the_accounts_unless_the_row_says_otherwise() {
    let statement = one(&bank(
        "<STMTTRN><DTPOSTED>20260101<TRNAMT>-1<CURRENCY><CURRATE>35<CURSYM>usd</CURRENCY></STMTTRN>\
         <STMTTRN><DTPOSTED>20260102<TRNAMT>-2<ORIGCURRENCY><CURRATE>35<CURSYM>USD</ORIGCURRENCY>\
         <BANKACCTTO><BANKID>1<ACCTID>77-8</BANKACCTTO></STMTTRN>",
    ));
    let found: Vec<_> = statement
        .drafts
        .iter()
        .map(|draft| (draft.commodity.as_deref(), draft.transfer.as_deref()))
        .collect();
    assert_eq!(found, [(Some("USD"), None), (Some("THB"), Some("77-8"))]);
}

#[test]
fn rows_that_cannot_be_read_are_named_and_the_others_stay() {
    let statement = one(&bank(
        "\n<STMTTRN><TRNAMT>1</STMTTRN>\n<STMTTRN><DTPOSTED>20261341<TRNAMT>1</STMTTRN>\
         \n<STMTTRN><DTPOSTED>20260101<TRNAMT>twelve</STMTTRN>\n<STMTTRN>cut</STMTTRN>\
         \n<STMTTRN><DTPOSTED>20260101<TRNAMT></STMTTRN>\n<STMTTRN><DTPOSTED>20260101<TRNAMT>1</STMTTRN>",
    ));
    let missing = |field: &str| Reason::MissingField { field: field.into() };
    let expected = [
        (6, "DTPOSTED", missing("DTPOSTED")),
        (7, "DTPOSTED", Reason::NotADate { text: "20261341".into(), format: "YYYYMMDD".into() }),
        (8, "TRNAMT", Reason::NotAnAmount { text: "twelve".into() }),
        (9, "DTPOSTED", missing("DTPOSTED")),
        (10, "TRNAMT", missing("TRNAMT")),
    ];
    let found: Vec<_> = statement
        .unreadable
        .iter()
        .map(|row| (row.line, row.column.as_deref().unwrap_or_default(), row.reason.clone()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(rows(&statement), ["2026-01-01 1 "]);
}

#[test]
fn entities_declared_before_the_root_are_refused_where_they_are() {
    let file = "<?xml version=\"1.0\"?>\n<!DOCTYPE OFX [<!ENTITY a \"aa\">\n<!ENTITY b \"&a;&a;\">]>\n<OFX><STMTRS></STMTRS></OFX>";
    let error = read(file.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "line 2: entity declarations, which no statement needs");
}

#[test]
fn pending_rows_and_missing_closing_tags_are_read() {
    let statement = one(
        "<OFX><CCSTMTRS><CURDEF>USD<CCACCTFROM><ACCTID>4<BANKTRANLIST><STMTTRN><DTPOSTED>20260101<TRNAMT>1<STMTTRN>\
         <DTPOSTED>20260102<TRNAMT>2<BANKTRANLISTP><STMTTRNP><DTTRAN>20260103<TRNAMT>3<NAME>Hold<LEDGERBAL><BALAMT>\
         <DTASOF>20260131",
    );
    let pending: Vec<bool> = statement.drafts.iter().map(|draft| draft.pending).collect();
    assert_eq!((rows(&statement).len(), pending), (3, vec![false, false, true]));
    assert_eq!((statement.account.number.as_deref(), statement.closing), (Some("4"), None));
}

#[test]
fn investment_rows_are_cash_movements_named_after_their_security() {
    let trade = "<INVTRAN><FITID>f<DTTRADE>20260110</INVTRAN><SECID><UNIQUEID>S1</SECID>";
    let text = format!(
        "<OFX><INVSTMTRS><DTASOF>20260131<CURDEF>USD<INVACCTFROM><BROKERID>tree<ACCTID>9</INVACCTFROM><INVTRANLIST>\
         <DTSTART>20260101<BUYSTOCK><INVBUY>{trade}<UNITS>5<UNITPRICE>20<TOTAL>-100.00</INVBUY></BUYSTOCK>\
         <INCOME>{trade}<INCOMETYPE>DIV<TOTAL>3.21</INCOME>\
         <REINVEST>{trade}<INCOMETYPE>DIV<TOTAL>-3.21<UNITS>0.1</REINVEST>\
         <SELLMF><INVSELL>{trade}<UNITS>-1</INVSELL></SELLMF>\
         <INVBANKTRAN><STMTTRN><DTPOSTED>20260111<TRNAMT>500<NAME>Deposit</STMTTRN></INVBANKTRAN></INVTRANLIST>\
         <INVBAL><AVAILCASH>403.21</INVBAL></INVSTMTRS><SECLIST><STOCKINFO><SECINFO><SECID><UNIQUEID>S1</SECID>\
         <SECNAME>Example Fund</SECINFO></STOCKINFO></SECLIST></OFX>"
    );
    let statement = one(&text);
    assert_eq!(
        rows(&statement),
        [
            "2026-01-10 -100.00 Buy 5 Example Fund @ 20",
            "2026-01-10 3.21 Dividend Example Fund",
            "2026-01-10 0 Reinvest dividend 0.1 Example Fund",
            "2026-01-11 500 Deposit",
        ]
    );
    assert_eq!(statement.unreadable[0].column.as_deref(), Some("TOTAL"));
    let closing = StatedBalance { day: "2026-01-31".parse().ok(), amount: "403.21".parse().unwrap() };
    assert_eq!((statement.closing, statement.account.kind), (Some(closing), Some(AccountKind::Brokerage)));
}

#[test]
fn transfers_leave_the_account_they_come_from() {
    let transfer = |id, amount, date| {
        format!(
            "<INTRARS><CURDEF>USD<SRVRTID>{id}<XFERINFO><BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKACCTTO><ACCTID>2\
             </BANKACCTTO><TRNAMT>{amount}</XFERINFO>{date}</INTRARS>"
        )
    };
    let statement = one(&format!(
        "<OFX><INTRATRNRS>{}{}</INTRATRNRS></OFX>",
        transfer("a", "200", "<DTPOSTED>20260829"),
        transfer("b", "5", "<DTXFERPRJ>20260830")
    ));
    assert_eq!(rows(&statement), ["2026-08-29 -200 Transfer", "2026-08-30 -5 Transfer"]);
    let found: Vec<_> =
        statement.drafts.iter().map(|draft| (draft.transfer.as_deref(), draft.pending)).collect();
    assert_eq!(found, [(Some("2"), false), (Some("2"), true)]);
    assert_eq!(statement.account.number.as_deref(), Some("1"));
}

#[test]
fn thousands_are_grouped_once_one_amount_proves_it_and_lower_case_tags_count() {
    let text = bank(
        "<STMTTRN><DTPOSTED>20260101<TRNAMT>-1,234.50</STMTTRN><STMTTRN><DTPOSTED>20260102<TRNAMT>1,234</STMTTRN>",
    );
    assert_eq!(rows(&one(&text)), ["2026-01-01 -1234.50 ", "2026-01-02 1234 "]);
    assert_eq!(rows(&one(&text.to_lowercase())), ["2026-01-01 -1234.50 ", "2026-01-02 1234 "]);
}

#[test]
fn what_is_no_statement_is_refused_with_its_reason() {
    let refused = |what: &str| FileError::NotAStatement { what: what.into() };
    for (text, expected) in [
        ("", FileError::Empty),
        (" \r\n\0", FileError::Empty),
        ("just text", refused("no <OFX> in it, it starts with “just text”")),
        ("<OFC><X>1", refused("OFC, a format of the nineties; ask the bank for OFX or CSV")),
        ("<OFX></OFX>", refused("OFX without an account statement")),
        ("<OFX><CCSTMTRS><CURDEF>USD</CCSTMTRS></OFX>", refused("OFX without an account statement")),
        (
            "<OFX><STATUS><CODE>0</STATUS><STMTTRNRS><STATUS><CODE>2003<MESSAGE>Account not found</STATUS></OFX>",
            refused("the bank's answer is error 2003 Account not found"),
        ),
        ("<OFX>\n<!-- <STMTTRN>", FileError::Malformed { line: 2, what: "a comment that never ends".into() }),
    ] {
        assert_eq!(read(text.as_bytes()), Err(expected), "{text}");
    }
}

proptest! {
    #[test]
    fn no_input_makes_the_reader_panic(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(vec![
                    "<OFX>", "</OFX>", "<STMTRS>", "</STMTRS>", "<STMTTRN>", "</STMTTRN>", "<DTPOSTED>20260101", "<TRNAMT>",
                    "-1,5", "<NAME>", "&amp;lt;", "&", "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "\r\n", "ก", "\0",
                    "<!DOCTYPE x [", "<INVSTMTRS>", "<BUYMF>", "<LEDGERBAL><BALAMT>", "<INTRARS>", "&#x110000;",
                ]).prop_map(str::to_owned),
                ".{0,6}",
            ],
            0..40,
        )
    ) {
        let text = pieces.concat();
        let _ = read(text.as_bytes());
    }
}
