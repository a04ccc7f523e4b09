//! How the library behind the cipher leaves the program.

/// Keeps OpenSSL from tidying up when the program ends. Its tidying does not wait for the threads of connections that
/// were just closed: both would free what OpenSSL kept of a thread, and a program that had done its work would crash at
/// its end. The system takes the memory back anyway.
///
/// Must come before the first connection; says nothing when repeated.
pub(crate) fn leave_memory_to_the_system() {
    #[cfg(not(target_vendor = "apple"))]
    {
        use std::ffi::{c_int, c_void};
        use std::sync::Once;

        /// `OPENSSL_INIT_NO_ATEXIT` of `openssl/crypto.h`, since OpenSSL 1.1.1.
        const NO_ATEXIT: u64 = 0x0008_0000;
        static ONCE: Once = Once::new();

        #[allow(unsafe_code)]
        unsafe extern "C" {
            // In the library that SQLCipher is linked with.
            fn OPENSSL_init_crypto(options: u64, settings: *const c_void) -> c_int;
        }
        ONCE.call_once(|| {
            // An OpenSSL that does not start refuses the key, which comes next.
            // SAFETY: OpenSSL allows no settings, and calls from any thread.
            #[allow(unsafe_code)]
            unsafe {
                OPENSSL_init_crypto(NO_ATEXIT, std::ptr::null());
            }
        });
    }
}
