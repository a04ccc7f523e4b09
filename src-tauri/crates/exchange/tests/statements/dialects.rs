//! Delimiters, quotation marks, encodings, headers: the dialects of delimited text.

use crate::page::{Case, check, check_bytes};

const PLAIN: &str = "
2024-01-13 -3.20 =96.80 | Coffee, large
2024-01-14 10.00 =106.80 | Refund
proven";

#[test]
fn every_dialect_of_one_statement_reads_alike() {
    check(&[
        Case {
            name: "commas",
            file: "Date,Text,Amount,Balance\n2024-01-13,\"Coffee, large\",-3.20,96.80\n2024-01-14,Refund,10.00,106.80\n",
            page: PLAIN,
        },
        Case {
            name: "semicolons",
            file: "Date;Text;Amount;Balance\n2024-01-13;Coffee, large;-3.20;96.80\n2024-01-14;Refund;10.00;106.80\n",
            page: PLAIN,
        },
        Case {
            name: "tabs",
            file: "Date\tText\tAmount\tBalance\n2024-01-13\tCoffee, large\t-3.20\t96.80\n2024-01-14\tRefund\t10.00\t106.80\n",
            page: PLAIN,
        },
        Case {
            name: "bars",
            file: "Date|Text|Amount|Balance\n2024-01-13|Coffee, large|-3.20|96.80\n2024-01-14|Refund|10.00|106.80\n",
            page: PLAIN,
        },
        Case {
            name: "a hint for spreadsheets",
            file: "sep=;\nDate;Text;Amount;Balance\n2024-01-13;Coffee, large;-3,20;96,80\n2024-01-14;Refund;10,00;106,80\n",
            page: PLAIN,
        },
        Case {
            name: "old Macintosh lines",
            file: "Date,Text,Amount,Balance\r2024-01-13,\"Coffee, large\",-3.20,96.80\r2024-01-14,Refund,10.00,106.80",
            page: PLAIN,
        },
        Case {
            name: "Windows lines without an end",
            file: "Date,Text,Amount,Balance\r\n2024-01-13,\"Coffee, large\",-3.20,96.80\r\n2024-01-14,Refund,10.00,106.80",
            page: PLAIN,
        },
        Case {
            name: "a mark at the beginning",
            file: "\u{feff}\"Date\",\"Text\",\"Amount\",\"Balance\"\n\"2024-01-13\",\"Coffee, large\",\"-3.20\",\"96.80\"\n\"2024-01-14\",\"Refund\",\"10.00\",\"106.80\"\n",
            page: PLAIN,
        },
        Case {
            name: "single quotation marks",
            file: "'Date','Text','Amount','Balance'\n'2024-01-13','Coffee, large','-3.20','96.80'\n'2024-01-14','Refund','10.00','106.80'\n",
            page: PLAIN,
        },
        Case {
            name: "spreadsheet formulas",
            file: "Date,Text,Amount,Balance\n=\"2024-01-13\",\"Coffee, large\",=\"-3.20\",=\"96.80\"\n=\"2024-01-14\",Refund,=\"10.00\",=\"106.80\"\n",
            page: PLAIN,
        },
        Case {
            name: "blanks around cells",
            file: "Date , Text , Amount , Balance\n 2024-01-13 , \"Coffee, large\" , -3.20 , 96.80\n 2024-01-14 , Refund , 10.00 , 106.80\n",
            page: PLAIN,
        },
        Case {
            name: "lines quoted as a whole",
            file: "\"Date,Text,Amount,Balance\"\n\"2024-01-13,\"\"Coffee, large\"\",-3.20,96.80\"\n\"2024-01-14,Refund,10.00,106.80\"\n",
            page: PLAIN,
        },
        Case {
            name: "trailing delimiters",
            file: "Date;Text;Amount;Balance;\n2024-01-13;Coffee, large;-3.20;96.80;\n2024-01-14;Refund;10.00;106.80;\n",
            page: PLAIN,
        },
        Case {
            name: "blank lines everywhere",
            file: "\n\nDate,Text,Amount,Balance\n\n2024-01-13,\"Coffee, large\",-3.20,96.80\n,,,\n2024-01-14,Refund,10.00,106.80\n\n",
            page: PLAIN,
        },
        Case {
            name: "newest first",
            file: "Date,Text,Amount,Balance\n2024-01-14,Refund,10.00,106.80\n2024-01-13,\"Coffee, large\",-3.20,96.80\n",
            page: PLAIN,
        },
        Case {
            name: "no header",
            file: "2024-01-13,\"Coffee, large\",-3.20,96.80\n2024-01-14,Refund,10.00,106.80\n2024-01-15,Tea,-1.00,105.80\n",
            page: "
2024-01-13 -3.20 =96.80 | Coffee, large
2024-01-14 10.00 =106.80 | Refund
2024-01-15 -1.00 =105.80 | Tea
proven",
        },
        Case {
            name: "headers in words of two languages",
            file: "Datum / Date;Text / Texte;Betrag / Montant;Saldo / Solde\n2024-01-13;Coffee, large;-3.20;96.80\n2024-01-14;Refund;10.00;106.80\n",
            page: PLAIN,
        },
        Case {
            name: "a header of two rows",
            file: "Date,Text,Movement,,Balance\n,,Debit,Credit,\n2024-01-13,\"Coffee, large\",3.20,,96.80\n2024-01-14,Refund,,10.00,106.80\n",
            page: PLAIN,
        },
        Case {
            name: "a header in an unknown language",
            file: "Xq,Yw,Zu,Vb\n2024-01-13,\"Coffee, large\",-3.20,96.80\n2024-01-14,Refund,10.00,106.80\n2024-01-15,Tea,-1.00,105.80\n",
            page: "
2024-01-13 -3.20 =96.80 | Coffee, large
2024-01-14 10.00 =106.80 | Refund
2024-01-15 -1.00 =105.80 | Tea
proven",
        },
        Case {
            name: "an unnamed column behind the one it goes with",
            file: "Date,Text,Change,,Balance,\n2024-01-13,\"Coffee, large\",EUR,-3.20,EUR,96.80\n2024-01-14,Refund,EUR,10.00,EUR,106.80\n",
            page: "
2024-01-13 -3.20 EUR =96.80 | Coffee, large
2024-01-14 10.00 EUR =106.80 | Refund
proven",
        },
    ]);
}

