//! Statements in English.

use crate::page::{Case, check};

#[test]
fn statements_with_a_header_read_without_help() {
    check(&[
        Case {
            name: "one signed amount",
            file: "\
Date,Description,Amount
2024-01-15,Corner Bakery,-12.50
2024-01-16,Salary Northwind Ltd,2100.00
",
            page: "
2024-01-15 -12.50 | Corner Bakery
2024-01-16 2100.00 | Salary Northwind Ltd",
        },
        Case {
            name: "paid in and paid out, newest first, with a preamble and a footer",
            file: "\
Account Number:,12-34-56 00112233,,,
Account Type:,Current Account,,,
Statement generated on 01/02/2024,,,,

Date,Type,Description,Paid Out,Paid In,Balance
31/01/2024,DD,Riverside Energy,£45.10,,£954.90
30/01/2024,FPI,J Smith,,\"£1,000.00\",\"£1,000.00\"
30/01/2024,,Balance brought forward,,,£0.00
Total,,,£45.10,\"£1,000.00\",
",
            page: "
account 12-34-56 00112233, Current Account, checking
2024-01-30 1000.00 GBP =1000.00 | FPI J Smith
2024-01-31 -45.10 GBP =954.90 | DD Riverside Energy
line 8 opening
line 9 total
from 0.00 to 954.90
proven",
        },
        Case {
            name: "debit and credit, signed",
            file: "\
Posted Date,Reference,Debit,Credit
01/13/2024,Coffee,-3.20,
01/14/2024,Refund,,3.20
",
            page: "
2024-01-13 -3.20 | Coffee
2024-01-14 3.20 | Refund",
        },
        Case {
            name: "an indicator column",
            file: "\
Transaction Date;Narration;Amount;Dr/Cr;Running Balance
05-Apr-24;UPI/TEA STALL;20.00;DR;12,34,567.00
06-Apr-24;NEFT INWARD;1,00,000.00;CR;13,34,567.00
",
            page: "
2024-04-05 -20.00 =1234567.00 | UPI/TEA STALL
2024-04-06 100000.00 =1334567.00 | NEFT INWARD
proven",
        },
        Case {
            name: "a suffix on each amount",
            file: "\
Txn Date,Particulars,Amount,Balance
05/04/2024,ATM,500.00 Dr,\"9,500.00 Cr\"
16/04/2024,Cash deposit,250.00 Cr,\"9,750.00 Cr\"
",
            page: "
2024-04-05 -500.00 =9500.00 | ATM
2024-04-16 250.00 =9750.00 | Cash deposit
proven",
        },
        Case {
            name: "a card that lists purchases as plus",
            file: "\
Trans Date,Post Date,Card Number,Merchant Name,Amount
03/20/2024,03/21/2024,XXXX1111,GREEN GROCER,54.10
03/22/2024,03/23/2024,XXXX1111,TRAIN TICKETS,12.00
03/25/2024,03/25/2024,XXXX1111,ONLINE PAYMENT THANK YOU,-66.10
",
            page: "
account XXXX1111
2024-03-21 -54.10 | GREEN GROCER
2024-03-23 -12.00 | TRAIN TICKETS
2024-03-25 66.10 | ONLINE PAYMENT THANK YOU",
        },
        Case {
            name: "a card whose balance is what is owed",
            file: "\
Credit card account 4321
Date,Details,Amount,Balance
2024-03-20,GREEN GROCER,54.10,154.10
2024-03-22,TRAIN TICKETS,12.00,166.10
2024-03-25,PAYMENT RECEIVED - THANK YOU,-100.00,66.10
",
            page: "
account card
2024-03-20 -54.10 =-154.10 | GREEN GROCER
2024-03-22 -12.00 =-166.10 | TRAIN TICKETS
2024-03-25 100.00 =-66.10 | PAYMENT RECEIVED - THANK YOU
proven",
        },
        Case {
            name: "a card with charges and payments",
            file: "\
Credit Card Statement
Transaction Date,Description,Charges,Payments,Balance
01/15/2024,SHOP,50.00,,50.00
01/20/2024,FUEL,20.00,,70.00
01/31/2024,PAYMENT,,60.00,10.00
",
            page: "
account card
2024-01-15 -50.00 =-50.00 | SHOP
2024-01-20 -20.00 =-70.00 | FUEL
2024-01-31 60.00 =-10.00 | PAYMENT
proven",
        },
        Case {
            name: "credits written as minus beside debits written as plus",
            file: "\
Status,Date,Description,Debit,Credit
Cleared,01/15/2024,GROCER,54.10,
Cleared,01/20/2024,PAYMENT,,-100.00
",
            page: "
2024-01-15 -54.10 | GROCER
2024-01-20 100.00 | PAYMENT",
        },
        Case {
            name: "fees that go off the balance",
            file: "\
Type,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,2024-01-02 09:00:00,2024-01-03 10:00:00,Sushi Bar,-20.00,0.00,EUR,COMPLETED,80.00
EXCHANGE,2024-01-04 09:00:00,2024-01-04 09:00:00,To USD,-50.00,0.50,EUR,COMPLETED,29.50
CARD_PAYMENT,2024-01-05 09:00:00,,Book Shop,-10.00,0.00,EUR,PENDING,
CARD_PAYMENT,2024-01-05 09:30:00,,Toy Shop,-11.00,0.00,EUR,REVERTED,
",
            page: "
2024-01-03 -20.00 EUR =80.00 | CARD_PAYMENT Sushi Bar
2024-01-04 -50.50 EUR =29.50 | EXCHANGE To USD
2024-01-05 -10.00 EUR | CARD_PAYMENT Book Shop | pending
line 5 cancelled: REVERTED
proven",
        },
        Case {
            name: "gross, fee and net in several currencies",
            file: "\
Date,Name,Status,Currency,Gross,Fee,Net,Transaction ID,Balance
13/01/2024,Ada,Completed,EUR,100.00,-3.00,97.00,T1,97.00
13/01/2024,Bob,Completed,USD,-20.00,0.00,-20.00,T2,30.00
14/01/2024,Cy,Completed,EUR,-7.00,0.00,-7.00,T3,90.00
15/01/2024,Di,Denied,EUR,-9.00,0.00,-9.00,T4,90.00
",
            page: "
2024-01-13 97.00 EUR =97.00 | Ada | #T1
2024-01-13 -20.00 USD =30.00 | Bob | #T2
2024-01-14 -7.00 EUR =90.00 | Cy | #T3
line 5 cancelled: Denied
proven",
        },
        Case {
            name: "two accounts in one file",
            file: "\
Account,Date,Payee,Category,Amount,Notes,Tags
Checking,2024-01-02,Rent,Home,-700,January,fixed; home
Savings,2024-01-03,Interest,Income,1.10,,
Checking,2024-01-04,Shop,Food,-20,,
Savings,2024-01-05,Interest,Income,1.20,,
",
            page: "
account Checking
2024-01-02 -700 | Rent | (January) | [Home] {fixed} {home}
2024-01-04 -20 | Shop | [Food]
---
account Savings
2024-01-03 1.10 | Interest | [Income]
2024-01-05 1.20 | Interest | [Income]",
        },
        Case {
            name: "a table for each account",
            file: "\
Account: 1111-2222
Date,Description,Amount,Balance
2024-01-02,Rent,-700.00,300.00
2024-01-03,Shop,-20.00,280.00

Account: 3333-4444
Date,Description,Amount,Balance
2024-01-02,Interest,1.10,501.10
2024-01-05,Interest,1.20,502.30
",
            page: "
account 1111-2222
2024-01-02 -700.00 =300.00 | Rent
2024-01-03 -20.00 =280.00 | Shop
proven
---
account 3333-4444
2024-01-02 1.10 =501.10 | Interest
2024-01-05 1.20 =502.30 | Interest
proven",
        },
        Case {
            name: "other tables before and after",
            file: "\
Summary
Account,Type,Balance
Everyday,Checking,280.00
Rainy Day,Savings,900.00

Transactions
Date,Description,Withdrawals,Deposits
2024-01-02,Rent,700.00,
2024-01-03,Refund,,20.00
2024-01-04,Shop,15.00,

Rewards
Month,Points,Description
January,100,Bonus
",
            page: "
account checking
2024-01-02 -700.00 | Rent
2024-01-03 20.00 | Refund
2024-01-04 -15.00 | Shop",
        },
        Case {
            name: "stated balances that the rows do not reach",
            file: "\
Opening Balance,,100.00
Closing Balance,,90.02
Date,Description,Amount
13/01/2024,Shop,-5.00
14/01/2024,Shop,-5.00
",
            page: "
2024-01-13 -5.00 | Shop
2024-01-14 -5.00 | Shop
from 100.00 to 90.02
! the rows sum to -10.00, the stated balances differ by -9.98",
        },
        Case {
            name: "opening and closing balances that prove the rows",
            file: "\
Date,Description,Amount
,Opening balance,100.00
13/01/2024,Shop,-5.00
14/01/2024,Shop,-5.00
,Closing balance,90.00
",
            page: "
2024-01-13 -5.00 | Shop
2024-01-14 -5.00 | Shop
line 2 opening
line 5 closing
from 100.00 to 90.00
proven",
        },
        Case {
            name: "a starting balance in books is money",
            file: "\
\"Account\",\"Flag\",\"Date\",\"Payee\",\"Category Group/Category\",\"Category Group\",\"Category\",\"Memo\",\"Outflow\",\"Inflow\",\"Cleared\"
\"Cash\",\"\",\"13/01/2024\",\"Starting Balance\",\"Inflow: Ready\",\"Inflow\",\"Ready\",\"\",$0.00,$50.00,\"Cleared\"
\"Cash\",\"\",\"14/01/2024\",\"Kiosk\",\"Fun: Magazines\",\"Fun\",\"Magazines\",\"two\",$4.00,$0.00,\"Uncleared\"
",
            page: "
account Cash
2024-01-13 50.00 | Starting Balance | [Inflow: Ready]
2024-01-14 -4.00 | Kiosk | (two) | [Fun: Magazines]",
        },
        Case {
            name: "no rows",
            file: "Date,Description,Amount,Balance\n",
            page: "",
        },
        Case {
            name: "the same row twice stays twice",
            file: "\
Date,Description,Amount,Balance
2024-01-15,Coffee,-3.00,97.00
2024-01-15,Coffee,-3.00,94.00
",
            page: "
2024-01-15 -3.00 =97.00 | Coffee
2024-01-15 -3.00 =94.00 | Coffee
proven",
        },
        Case {
            name: "ids",
            file: "\
Transaction ID,Date,Description,Amount
A1,2024-01-15,Coffee,-3.00
A2,2024-01-15,Tea,-2.00
",
            page: "
2024-01-15 -3.00 | Coffee | #A1
2024-01-15 -2.00 | Tea | #A2",
        },
        Case {
            name: "one payer and one payee",
            file: "\
Date,Payer,Payee,Purpose,Amount
2024-01-15,Me,Bakery,Bread,-3.00
2024-01-16,Employer,Me,Wages,900.00
",
            page: "
2024-01-15 -3.00 | Bakery | Bread
2024-01-16 900.00 | Employer | Wages",
        },
    ]);
}
