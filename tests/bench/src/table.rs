//! What is printed.

use std::io::Write;

/// A line on standard output.
pub fn say(text: &str) {
    // Whoever closed the pipe does not want to read on.
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A row of a table, its first column wide and left, the others right.
pub fn row(cells: &[String]) {
    let mut text = String::new();
    for (place, cell) in cells.iter().enumerate() {
        if place == 0 {
            text.push_str(&format!("{cell:<34}"));
        } else {
            text.push_str(&format!("{cell:>16}"));
        }
    }
    say(text.trim_end());
}

/// Seconds as milliseconds.
pub fn ms(seconds: f64) -> String {
    format!("{:.1} ms", seconds * 1000.0)
}

/// A ratio and whether it keeps its limit.
pub fn verdict(ratio: f64, limit: f64, more_is_better: bool) -> String {
    let kept = if more_is_better { ratio >= limit } else { ratio <= limit };
    format!("{ratio:.1}x {}", if kept { "ok" } else { "MISS" })
}
