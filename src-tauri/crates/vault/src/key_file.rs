//! A ledger's key in a file of its own, for servers without a desktop session.

use crate::{Secret, VaultError};
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::path::Path;
use zeroize::Zeroizing;

/// Writes a key as 64 hexadecimal digits into a new file that its owner alone may read.
///
/// # Errors
/// [`VaultError::KeyFileExists`] rather than overwriting anything; [`VaultError::File`].
pub fn create_key_file(path: &Path, key: &Secret) -> Result<(), VaultError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let failed = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::AlreadyExists => VaultError::KeyFileExists { path: path.to_path_buf() },
        _ => VaultError::File { path: path.to_path_buf(), source },
    };
    let mut file = options.open(path).map_err(failed)?;
    let mut text = Zeroizing::new(hex::encode(key.as_slice()));
    text.push('\n');
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a key would only be in the way of the next attempt.
        std::fs::remove_file(path).map_err(failed)?;
    }
    written.map_err(failed)
}

/// Puts another key into a key file that is there: whoever reads it finds the old key or the new one, never half of one.
///
/// # Errors
/// [`VaultError::File`]; the file then holds the old key.
pub fn replace_key_file(path: &Path, key: &Secret) -> Result<(), VaultError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push("-renewing");
    let staged = path.with_file_name(name);
    let failed = |source| VaultError::File { path: path.to_path_buf(), source };
    match std::fs::remove_file(&staged) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => return Err(failed(source)),
        _ => {}
    }
    create_key_file(&staged, key)?;
    std::fs::rename(&staged, path).map_err(failed)
}

/// Reads a key from a file that nobody else may read: 64 hexadecimal digits, or the 32 bytes themselves.
///
/// # Errors
/// [`VaultError::KeyFileMode`], [`VaultError::KeyFileShape`], [`VaultError::File`].
pub fn read_key_file(path: &Path) -> Result<Secret, VaultError> {
    let failed = |source| VaultError::File { path: path.to_path_buf(), source };
    let file = std::fs::File::open(path).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = file.metadata().map_err(failed)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(VaultError::KeyFileMode { path: path.to_path_buf(), mode });
        }
    }
    // One byte more than any key file has, so that a longer file shows.
    let mut bytes = Zeroizing::new(Vec::with_capacity(128));
    file.take(67).read_to_end(&mut bytes).map_err(failed)?;
    let mut key = Secret::new([0; 32]);
    if bytes.len() == key.len() {
        key.copy_from_slice(&bytes);
        return Ok(key);
    }
    hex::decode_to_slice(bytes.trim_ascii_end(), key.as_mut_slice())
        .map_err(|_| VaultError::KeyFileShape { path: path.to_path_buf() })?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::tempdir;

    #[test]
    fn a_key_file_is_made_once_and_read_back() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("key");
        let key = Secret::new([0xa5; 32]);
        create_key_file(&path, &key).unwrap();
        assert!(read_key_file(&path).unwrap() == key);
        assert!(matches!(create_key_file(&path, &key), Err(VaultError::KeyFileExists { .. })));
    }

    #[test]
    fn a_key_file_takes_another_key_whatever_an_attempt_before_left() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("key");
        create_key_file(&path, &Secret::new([1; 32])).unwrap();
        std::fs::write(folder.path().join("key-renewing"), "half").unwrap();
        let key = Secret::new([2; 32]);
        replace_key_file(&path, &key).unwrap();
        assert!(read_key_file(&path).unwrap() == key);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_may_read_or_that_holds_no_key_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempdir().unwrap();
        let path = folder.path().join("key");
        let digits = "ab".repeat(32);
        for (text, mode, expected) in [
            (digits.clone(), 0o600, None),
            (format!("{digits}\n"), 0o400, None),
            (digits.clone(), 0o640, Some("chmod 600")),
            (digits.clone(), 0o604, Some("chmod 600")),
            (digits[..62].to_owned(), 0o600, Some("64 hexadecimal digits")),
            (format!("{digits}{digits}"), 0o600, Some("64 hexadecimal digits")),
            ("zz".repeat(32), 0o600, Some("64 hexadecimal digits")),
        ] {
            std::fs::write(&path, &text).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let answer = read_key_file(&path);
            match expected {
                None => assert!(answer.is_ok()),
                Some(words) => {
                    let error = answer.err().unwrap().to_string();
                    assert!(error.contains(words) && !error.contains(&digits), "{error}");
                }
            }
            std::fs::remove_file(&path).unwrap();
        }
    }
}
