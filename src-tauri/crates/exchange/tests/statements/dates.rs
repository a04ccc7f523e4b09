//! Dates in every notation.

use crate::page::{Case, check};

#[test]
fn dates_of_a_file_read_alike_in_every_notation() {
    const PAGE: &str = "
2024-02-03 -1.00 | Shop
2024-02-13 -2.00 | Cafe";
    for (first, second) in [
        ("2024-02-03", "2024-02-13"),
        ("03/02/2024", "13/02/2024"),
        ("02/03/2024", "02/13/2024"),
        ("3.2.24", "13.2.24"),
        ("3. 2. 2024", "13. 2. 2024"),
        ("2024.02.03.", "2024.02.13."),
        ("2024:02:03", "2024:02:13"),
        ("20240203", "20240213"),
        ("03022024", "13022024"),
        ("03-Feb-24", "13-Feb-24"),
        ("Feb 3 2024", "Feb 13 2024"),
        ("3 février 2024", "13 février 2024"),
        ("3 de febrero de 2024", "13 de febrero de 2024"),
        ("3. Februar 2024", "13. Februar 2024"),
        ("3 lutego 2024", "13 lutego 2024"),
        ("3. helmikuuta 2024", "13. helmikuuta 2024"),
        ("3 ก.พ. 2567", "13 ก.พ. 2567"),
        ("3 กุมภาพันธ์ 2567", "13 กุมภาพันธ์ 2567"),
        ("03/02/2567", "13/02/2567"),
        ("2024-02-03 10:30:00", "2024-02-13 09:00:00"),
        ("2024-02-03T10:30:00.123Z", "2024-02-13T09:00:00.000Z"),
        ("03/02/2024 10:30 PM", "13/02/2024 9:00 AM"),
        ("20240203103000", "20240213090000"),
        ("Saturday 3 February 2024", "Tuesday 13 February 2024"),
        ("03/02/2024 as of 02/02/2024", "13/02/2024 as of 12/02/2024"),
        ("1706956200000", "1707814800000"),
        ("1706956200", "1707814800"),
        ("45325", "45335"),
    ] {
        let file = format!("Date;Text;Amount\n{first};Shop;-1.00\n{second};Cafe;-2.00\n");
        crate::page::check_bytes(first, file.as_bytes(), PAGE);
    }
}

#[test]
fn dates_that_are_left_open_follow_the_file() {
    check(&[
        Case {
            name: "two formats in one file",
            file: "Date,Text,Amount\n2024-01-15,Shop,-1.00\n01/16/2024,Cafe,-2.00\n",
            page: "
2024-01-15 -1.00 | Shop
2024-01-16 -2.00 | Cafe",
        },
        Case {
            name: "a decisive day far below",
            file: "Date,Text,Amount\n01/02/2024,Shop,-1.00\n02/02/2024,Cafe,-2.00\n25/02/2024,Kiosk,-3.00\n",
            page: "
2024-02-01 -1.00 | Shop
2024-02-02 -2.00 | Cafe
2024-02-25 -3.00 | Kiosk",
        },
        Case {
            name: "the other date column decides",
            file: "Date,Value Date,Text,Amount\n01/02/2024,01/31/2024,Shop,-1.00\n",
            page: "2024-01-02 -1.00 | Shop",
        },
        Case {
            name: "dollars are spent month first",
            file: "Date,Text,Amount,Currency\n01/02/2024,Shop,-1.00,USD\n01/03/2024,Cafe,-1.00,USD\n",
            page: "
2024-01-02 -1.00 USD | Shop
2024-01-03 -1.00 USD | Cafe",
        },
        Case {
            name: "a day that does not exist",
            file: "Date,Text,Amount\n29/02/2024,Shop,-1.00\n30/02/2024,Cafe,-2.00\n",
            page: "
2024-02-29 -1.00 | Shop
line 3 Date: “30/02/2024” is not a date written as DD/MM/YYYY",
        },
        Case {
            name: "a distant year",
            file: "Date,Text,Amount\n20500606,Shop,-1.00\n20240606,Cafe,-2.00\n",
            page: "
2024-06-06 -2.00 | Cafe
2050-06-06 -1.00 | Shop",
        },
        Case {
            name: "rows that wait have no day of booking yet",
            file: "Booking Date,Transaction Date,Text,Amount\nPending,14/01/2024,Shop,-1.00\n13/01/2024,12/01/2024,Cafe,-2.00\n",
            page: "
2024-01-13 -2.00 | Cafe
2024-01-14 -1.00 | Shop | pending",
        },
        Case {
            name: "the year stands above the table",
            file: "Statement of 2024,,\nDate,Text,Amount\n15/01,Shop,-1.00\n16/01,Cafe,-2.00\n",
            page: "
2024-01-15 -1.00 | Shop
2024-01-16 -2.00 | Cafe",
        },
        Case {
            name: "times order the rows of a day",
            file: "Date,Time,Text,Amount\n2024-01-15,18:00,evening,-1.00\n2024-01-15,08:00,morning,-2.00\n",
            page: "
2024-01-15 -2.00 | morning
2024-01-15 -1.00 | evening",
        },
        Case {
            name: "balances order the rows of a day",
            file: "\
Date,Text,Amount,Balance
2024-01-15,Kiosk,-3.00,94.00
2024-01-15,Shop,-1.00,99.00
2024-01-15,Cafe,-2.00,97.00
2024-01-16,Fuel,-5.00,85.00
2024-01-16,Rent,-4.00,90.00
",
            page: "
2024-01-15 -1.00 =99.00 | Shop
2024-01-15 -2.00 =97.00 | Cafe
2024-01-15 -3.00 =94.00 | Kiosk
2024-01-16 -4.00 =90.00 | Rent
2024-01-16 -5.00 =85.00 | Fuel
proven",
        },
    ]);
}
