//! The bare program: parses the rows with the csv crate and inserts them through prepared statements, in one transaction,
//! into the same encrypted tables and indexes, full-text included. No detection, matching, rules, sums, history, and none
//! of the triggers that keep the books' laws.

use crate::Outcome;
use libsqlite3_sys as sql;
use std::ffi::{CStr, CString};
use std::path::Path;
use std::ptr;

const SCHEMA: &str = include_str!("../../../src-tauri/crates/store/migrations/0001_books.sql");
const SETUP: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;
    PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON";
const FOUNDATION: &str = "INSERT INTO commodity VALUES (1, 'THB', 'Thai baht', 'currency', 2, NULL);
    INSERT INTO account (id, name, kind) VALUES (1, 'Bank', 'checking'), (2, 'Income', 'income'), (3, 'Expenses', 'expense')";

/// `bare FILE DATABASE`.
pub fn run(arguments: &[String]) -> Outcome {
    let [file, path] = arguments else { return Err("usage: bare FILE DATABASE".into()) };
    let database = Database::open(Path::new(path))?;
    database.execute(SETUP)?;
    database.execute(&without_triggers(SCHEMA))?;
    database.execute(FOUNDATION)?;
    database.execute("BEGIN IMMEDIATE")?;
    insert(&database, Path::new(file))?;
    database.execute("COMMIT")
}

fn insert(database: &Database, file: &Path) -> Outcome {
    let posting = database.prepare(
        "INSERT INTO posting (txn_id, commodity_id, ordinal, account_id, high, low, status, batch_id, line, fingerprint)
         VALUES (?, 1, ?, ?, 0, ?, ?, ?, ?, ?)",
    )?;
    let transaction = database.prepare("INSERT INTO txn (id, payee_id, description) VALUES (?, NULL, ?)")?;
    let search = database.prepare("INSERT INTO search (rowid, body) VALUES (?, ?)")?;
    let mut reader = csv::Reader::from_path(file)?;
    let mut record = csv::StringRecord::new();
    let mut serial = 0_i64;
    while reader.read_record(&mut record)? {
        serial += 1;
        let day = day_number(&record[0])?;
        let id = day << 32 | serial;
        let amount: i64 = record[2].replace('.', "").parse()?;
        let other = if amount > 0 { 2 } else { 3 };
        // As local as the app's own: the weeks, then what looks like chance.
        let chance = serial.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 12;
        let fingerprint = day >> 5 << 52 | chance.cast_signed();
        posting.run(
            &[Some(id), Some(0), Some(1), Some(amount), Some(1), Some(1), Some(serial), Some(fingerprint)],
            None,
        )?;
        posting.run(&[Some(id), Some(1), Some(other), Some(-amount), Some(0), None, None, None], None)?;
        transaction.run(&[Some(id)], Some(&record[1]))?;
        search.run(&[Some(id)], Some(&format!("{}\n{}\n\u{1f}\u{1f}", &record[1], &record[2])))?;
    }
    Ok(())
}

/// Days since 1970 of `YYYY-MM-DD` (Howard Hinnant's days_from_civil).
fn day_number(text: &str) -> Outcome<i64> {
    let mut parts = text.split('-').map(str::parse::<i64>);
    let mut next = || parts.next().ok_or("a date has three parts");
    let (year, month, day) = (next()??, next()??, next()??);
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Ok(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// The tables and indexes alone.
fn without_triggers(schema: &str) -> String {
    let mut kept = String::new();
    let mut in_trigger = false;
    for line in schema.lines() {
        in_trigger |= line.starts_with("CREATE TRIGGER");
        if !in_trigger {
            kept.push_str(line);
            kept.push('\n');
        }
        // A trigger ends at the margin, or on the line on which it began; what a CASE ends is indented.
        in_trigger &=
            !(line.starts_with("END;") || line.starts_with("CREATE TRIGGER") && line.ends_with("END;"));
    }
    kept
}

struct Database(*mut sql::sqlite3);
struct Statement<'d>(*mut sql::sqlite3_stmt, &'d Database);

// SAFETY, for all of this: the handles come from SQLite, are used on one thread, and live as long as their owner.
#[allow(unsafe_code)]
impl Database {
    fn open(path: &Path) -> Outcome<Self> {
        let name = CString::new(path.to_string_lossy().as_bytes())?;
        let mut handle = ptr::null_mut();
        let key = format!("x'{}'", hex::encode([7_u8; 32]));
        let answer = unsafe { sql::sqlite3_open(name.as_ptr(), &raw mut handle) };
        let database = Self(handle);
        database.expect(answer, sql::SQLITE_OK)?;
        let answer = unsafe { sql::sqlite3_key(handle, key.as_ptr().cast(), i32::try_from(key.len())?) };
        database.expect(answer, sql::SQLITE_OK)?;
        Ok(database)
    }

    fn execute(&self, text: &str) -> Outcome {
        let text = CString::new(text)?;
        let answer =
            unsafe { sql::sqlite3_exec(self.0, text.as_ptr(), None, ptr::null_mut(), ptr::null_mut()) };
        self.expect(answer, sql::SQLITE_OK)
    }

    fn prepare(&self, text: &str) -> Outcome<Statement<'_>> {
        let text = CString::new(text)?;
        let mut statement = ptr::null_mut();
        let answer = unsafe {
            sql::sqlite3_prepare_v2(self.0, text.as_ptr(), -1, &raw mut statement, ptr::null_mut())
        };
        self.expect(answer, sql::SQLITE_OK)?;
        Ok(Statement(statement, self))
    }

    fn expect(&self, answer: i32, expected: i32) -> Outcome {
        if answer == expected {
            return Ok(());
        }
        let message = unsafe { CStr::from_ptr(sql::sqlite3_errmsg(self.0)) };
        Err(message.to_string_lossy().into())
    }
}

#[allow(unsafe_code)]
impl Statement<'_> {
    /// Runs it with numbers, then a text behind them.
    fn run(&self, numbers: &[Option<i64>], text: Option<&str>) -> Outcome {
        for (place, number) in (1..).zip(numbers) {
            match number {
                Some(number) => unsafe { sql::sqlite3_bind_int64(self.0, place, *number) },
                None => unsafe { sql::sqlite3_bind_null(self.0, place) },
            };
        }
        if let Some(text) = text {
            let place = i32::try_from(numbers.len())? + 1;
            let length = i32::try_from(text.len())?;
            // The text outlives the step below.
            unsafe {
                sql::sqlite3_bind_text(self.0, place, text.as_ptr().cast(), length, sql::SQLITE_STATIC())
            };
        }
        let answer = unsafe { sql::sqlite3_step(self.0) };
        self.1.expect(answer, sql::SQLITE_DONE)?;
        unsafe { sql::sqlite3_reset(self.0) };
        Ok(())
    }
}

#[allow(unsafe_code)]
impl Drop for Statement<'_> {
    fn drop(&mut self) {
        unsafe { sql::sqlite3_finalize(self.0) };
    }
}

#[allow(unsafe_code)]
impl Drop for Database {
    fn drop(&mut self) {
        unsafe { sql::sqlite3_close(self.0) };
    }
}
