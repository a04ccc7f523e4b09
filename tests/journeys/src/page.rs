//! The window as a person meets it: things with a role and a name, texts, keys, pictures.

use crate::Words;
use acceptance::repository;
use fantoccini::Client;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How long the window may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(50);
/// The member of an answer that names an element, by the WebDriver standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The one window of the app.
pub struct Page {
    client: Client,
    /// What it says, in its language.
    pub words: Words,
}

impl Page {
    pub(crate) async fn new(client: Client, words: Words) -> Self {
        let page = Self { client, words };
        page.size(1280, 820).await;
        page
    }

    /// Makes the window this large, in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) {
        self.client.set_window_rect(0, 0, width, height).await.expect("a window can be resized");
    }

    /// Waits for a thing with this role and name.
    ///
    /// # Panics
    /// When it does not come; says what else is there.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.wait(role, name, false).await
    }

    /// Waits for a thing whose name has this in it.
    ///
    /// # Panics
    /// As [`Page::find`].
    pub async fn find_part(&self, role: &str, name: &str) -> Element {
        self.wait(role, name, true).await
    }

    /// The element that a script finds, once it does: with what it answers, `null` until then.
    ///
    /// # Panics
    /// When it finds none.
    pub async fn find_by(&self, script: &str, arguments: Vec<Value>) -> Element {
        let found = self.ask(script, arguments, |answer| answer[ELEMENT].is_string()).await;
        let id = found[ELEMENT].as_str().expect("it was looked for").to_owned();
        Element::from_element_id(self.client.clone(), ElementRef::from(id))
    }

    /// What a script in the page answers, once that holds.
    ///
    /// # Panics
    /// When it never does; says what it answers instead.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>, holds: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = self.run(script, arguments.clone()).await;
            if holds(&answer) {
                return answer;
            }
            if Instant::now() > deadline {
                self.picture("failure").await;
                panic!("{script}\nwith {arguments:?} answers {answer:#}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Whether there is a thing with this role and name now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.look(role, name, false).await.is_ok()
    }

    /// Clicks the thing with this role and the name that the catalogue has under `key`.
    pub async fn click(&self, role: &str, key: &str) {
        self.click_named(role, &self.words.of(key)).await;
    }

    /// Clicks the thing with this role and name.
    pub async fn click_named(&self, role: &str, name: &str) {
        self.press(role, name, false).await;
    }

    /// Clicks the thing with this role whose name has this in it.
    pub async fn click_part(&self, role: &str, name: &str) {
        self.press(role, name, true).await;
    }

    /// Replaces what is in the field that the catalogue names under `key`.
    pub async fn fill(&self, key: &str, text: &str) {
        self.fill_named(&self.words.of(key), text).await;
    }

    /// Replaces what is in the field with this name.
    pub async fn fill_named(&self, name: &str, text: &str) {
        let field = self.find("textbox", name).await;
        field.click().await.expect("a field takes the focus");
        self.keys("mod+a").await;
        field.send_keys(text).await.expect("a field takes text");
    }

    /// Hands a file to the field that takes files.
    pub async fn hand_over(&self, path: &Path) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let field = self.client.find(fantoccini::Locator::Css("input[type=file]")).await;
            let handed = match field {
                Ok(field) => field.send_keys(&path.display().to_string()).await,
                Err(error) => Err(error),
            };
            match handed {
                Ok(()) => return,
                Err(error) => assert!(Instant::now() < deadline, "no field takes the file: {error}"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Presses keys together: `mod+z`, `Enter`, `j`.
    pub async fn keys(&self, chord: &str) {
        let keys: Vec<char> = chord.split('+').map(key).collect();
        let mut actions = KeyActions::new("keyboard".into());
        for &value in &keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("keys can be pressed");
    }

    /// Takes hold of one thing with the pointer, pulls it onto another and lets go.
    pub async fn drag(&self, from: &Element, to: &Element) {
        let over = |element: &Element| PointerAction::MoveToElement {
            element: element.clone(),
            duration: Some(Duration::from_millis(100)),
            x: 0.0,
            y: 0.0,
        };
        let pull = MouseActions::new("mouse".into())
            .then(over(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(over(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(pull).await.expect("the pointer can be moved");
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".into());
        for value in text.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("keys can be pressed");
    }

    /// Waits until the window shows what the catalogue has under `key`.
    pub async fn see(&self, key: &str) {
        self.see_text(&self.words.of(key)).await;
    }

    /// Waits until the window shows this text.
    ///
    /// # Panics
    /// When it does not come; says what is there instead.
    pub async fn see_text(&self, text: &str) {
        let seen = self.until(|shown| shown.contains(text)).await;
        assert!(seen.is_ok(), "“{text}” is not in the window, but\n{}", seen.unwrap_err());
    }

    /// Waits until the window shows this text no more.
    ///
    /// # Panics
    /// When it stays.
    pub async fn see_no(&self, text: &str) {
        let gone = self.until(|shown| !shown.contains(text)).await;
        assert!(gone.is_ok(), "“{text}” is still in the window:\n{}", gone.unwrap_err());
    }

    /// All that the window shows, as text; fields with what is in them.
    pub async fn text(&self) -> String {
        let script = "return document.body.innerText + '\\n' + [...document.querySelectorAll('input')].map((input) => input.value).join('\\n')";
        let answer = self.run(script, vec![]).await;
        answer.as_str().expect("text is text").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Goes to a place of the app by its address, as a link there would.
    pub async fn go(&self, path: &str) {
        let script = "const link = document.createElement('a'); link.href = arguments[0]; \
                      document.querySelector('main')?.append(link) ?? document.body.append(link); link.click(); link.remove()";
        self.run(script, vec![json!(path)]).await;
        let deadline = Instant::now() + PATIENCE;
        let place = path.split('?').next().unwrap_or_default();
        while self.run("return location.pathname", vec![]).await != json!(place) {
            assert!(Instant::now() < deadline, "the window does not go to {path}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Runs a script in the page.
    ///
    /// # Panics
    /// When it throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Keeps a picture of the window in `target/journeys`.
    pub async fn picture(&self, name: &str) {
        let folder = repository().join("target/journeys");
        std::fs::create_dir_all(&folder).expect("target is ours");
        let picture = self.client.screenshot().await.expect("the window can be pictured");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("target is ours");
    }

    /// What axe-core finds serious or critical, one line each.
    pub async fn barriers(&self) -> Vec<String> {
        self.bring_axe().await;
        let script = "const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ['violations'] }).then(
              (found) => done(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))
                .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`))),
              (error) => done([String(error)]))";
        let found = self.client.execute_async(script, vec![]).await.expect("axe-core runs");
        let lines = found.as_array().expect("a list of findings").iter();
        lines.map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Nothing on this screen stands in anybody's way; a picture of it is kept.
    ///
    /// # Panics
    /// When axe-core finds something serious.
    pub async fn accessible(&self, screen: &str) {
        self.picture(&format!("{screen}-{}", self.words.code())).await;
        assert_eq!(self.barriers().await, Vec::<String>::new(), "on the screen “{screen}”");
    }

    /// From the welcome to the overview of sample books.
    pub async fn explore_sample_books(&self) {
        self.click_named("radio", self.words.own_name()).await;
        self.click("button", "common.continue").await;
        self.click_part("button", &self.words.of("welcome.sample")).await;
        self.see("overview.title").await;
        self.find("navigation", &self.words.of("frame.navigation")).await;
    }

    async fn until(&self, holds: impl Fn(&str) -> bool) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let shown = self.text().await;
            if holds(&shown) {
                return Ok(());
            }
            if Instant::now() > deadline {
                self.picture("failure").await;
                return Err(shown);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Brings axe-core into the page, unless it is there since the page was loaded.
    async fn bring_axe(&self) {
        if self.run("return typeof axe", vec![]).await == json!("undefined") {
            self.run(axe(), vec![]).await;
        }
    }

    async fn press(&self, role: &str, name: &str, part: bool) {
        let deadline = Instant::now() + PATIENCE;
        // What moves or is replaced between the finding and the click is found again.
        while let Err(error) = self.wait(role, name, part).await.click().await {
            if Instant::now() > deadline {
                self.picture("failure").await;
                panic!("the {role} “{name}” cannot be clicked: {error}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn wait(&self, role: &str, name: &str, part: bool) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.look(role, name, part).await {
                Ok(element) => return element,
                Err(names) if Instant::now() > deadline => {
                    self.picture("failure").await;
                    panic!("there is no {role} “{name}”, but these: {names}");
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// The thing with this role and name, else the names of those with this role.
    async fn look(&self, role: &str, name: &str, part: bool) -> Result<Element, Value> {
        self.bring_axe().await;
        let arguments = vec![json!(role), json!(name), json!(part)];
        let answer = self.run(include_str!("find.js"), arguments).await;
        match answer["element"][ELEMENT].as_str() {
            Some(id) => Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))),
            None => Err(answer["names"].clone()),
        }
    }
}

/// The source of axe-core, as the interface's packages have it.
fn axe() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = repository().join("ui/node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(file).expect("the interface's packages are installed")
    })
}

fn key(name: &str) -> char {
    match name {
        "mod" => Key::Control.into(),
        "shift" => Key::Shift.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Delete" => Key::Delete.into(),
        "Space" => ' ',
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        letter => letter.chars().next().expect("a key has a name"),
    }
}
