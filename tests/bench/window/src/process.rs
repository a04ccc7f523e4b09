//! A process, as the system's own files tell of it.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A process that runs.
pub struct Process(PathBuf);

/// The newest process of the program in this file.
pub fn of(program: &Path) -> Process {
    let mut found: Vec<(u64, PathBuf)> = std::fs::read_dir("/proc")
        .expect("the system tells of its processes")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let own = std::fs::read_link(path.join("exe")).ok()?;
            (own == program).then_some((ticks_at_start(&path)?, path))
        })
        .collect();
    found.sort();
    Process(found.pop().unwrap_or_else(|| panic!("{} does not run", program.display())).1)
}

impl Process {
    /// When it began, in milliseconds since 1970.
    pub fn begun(&self) -> f64 {
        let uptime = std::fs::read_to_string("/proc/uptime").expect("the system knows since when it is up");
        let uptime: f64 = uptime.split(' ').next().and_then(|text| text.parse().ok()).expect("seconds");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is after 1970").as_secs_f64();
        let ticks = ticks_at_start(&self.0).expect("the process still runs");
        // One tick of this file is a hundredth of a second on every Linux that runs a desktop.
        (now - uptime + ticks as f64 / 100.0) * 1000.0
    }

    /// The memory that it holds, in MiB: its own, and its share of what it has in common with others (proportional set
    /// size). The pages of WebKit's libraries are in every process of the window, and in every program that uses them.
    pub fn memory(&self) -> f64 {
        let sums = std::fs::read_to_string(self.0.join("smaps_rollup")).expect("the process still runs");
        let line = sums.lines().find_map(|line| line.strip_prefix("Pss:")).expect("its share is told");
        let kib: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number of KiB");
        kib / 1024.0
    }
}

/// The 22nd field of `stat`: clock ticks from the start of the system to that of the process (proc(5)).
fn ticks_at_start(process: &Path) -> Option<u64> {
    let stat = std::fs::read_to_string(process.join("stat")).ok()?;
    let after_name = stat.rsplit(')').next()?;
    after_name.split_whitespace().nth(19)?.parse().ok()
}
