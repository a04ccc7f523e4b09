//! What a process cost.

use crate::Outcome;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

/// What one run of a process cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// Peak memory, in MiB.
    pub memory: f64,
}

/// Runs a command once, its output thrown away.
pub fn cost(command: &mut Command) -> Outcome<Cost> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let id = i32::try_from(child.id())?;
    let mut status = 0;
    // SAFETY: the struct is plain numbers, for which all zeroes are a value.
    #[allow(unsafe_code)]
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: `id` is a child of ours that nobody else waits for, and both pointers are to locals that outlive the call.
    #[allow(unsafe_code)]
    let waited = unsafe { libc::wait4(id, &raw mut status, 0, &raw mut usage) };
    if waited != id {
        return Err(std::io::Error::last_os_error().into());
    }
    if !std::process::ExitStatus::from_raw(status).success() {
        let mut said = String::new();
        if let Some(mut stderr) = child.stderr {
            std::io::Read::read_to_string(&mut stderr, &mut said)?;
        }
        return Err(format!("{command:?} failed: {said}").into());
    }
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    Ok(Cost {
        cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
        memory: usage.ru_maxrss as f64 / 1024.0,
    })
}

/// The median of several runs, after one that warms the caches.
pub fn median(runs: usize, mut command: impl FnMut() -> Command) -> Outcome<Cost> {
    cost(&mut command())?;
    let mut costs = (0..runs).map(|_| cost(&mut command())).collect::<Outcome<Vec<Cost>>>()?;
    costs.sort_by(|a, b| a.cpu.total_cmp(&b.cpu));
    Ok(costs[costs.len() / 2])
}
