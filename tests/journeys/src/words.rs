//! What the window says, taken from its own catalogue, so that a journey reads the same in both languages.

use acceptance::repository;
use serde_json::Value;
use std::process::Command;
use std::sync::OnceLock;

/// A language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Thai.
    Thai,
}

/// The texts of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words(pub Language);

impl Words {
    /// The text with this name, as the catalogue has it.
    ///
    /// # Panics
    /// When there is none.
    pub fn of(self, key: &str) -> String {
        let text = self.entry(key);
        text.as_str().unwrap_or_else(|| panic!("the catalogue has no plain text “{key}”: {text}")).to_owned()
    }

    /// The text with this name as it is written with this number.
    ///
    /// # Panics
    /// When the text has no such form.
    pub fn counted(self, key: &str, count: u32) -> String {
        let text = self.entry(key);
        let form = if count == 1 && !text["one"].is_null() { "one" } else { "other" };
        let form = text[form].as_str().or(text.as_str());
        form.unwrap_or_else(|| panic!("“{key}” has no form for {count}: {text}"))
            .replace("{count}", &count.to_string())
    }

    /// The language's code: `en`, `th`.
    pub fn code(self) -> &'static str {
        match self.0 {
            Language::English => "en",
            Language::Thai => "th",
        }
    }

    /// What the language calls itself, as the choice of languages says it.
    pub fn own_name(self) -> &'static str {
        match self.0 {
            Language::English => "English",
            Language::Thai => "ไทย",
        }
    }

    fn entry(self, key: &str) -> &'static Value {
        &catalogue()[key][self.code()]
    }

    /// The same with its places filled in.
    pub fn with(self, key: &str, places: &[(&str, &str)]) -> String {
        places.iter().fold(self.of(key), |text, (place, value)| text.replace(&format!("{{{place}}}"), value))
    }
}

fn catalogue() -> &'static Value {
    static CATALOGUE: OnceLock<Value> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let print = "import('./src/i18n/catalogue.ts').then((module) => console.log(JSON.stringify(module.catalogue)))";
        let mut node = Command::new(repository().join("ui/node_modules/.bin/node"));
        let output = node.args(["--no-warnings", "-e", print]).current_dir(repository().join("ui")).output();
        let output = output.expect("the interface's packages are installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("the catalogue prints as JSON")
    })
}
