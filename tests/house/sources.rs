//! The files of the repository.

use acceptance::repository;
use proc_macro2::{TokenStream, TokenTree};
use std::path::PathBuf;
use std::process::Command;

/// A source file in Rust.
pub struct Source {
    /// Its path below the root.
    pub name: String,
    pub text: String,
}

/// The paths of every file that belongs to the repository, below its root: what is kept, and what is about to be.
pub fn files() -> Vec<String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(repository());
    match git.output() {
        Ok(output) if output.status.success() => {
            let list = String::from_utf8(output.stdout).unwrap();
            let there = |name: &&str| repository().join(name).is_file();
            list.split('\0').filter(|name| !name.is_empty()).filter(there).map(str::to_owned).collect()
        }
        // An unpacked archive of the sources is no repository.
        _ => walk(),
    }
}

fn walk() -> Vec<String> {
    let left_out = ["target", "node_modules", ".git", "gen", "build", ".svelte-kit"];
    let mut waiting = vec![PathBuf::new()];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(repository().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if !entry.file_type().unwrap().is_dir() {
                found.push(path.to_str().unwrap().to_owned());
            } else if !left_out.iter().any(|name| entry.file_name() == *name) {
                waiting.push(path);
            }
        }
    }
    found
}

pub fn rust() -> Vec<Source> {
    let rust = files().into_iter().filter(|name| name.ends_with(".rs"));
    rust.map(|name| {
        let text = std::fs::read_to_string(repository().join(&name)).unwrap();
        Source { name, text }
    })
    .collect()
}

/// Calls `see` with each token and the one after it, within groups too, and with the line on which it stands.
pub fn tokens(source: &Source, see: &mut impl FnMut(&TokenTree, Option<&TokenTree>, usize)) {
    let stream: TokenStream = source.text.parse().unwrap_or_else(|error| panic!("{}: {error}", source.name));
    walk_tokens(stream, see);
}

fn walk_tokens(stream: TokenStream, see: &mut impl FnMut(&TokenTree, Option<&TokenTree>, usize)) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    for (place, tree) in trees.iter().enumerate() {
        see(tree, trees.get(place + 1), tree.span().start().line);
        if let TokenTree::Group(group) = tree {
            walk_tokens(group.stream(), see);
        }
    }
}
