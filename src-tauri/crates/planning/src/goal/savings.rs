//! How far savings are, and when they will be there.

use ledger::{Day, Month};

/// Savings as they stand, in smallest units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Savings {
    /// How much is wanted.
    pub target: i128,
    /// When.
    pub by: Option<Day>,
    /// What there is.
    pub saved: i128,
    /// What was added in the last days, and in how many.
    pub added: (i128, u32),
}

/// How far savings are, in smallest units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavingsProgress {
    /// What is missing; nothing once the target is reached.
    pub missing: i128,
    /// What to add each month, this one included, to be there in time; `None` without a day, or once it is past.
    pub monthly: Option<i128>,
    /// The day on which it is there if savings go on as in the last days; `None` where they do not grow.
    pub projected: Option<Day>,
    /// `true` where that is in time, `None` without a day.
    pub on_track: Option<bool>,
}

impl Savings {
    /// How far they are.
    pub fn progress(&self, today: Day) -> SavingsProgress {
        let missing = (self.target - self.saved).max(0);
        let projected = self.projected(missing, today);
        let months = self.by.map(|by| Month::of(by).number() - Month::of(today).number() + 1);
        let monthly = match (months, self.by) {
            _ if missing == 0 => Some(0),
            (Some(months), Some(by)) if by >= today => {
                let months = i128::from(months.max(1));
                // Rounded up, so that it is there in time.
                Some((missing + months - 1) / months)
            }
            _ => None,
        };
        let on_track = self.by.map(|by| missing == 0 || projected.is_some_and(|projected| projected <= by));
        SavingsProgress { missing, monthly, projected, on_track }
    }

    /// The month in which they are there if so much is added each month, this one included; `None` where that is nothing, or
    /// where it takes longer than days are counted.
    pub fn done(&self, monthly: i128, today: Day) -> Option<Month> {
        let missing = (self.target - self.saved).max(0);
        let more = match missing {
            0 => 0,
            _ if monthly > 0 => (missing - 1) / monthly,
            _ => return None,
        };
        Month::from_number(i64::from(Month::of(today).number()).checked_add(i64::try_from(more).ok()?)?)
    }

    fn projected(&self, missing: i128, today: Day) -> Option<Day> {
        if missing == 0 {
            return Some(today);
        }
        let (added, days) = self.added;
        if added <= 0 || days == 0 {
            return None;
        }
        let ahead = (missing.checked_mul(i128::from(days))? + added - 1) / added;
        let day = Day::from_number(i64::from(today.number()).checked_add(i64::try_from(ahead).ok()?)?)?;
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn savings_say_what_is_needed_and_when_they_are_there() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let today = day("2026-11-22");
        for (what, target, by, saved, added, monthly, projected, on_track) in [
            // November to April are six months.
            ("halfway", 1200, Some("2027-04-30"), 600, (100, 30), Some(100), Some("2027-05-21"), Some(false)),
            ("faster", 1200, Some("2027-04-30"), 600, (150, 30), Some(100), Some("2027-03-22"), Some(true)),
            ("thirds round up", 1000, Some("2027-01-31"), 0, (0, 90), Some(334), None, Some(false)),
            ("reached", 500, Some("2027-01-31"), 700, (-50, 90), Some(0), Some("2026-11-22"), Some(true)),
            ("late", 500, Some("2026-10-31"), 200, (300, 90), None, Some("2027-02-20"), Some(false)),
            ("someday", 500, None, 200, (300, 90), None, Some("2027-02-20"), None),
            ("this month", 500, Some("2026-11-30"), 200, (0, 90), Some(300), None, Some(false)),
        ] {
            let found = Savings { target, by: by.map(day), saved, added }.progress(today);
            let expected = (monthly, projected.map(day), on_track);
            assert_eq!((found.monthly, found.projected, found.on_track), expected, "{what}");
        }
    }

    #[test]
    fn another_amount_a_month_has_them_there_in_another_month() {
        let today: Day = "2026-11-22".parse().unwrap();
        for (saved, monthly, done) in [
            (600, 100, Some("2027-04")),
            (600, 101, Some("2027-04")),
            (600, 120, Some("2027-03")),
            (600, 600, Some("2026-11")),
            (600, 0, None),
            (600, -5, None),
            (1200, 0, Some("2026-11")),
            (0, i128::MAX, Some("2026-11")),
        ] {
            let savings = Savings { target: 1200, by: None, saved, added: (0, 90) };
            let found = savings.done(monthly, today).map(|month| month.to_string());
            assert_eq!(found.as_deref(), done, "{saved} saved, {monthly} a month");
        }
        let endless = Savings { target: i128::MAX, by: None, saved: 0, added: (0, 90) };
        assert_eq!(endless.done(1, today), None);
    }
}