#[test]
fn every_encoding_of_one_statement_reads_alike() {
    let file =
        "Date;Text;Amount;Balance\n2024-01-13;Coffee, large;-3.20;96.80\n2024-01-14;Refund;10.00;106.80\n";
    let utf16 = |to: fn(u16) -> [u8; 2]| -> Vec<u8> { file.encode_utf16().flat_map(to).collect() };
    let padded = [file.as_bytes(), &[0; 64][..]].concat();
    let spread: Vec<u8> =
        file.bytes().flat_map(|byte| if byte == b'\n' { vec![0, byte] } else { vec![byte] }).collect();
    for (name, bytes) in [
        ("UTF-16LE", utf16(u16::to_le_bytes)),
        ("UTF-16BE", utf16(u16::to_be_bytes)),
        ("NUL padding at the end", padded),
        ("NUL padding before line ends", spread),
    ] {
        check_bytes(name, &bytes, PLAIN);
    }
    let cut = "Date;Text;Amount\n2024-01-13;Café Rhône à Genève;-3.20\n2024-01-14;Crème brûlé".as_bytes();
    let cut = [&cut[..cut.len() - 1], b";-4.00\n"].concat();
    check_bytes(
        "UTF-8 with a letter cut apart",
        &cut,
        "
2024-01-13 -3.20 | Café Rhône à Genève
2024-01-14 -4.00 | Crème brûl\u{fffd}",
    );
}
