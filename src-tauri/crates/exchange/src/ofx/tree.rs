//! OFX as a tree, with the closing tags that are missing put back.

use super::token::{Token, Tokens, unescape};
use crate::FileError;

/// The deepest nesting taken for a statement; the deepest in the standard is nine.
const DEEPEST: usize = 64;

/// An element of the file: an aggregate with elements inside, or a field with a value.
#[derive(Debug, Clone, Copy)]
struct Node<'a> {
    name: &'a str,
    value: &'a str,
    line: u32,
    /// One past the last element inside. In the order of the file, an element's insides follow it.
    end: usize,
}

/// The elements of a file in the order of the file.
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
}

/// One element of a tree.
#[derive(Clone, Copy)]
pub(super) struct Element<'t> {
    tree: &'t Tree<'t>,
    index: usize,
}

/// How far down an aggregate belongs. One that opens closes all that are open at its own depth or further down, which
/// puts back closing tags that are missing. Aggregates without a depth of their own may be anywhere.
fn depth(name: &str) -> Option<u8> {
    Some(match name {
        "OFX" => 0,
        "BANKTRANLIST" | "BANKTRANLISTP" | "INVTRANLIST" | "LEDGERBAL" | "AVAILBAL" | "BALLIST"
        | "INVPOSLIST" | "INVBAL" | "INVOOLIST" | "SECLIST" => 4,
        "STMTTRN" | "STMTTRNP" => 6,
        "INVBANKTRAN" | "INCOME" | "REINVEST" | "TRANSFER" | "JRNLFUND" | "JRNLSEC" | "RETOFCAP"
        | "INVEXPENSE" | "MARGININTEREST" | "SPLIT" | "CLOSUREOPT" | "BUYDEBT" | "BUYMF" | "BUYOPT"
        | "BUYOTHER" | "BUYSTOCK" | "SELLDEBT" | "SELLMF" | "SELLOPT" | "SELLOTHER" | "SELLSTOCK" => 5,
        "STMTRS" | "CCSTMTRS" | "INVSTMTRS" | "INTRARS" | "INTERRS" => 3,
        _ if name.ends_with("MSGSRSV1") || name.ends_with("MSGSRSV2") => 1,
        _ if name.ends_with("TRNRS") => 2,
        _ => return None,
    })
}

/// An element whose closing tag has not been seen.
struct Open {
    index: usize,
    depth: Option<u8>,
}

impl<'a> Tree<'a> {
    /// The tree of `text` from its byte `start`.
    ///
    /// # Errors
    /// [`FileError::Malformed`] where no statement could go on like this.
    pub fn read(text: &'a str, start: usize) -> Result<Self, FileError> {
        let mut tokens = Tokens::new(text, start);
        let mut tree = Self { nodes: Vec::new() };
        let mut open: Vec<Open> = Vec::new();
        while let Some((token, line)) = tokens.next()? {
            match token {
                Token::Open { name, closed } => {
                    tree.leave_field(&mut open);
                    let depth = depth(name);
                    if let Some(depth) = depth {
                        tree.leave_for(depth, &mut open);
                    }
                    let index = tree.nodes.len();
                    tree.nodes.push(Node { name, value: "", line, end: index + 1 });
                    if !closed {
                        open.push(Open { index, depth });
                    }
                    if open.len() > DEEPEST {
                        let what = format!("elements inside one another {DEEPEST} deep");
                        return Err(FileError::Malformed { line, what });
                    }
                }
                Token::Close { name } => {
                    if let Some(from) =
                        open.iter().rposition(|element| tree.nodes[element.index].name == name)
                    {
                        tree.leave(from, &mut open, true);
                    }
                }
                Token::Value(value) => {
                    let last = open.last().map(|element| element.index);
                    // Text behind the elements of an aggregate belongs to nothing.
                    let field = last.filter(|index| index + 1 == tree.nodes.len());
                    if let Some(node) = field.map(|index| &mut tree.nodes[index])
                        && node.value.is_empty()
                    {
                        node.value = value;
                    }
                }
            }
        }
        tree.leave(0, &mut open, false);
        Ok(tree)
    }

    /// A field ends where the next tag opens.
    fn leave_field(&mut self, open: &mut Vec<Open>) {
        if open.last().is_some_and(|element| !self.nodes[element.index].value.is_empty()) {
            open.pop();
        }
    }

    /// Leaves what cannot hold an aggregate of this depth.
    fn leave_for(&mut self, depth: u8, open: &mut Vec<Open>) {
        if let Some(from) = open.iter().position(|element| element.depth.is_some_and(|open| open >= depth)) {
            self.leave(from, open, false);
        }
    }

    /// Closes the open elements from the `from`th on. One without a closing tag was an empty field, unless its name
    /// is known to be an aggregate's: what seemed to be inside it follows it.
    fn leave(&mut self, from: usize, open: &mut Vec<Open>, closing_tag: bool) {
        let end = self.nodes.len();
        for (position, element) in open.drain(from..).enumerate() {
            let closed = closing_tag && position == 0;
            if closed || element.depth.is_some() || holds_fields(self.nodes[element.index].name) {
                self.nodes[element.index].end = end;
            }
        }
    }

    /// Every element with one of these names, none of them inside another found.
    pub fn all<'t>(&'t self, names: &'t [&str]) -> impl Iterator<Item = Element<'t>> {
        found(self, 0, self.nodes.len(), names)
    }
}

