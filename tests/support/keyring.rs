//! A real keychain of the test's own.
