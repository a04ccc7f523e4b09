//! Whose licences ship with the program.

use crate::packages::workspace;

/// Licences under which nothing has to be given away but notices; MPL-2.0 asks for changes to its own files alone.
const ALLOWED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

fn allows(expression: &str) -> bool {
    let parsed = spdx::Expression::parse_mode(expression, spdx::ParseMode::LAX);
    parsed.is_ok_and(|parsed| {
        parsed.evaluate(|asked| asked.license.id().is_some_and(|id| ALLOWED.contains(&id.name)))
    })
}

#[test]
fn everything_that_ships_has_a_licence_that_lets_it() {
    let shipped = &workspace().shipped;
    assert!(shipped.len() > 100, "only {} packages were found", shipped.len());
    let refused: Vec<String> = shipped
        .iter()
        .filter(|package| !allows(&package.licence))
        .map(|package| format!("{} {}: {}", package.name, package.version, package.licence))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn licence_expressions_are_understood() {
    for (expression, expected) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("MIT OR Apache-2.0 OR LGPL-2.1-or-later", true),
        ("MIT AND GPL-3.0-only", false),
        ("AGPL-3.0-or-later", false),
        ("GPL-2.0", false),
        ("a file: \"COPYING\"", false),
        ("", false),
    ] {
        assert_eq!(allows(expression), expected, "{expression}");
    }
}
