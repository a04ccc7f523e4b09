//! What the code may look like. A rule that is broken somewhere has a list of where; the list may only become shorter.

use crate::sources::{Source, files, rust, tokens};
use acceptance::repository;
use proc_macro2::TokenTree;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::Visit;

const LONGEST_FILE: usize = 500;
const LONGEST_FUNCTION: usize = 70;

/// Files that are longer.
const LONG_FILES: [&str; 0] = [];
/// Functions that are longer.
const LONG_FUNCTIONS: [&str; 0] = [];

/// The rooms in which no float may be, and the modules in them whose numbers are places on a drawing, not money.
const EXACT: [&str; 5] = ["ledger", "planning", "reports", "exchange", "sample"];
const DRAWINGS: [&str; 3] = [
    "src-tauri/crates/reports/src/chart/",
    "src-tauri/crates/reports/src/document/press.rs",
    "src-tauri/crates/reports/src/document/tests.rs",
];

/// Fails with what is found and not listed, or listed and not found any more.
fn ratchet(found: &BTreeSet<String>, listed: &[&str]) {
    let listed: BTreeSet<String> = listed.iter().map(|one| (*one).to_owned()).collect();
    let new: Vec<&String> = found.difference(&listed).collect();
    let gone: Vec<&String> = listed.difference(found).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}; mended, to be taken off the list: {gone:#?}");
}

#[test]
fn no_file_is_longer_than_a_person_keeps_in_mind() {
    let long = rust().into_iter().filter(|source| source.text.lines().count() > LONGEST_FILE);
    ratchet(&long.map(|source| source.name).collect(), &LONG_FILES);
}

struct Functions<'a> {
    file: &'a str,
    long: BTreeSet<String>,
}

impl Functions<'_> {
    fn measure(&mut self, name: &syn::Ident, block: &syn::Block) {
        let span = block.span();
        let lines = (span.end().line + 1).saturating_sub(span.start().line);
        // The braces' own lines are not counted.
        if lines.saturating_sub(2) > LONGEST_FUNCTION {
            self.long.insert(format!("{} {name}", self.file));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.sig.ident, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.sig.ident, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }
}

#[test]
fn every_function_fits_a_screen() {
    let mut long = BTreeSet::new();
    // A table of cases is as long as it must be.
    for source in rust().into_iter().filter(|source| !is_test(&source.name)) {
        let file = syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.name));
        let mut functions = Functions { file: &source.name, long: BTreeSet::new() };
        let tests = |item: &syn::Item| matches!(item, syn::Item::Mod(module) if module.ident == "tests");
        file.items.iter().filter(|item| !tests(item)).for_each(|item| functions.visit_item(item));
        long.extend(functions.long);
    }
    ratchet(&long, &LONG_FUNCTIONS);
}

fn is_test(name: &str) -> bool {
    name.split('/').any(|part| part == "tests" || part == "tests.rs")
}

#[test]
fn nothing_is_left_to_be_done_later() {
    let mut found = BTreeSet::new();
    for source in rust() {
        tokens(&source, &mut |token, next, line| {
            let called = matches!(next, Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
            let name = token.to_string();
            if called && matches!(name.as_str(), "todo" | "unimplemented" | "dbg") {
                found.insert(format!("{}:{line} {name}!", source.name));
            }
        });
    }
    ratchet(&found, &[]);
}

#[test]
fn no_test_is_left_out_of_a_run() {
    let mut found = BTreeSet::new();
    for source in rust() {
        tokens(&source, &mut |token, next, line| {
            let TokenTree::Punct(mark) = token else { return };
            let Some(TokenTree::Group(attribute)) = next else { return };
            let first = attribute.stream().into_iter().next().map(|name| name.to_string());
            if mark.as_char() == '#' && first.as_deref() == Some("ignore") {
                found.insert(format!("{}:{line}", source.name));
            }
        });
    }
    ratchet(&found, &[]);
}

fn is_exact(source: &Source) -> bool {
    let room = |room: &&str| source.name.starts_with(&format!("src-tauri/crates/{room}/src/"));
    EXACT.iter().any(room) && !DRAWINGS.iter().any(|module| source.name.starts_with(module))
}

#[test]
fn no_float_is_where_money_is() {
    let mut found = BTreeSet::new();
    for source in rust().into_iter().filter(is_exact) {
        tokens(&source, &mut |token, _, line| {
            let float = match token {
                TokenTree::Ident(name) => name == "f32" || name == "f64",
                TokenTree::Literal(literal) => is_float(&literal.to_string()),
                _ => false,
            };
            if float {
                found.insert(format!("{}:{line} {token}", source.name));
            }
        });
    }
    ratchet(&found, &[]);
}

/// `true` for `1.5`, `2e3` and `7f64`; `false` for whole numbers, texts and letters.
fn is_float(literal: &str) -> bool {
    let number = literal.starts_with(|letter: char| letter.is_ascii_digit());
    let based = ["0x", "0b", "0o"].iter().any(|base| literal.starts_with(base));
    number
        && !based
        && (literal.contains(['.', 'e']) && !literal.ends_with("size")
            || literal.contains("f32")
            || literal.contains("f64"))
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    // Folders that are somebody's own: what needs them runs nowhere else.
    let places = ["root", "work", "workspace", "home", "Users"].map(|folder| format!("/{folder}/"));
    let mut found = BTreeSet::new();
    for name in files() {
        // What is no text holds no path that anybody wrote; lock files are not ours.
        if name.ends_with(".lock") || name.ends_with("package-lock.json") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(repository().join(&name)) else { continue };
        // Tests of paths are of homes that nobody has.
        let places = if name.ends_with(".test.ts") { &places[..3] } else { &places[..] };
        for (line, text) in text.lines().enumerate() {
            // A path starts where no word goes on; an address on the network is another matter.
            let starts = |at: usize| {
                !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || "-_./@*$}{".contains(letter))
            };
            let there =
                places.iter().any(|place| text.match_indices(place.as_str()).any(|(at, _)| starts(at)));
            if there {
                found.insert(format!("{name}:{}", line + 1));
            }
        }
    }
    ratchet(&found, &[]);
}

/// Whether a field's name says that what it holds is nobody's business.
fn is_secret(field: &syn::Field) -> bool {
    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    let holds = ["phrase", "passphrase", "password", "secret", "token"].contains(&name.as_str());
    // Whether there is one may be known.
    holds && !matches!(&field.ty, syn::Type::Path(path) if path.path.is_ident("bool"))
}

fn shows_itself(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let syn::Meta::List(list) = &attribute.meta else { return false };
        list.path.is_ident("derive") && list.tokens.to_string().split(", ").any(|name| name == "Debug")
    })
}

struct Shown<'a> {
    file: &'a str,
    found: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Shown<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        if shows_itself(&item.attrs) && item.fields.iter().any(is_secret) {
            self.found.insert(format!("{} {}", self.file, item.ident));
        }
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        if shows_itself(&item.attrs)
            && item.variants.iter().any(|variant| variant.fields.iter().any(is_secret))
        {
            self.found.insert(format!("{} {}", self.file, item.ident));
        }
    }
}

#[test]
fn nothing_that_holds_a_secret_can_be_shown_by_debug() {
    let mut found = BTreeSet::new();
    for source in rust() {
        let file = syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.name));
        let mut shown = Shown { file: &source.name, found: BTreeSet::new() };
        shown.visit_file(&file);
        found.extend(shown.found);
    }
    ratchet(&found, &[]);
}
