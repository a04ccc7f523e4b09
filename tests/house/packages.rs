//! What cargo says of the workspace.

use acceptance::repository;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::OnceLock;

/// A member of the workspace, as its manifest describes it.
pub struct Member {
    pub name: String,
    pub description: String,
    /// The names of what it needs, with the kind: `normal`, `build` or `dev`.
    pub dependencies: Vec<(String, String)>,
    /// Its folder below the root.
    pub folder: String,
}

/// Any package of the dependency tree.
pub struct Package {
    pub name: String,
    pub version: String,
    pub licence: String,
}

pub struct Workspace {
    pub members: BTreeMap<String, Member>,
    /// What ends up in the binaries that are shipped.
    pub shipped: Vec<Package>,
}

pub fn workspace() -> &'static Workspace {
    static WORKSPACE: OnceLock<Workspace> = OnceLock::new();
    WORKSPACE.get_or_init(|| {
        let mut cargo = Command::new(env!("CARGO"));
        let output =
            cargo.args(["metadata", "--format-version", "1", "--locked"]).current_dir(repository()).output();
        let output = output.expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let members = answer["workspace_members"].as_array().unwrap();
        let members: BTreeMap<String, Member> = packages(&answer)
            .filter(|package| members.contains(&package["id"]))
            .map(|package| (text(&package["name"]), member(package)))
            .collect();
        let ids: BTreeMap<&str, &Value> =
            packages(&answer).map(|one| (one["id"].as_str().unwrap(), one)).collect();
        let shipped = reached(&answer, &["coffer-app", "coffer-cli"]);
        let shipped = shipped.into_iter().map(|id| package(ids[id])).collect();
        Workspace { members, shipped }
    })
}

fn packages(answer: &Value) -> impl Iterator<Item = &Value> {
    answer["packages"].as_array().unwrap().iter()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn member(package: &Value) -> Member {
    let manifest = text(&package["manifest_path"]);
    let folder = manifest.strip_suffix("Cargo.toml").unwrap();
    let root = format!("{}/", repository().display());
    let dependencies = package["dependencies"].as_array().unwrap().iter();
    Member {
        name: text(&package["name"]),
        description: text(&package["description"]),
        dependencies: dependencies
            .map(|one| (text(&one["name"]), one["kind"].as_str().unwrap_or("normal").to_owned()))
            .collect(),
        folder: folder.strip_prefix(&root).unwrap().trim_end_matches('/').to_owned(),
    }
}

fn package(package: &Value) -> Package {
    let licence = match package["license"].as_str() {
        Some(expression) => expression.to_owned(),
        None => format!("a file: {}", package["license_file"]),
    };
    Package { name: text(&package["name"]), version: text(&package["version"]), licence }
}

/// The ids of everything that the named packages are built from, without what only builds or tests them.
fn reached<'a>(answer: &'a Value, roots: &[&str]) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Value> = answer["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let named = |package: &&Value| roots.contains(&package["name"].as_str().unwrap());
    let mut waiting: Vec<&str> =
        packages(answer).filter(named).map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(waiting.len(), roots.len());
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !reached.insert(id) {
            continue;
        }
        for dependency in nodes[id]["deps"].as_array().unwrap() {
            let kinds = dependency["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                waiting.push(dependency["pkg"].as_str().unwrap());
            }
        }
    }
    reached
}
