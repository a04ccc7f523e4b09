//! How far off forecasts of this kind were: the past is forecast from its own days, and compared with what came.

use super::pattern::{Date, GRAIN, Pattern};

/// Half the width of the band within which four of five balances lie, by how many days ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Band {
    /// (days ahead, smallest units), in order of days.
    widths: Vec<(usize, i128)>,
}

/// Days ahead at which misses are measured; what lies between is interpolated.
const AHEAD: [usize; 22] =
    [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 365, 450, 550, 730];
/// Days from one forecast of the past to the next: no multiple of a week, so that every day of the week begins one.
const STEP: usize = 13;
/// What a forecast of the past learns from, at least.
const LEAST: usize = 90;

/// The 90 % quantile of Student's distribution in hundredths, for 1 to 12 degrees of freedom.
const STUDENT: [i128; 12] = [308, 189, 164, 153, 148, 144, 141, 140, 138, 137, 136, 136];

impl Band {
    /// Learns from what each day brought, in smallest units; `dates` are of the same days.
    pub fn learn(past: &[i128], dates: &[Date]) -> Self {
        let days = past.len();
        let least = (days / 3).max(LEAST.min(days / 2));
        let mut misses: Vec<Vec<i128>> = vec![Vec::new(); AHEAD.len()];
        for origin in (least..days).step_by(STEP) {
            let pattern = Pattern::learn(&past[..origin], &dates[..origin]);
            let (mut miss, mut next) = (0_i128, 0);
            for (ahead, day) in (1..).zip(origin..days) {
                miss += past[day] * GRAIN - pattern.on(dates[day]);
                if AHEAD.get(next) == Some(&ahead) {
                    misses[next].push(miss / GRAIN);
                    next += 1;
                }
            }
        }
        let mut widths = Vec::new();
        let mut widest = 0;
        for (ahead, misses) in AHEAD.iter().zip(&misses) {
            // Periods that overlap by half still tell nearly twice as much as one.
            let independent = (days - least) * 2 / ahead;
            if independent == 0 || misses.is_empty() {
                break;
            }
            // What is farther ahead is no surer.
            widest = width(misses, independent).max(widest);
            widths.push((*ahead, widest));
        }
        Self { widths }
    }

    /// Half the width `ahead` days from now, in smallest units.
    pub fn half(&self, ahead: usize) -> i128 {
        let number = |days: usize| i128::try_from(days).unwrap_or(i128::MAX);
        let place = self.widths.partition_point(|(days, _)| *days < ahead);
        let before = place.checked_sub(1).and_then(|before| self.widths.get(before));
        match (before, self.widths.get(place)) {
            (Some((from, low)), Some((to, high))) => {
                low + (high - low) * number(ahead - from) / number(to - from)
            }
            (None, Some((days, width))) => width * number(ahead) / number(*days),
            // Beyond what the past can tell, doubt grows with the root of time.
            (Some((days, width)), None) => {
                root(width.saturating_pow(2).saturating_mul(number(ahead)) / number(*days))
            }
            (None, None) => 0,
        }
    }
}

/// What four of five misses stay below, where so many tell of periods of their own.
fn width(misses: &[i128], independent: usize) -> i128 {
    // A balance that swings back and forth tells more of itself than one that drifts.
    let swings = misses.windows(2).filter(|pair| pair[0].signum() != pair[1].signum()).count() / 2;
    let mut sizes: Vec<i128> = misses.iter().map(|miss| miss.abs()).collect();
    sizes.sort_unstable();
    let count = sizes.len();
    match STUDENT.get(independent.max(swings) - 1) {
        // Few periods tell how large misses are, but not how they are distributed: as normal ones are.
        Some(student) => {
            let squares: i128 = sizes.iter().map(|miss| miss.saturating_pow(2)).fold(0, i128::saturating_add);
            root(squares / i128::try_from(count).unwrap_or(1)) * student / 100
        }
        None => sizes[(count * 4 / 5).min(count - 1)],
    }
}

/// The root of a square, rounded down.
pub(crate) fn root(square: i128) -> i128 {
    square.max(0).isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_without_surprise_leaves_no_doubt() {
        let dates = Date::run("2024-01-01".parse().unwrap(), 600);
        let band = Band::learn(&[-70; 600], &dates);
        assert!((1..2000).all(|ahead| band.half(ahead) == 0));
    }

    #[test]
    fn doubt_grows_with_the_days_ahead_and_never_shrinks() {
        let dates = Date::run("2024-01-01".parse().unwrap(), 800);
        // A walk of steps that look random and are the same each time.
        let past: Vec<i128> =
            (0..800_i128).map(|day| (day * day * 7919 + day * 104_729) % 2001 - 1000).collect();
        let band = Band::learn(&past, &dates);
        let halves: Vec<i128> = [1, 7, 30, 90, 365, 1825].map(|ahead| band.half(ahead)).to_vec();
        assert!(halves.windows(2).all(|pair| pair[0] < pair[1]), "{halves:?}");
    }

    #[test]
    fn no_past_tells_nothing() {
        assert_eq!(Band::learn(&[], &[]).half(10), 0);
    }
}
