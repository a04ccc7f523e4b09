//! What a process that holds keys owes them.

/// Makes new files private to their owner and keeps other programs of the same person from reading this process's memory
/// through the system's debugging doors. Call it first thing in `main`.
pub fn harden() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
        // Refused only under sandboxes that forbid it themselves; the keys are no worse off than before.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
