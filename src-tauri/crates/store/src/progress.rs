//! How far a long piece of work is, and the wish to stop it.

use crate::StoreError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared by the one who works and the one who watches.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    inner: Arc<Counters>,
}

#[derive(Debug, Default)]
struct Counters {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Steps done and steps in all; the total is 0 until it is known.
    pub fn state(&self) -> (u64, u64) {
        (self.inner.done.load(Ordering::Relaxed), self.inner.total.load(Ordering::Relaxed))
    }

    /// Asks the work to stop at its next safe point, leaving nothing behind.
    pub fn cancel(&self) {
        self.inner.cancelled.store(true, Ordering::Relaxed);
    }

    /// Sets how many steps there are in all.
    pub fn expect(&self, total: usize) {
        self.inner.total.store(total as u64, Ordering::Relaxed);
    }

    /// Counts `steps` as done.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`] once somebody has asked to stop.
    pub fn advance(&self, steps: usize) -> Result<(), StoreError> {
        self.inner.done.fetch_add(steps as u64, Ordering::Relaxed);
        if self.inner.cancelled.load(Ordering::Relaxed) { Err(StoreError::Cancelled) } else { Ok(()) }
    }
}