/// Aggregates without a depth that a statement needs even where their closing tag is missing.
fn holds_fields(name: &str) -> bool {
    name.ends_with("ACCTFROM")
        || name.ends_with("ACCTTO")
        || matches!(
            name,
            "PAYEE" | "CURRENCY" | "ORIGCURRENCY" | "STATUS" | "SECID" | "INVTRAN" | "SECINFO" | "FI"
        )
}

fn found<'t>(
    tree: &'t Tree<'t>,
    from: usize,
    end: usize,
    names: &'t [&str],
) -> impl Iterator<Item = Element<'t>> {
    let mut next = from;
    std::iter::from_fn(move || {
        while next < end {
            let index = next;
            if names.contains(&tree.nodes[index].name) {
                next = tree.nodes[index].end;
                return Some(Element { tree, index });
            }
            next += 1;
        }
        None
    })
}

impl<'t> Element<'t> {
    fn node(self) -> &'t Node<'t> {
        &self.tree.nodes[self.index]
    }

    /// The name of its tag.
    pub fn name(self) -> &'t str {
        self.node().name
    }

    /// The line of its tag, counted from 1.
    pub fn line(self) -> u32 {
        self.node().line
    }

    /// The elements directly inside it.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            let index = next;
            let inside = index < self.node().end;
            inside.then(|| {
                next = self.tree.nodes[index].end;
                Self { tree: self.tree, index }
            })
        })
    }

    /// Every element inside it, at any depth, with one of these names.
    pub fn all(self, names: &'t [&str]) -> impl Iterator<Item = Self> {
        found(self.tree, self.index + 1, self.node().end, names)
    }

    /// The first element inside it, at any depth, with this name.
    pub fn find(self, name: &str) -> Option<Self> {
        let inside = self.index + 1..self.node().end;
        inside
            .into_iter()
            .find(|index| self.tree.nodes[*index].name == name)
            .map(|index| Self { index, ..self })
    }

    /// The value of the field `name` directly inside it, unescaped, its blanks folded; `None` without one that is
    /// not blank.
    pub fn text(self, name: &str) -> Option<String> {
        self.children()
            .find(|child| child.name() == name && !child.node().value.is_empty())
            .and_then(Self::value)
    }

    /// Like [`Element::text`], for a field at any depth.
    pub fn text_within(self, name: &str) -> Option<String> {
        self.text(name).or_else(|| {
            let inside = &self.tree.nodes[self.index + 1..self.node().end];
            let position = inside.iter().position(|node| node.name == name && !node.value.is_empty())?;
            Self { index: self.index + 1 + position, ..self }.value()
        })
    }

    /// The value as the file writes it, entities escaped; empty for an aggregate.
    pub fn raw(self) -> &'t str {
        self.node().value
    }

    fn value(self) -> Option<String> {
        let value = unescape(self.node().value);
        let mut words = value.split_whitespace();
        let mut folded = words.next()?.to_owned();
        for word in words {
            folded.push(' ');
            folded.push_str(word);
        }
        Some(folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as nested text: `A(B=1 C=2)`.
    fn shape(text: &str) -> String {
        fn write(element: Element<'_>) -> String {
            let inside: Vec<String> = element.children().map(write).collect();
            let value = if element.node().value.is_empty() {
                String::new()
            } else {
                format!("={}", element.node().value)
            };
            let inside = if inside.is_empty() { String::new() } else { format!("({})", inside.join(" ")) };
            format!("{}{value}{inside}", element.name())
        }
        let tree = Tree::read(text, 0).unwrap();
        tree.all(&["OFX"]).map(write).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn missing_closing_tags_are_put_back() {
        for (text, expected) in [
            ("<OFX><STMTRS><CURDEF>USD<X>1</STMTRS></OFX>", "OFX(STMTRS(CURDEF=USD X=1))"),
            ("<OFX><STMTRS><CURDEF>USD</CURDEF><X>1</X></STMTRS></OFX>", "OFX(STMTRS(CURDEF=USD X=1))"),
            ("<OFX><LEDGERBAL><BALAMT><DTASOF>2</LEDGERBAL>", "OFX(LEDGERBAL(BALAMT DTASOF=2))"),
            (
                "<OFX><BANKTRANLIST><STMTTRN><A>1<STMTTRN><A>2<LEDGERBAL><B>3",
                "OFX(BANKTRANLIST(STMTTRN(A=1) STMTTRN(A=2)) LEDGERBAL(B=3))",
            ),
            ("<OFX><STATUS><CODE>0<CODE><SEVERITY>I</STATUS><A>1", "OFX(STATUS(CODE=0 CODE SEVERITY=I) A=1)"),
            ("<OFX><A></B><C>1</A></OFX>", "OFX(A(C=1))"),
            ("<OFX><A/><MEMO></MEMO><B>1", "OFX(A MEMO B=1)"),
            ("<OFX><OWN.THING><A>1</OWN.THING><B>2", "OFX(OWN.THING(A=1) B=2)"),
            ("<OFX><STMTTRN>*cut*</STMTTRN>loose<A>1", "OFX(STMTTRN=*cut* A=1)"),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let error = Tree::read(&"<A>".repeat(65), 0).err();
        assert!(matches!(error, Some(FileError::Malformed { line: 1, .. })), "{error:?}");
    }
}
