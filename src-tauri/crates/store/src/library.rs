//! How the libraries behind the file are set up, once, before the first connection.

use std::ffi::c_int;
use std::sync::Once;

/// Sets up SQLite and the library behind the cipher. Must come before the first connection; says nothing when repeated.
pub(crate) fn set_up() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        count_no_memory();
        leave_memory_to_the_system();
    });
}

/// SQLite counts its memory under one lock, at each allocation, for statistics that nobody asks for.
fn count_no_memory() {
    // One that is set up already counts on.
    let off: c_int = 0;
    // SAFETY: no connection is open yet, and this option takes one number.
    #[allow(unsafe_code)]
    unsafe {
        libsqlite3_sys::sqlite3_config(libsqlite3_sys::SQLITE_CONFIG_MEMSTATUS, off);
    }
}

/// Keeps OpenSSL from tidying up when the program ends. Its tidying does not wait for the threads of connections that
/// were just closed: both would free what OpenSSL kept of a thread, and a program that had done its work would crash at
/// its end. The system takes the memory back anyway.
fn leave_memory_to_the_system() {
    #[cfg(not(target_vendor = "apple"))]
    {
        use std::ffi::c_void;

        /// `OPENSSL_INIT_NO_ATEXIT` of `openssl/crypto.h`, since OpenSSL 1.1.1.
        const NO_ATEXIT: u64 = 0x0008_0000;

        #[allow(unsafe_code)]
        unsafe extern "C" {
            // In the library that SQLCipher is linked with.
            fn OPENSSL_init_crypto(options: u64, settings: *const c_void) -> c_int;
        }
        // An OpenSSL that does not start refuses the key, which comes next.
        // SAFETY: OpenSSL allows no settings, and calls from any thread.
        #[allow(unsafe_code)]
        unsafe {
            OPENSSL_init_crypto(NO_ATEXIT, std::ptr::null());
        }
    }
}
