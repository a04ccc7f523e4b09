//! Text of cells on one line.

/// `text` with every run of blanks, line break or `<br>` as one blank.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    push(&mut line, text);
    line
}

/// Appends `cell` to `text`, unless it is there already.
pub(crate) fn append(text: &mut String, cell: &str) {
    if super::profile::is_empty(cell) {
        return;
    }
    if text.is_empty() {
        push(text, cell);
        return;
    }
    let line = one_line(cell);
    if !text.ends_with(&line) && !text.starts_with(&line) {
        text.push(' ');
        text.push_str(&line);
    }
}

fn push(line: &mut String, text: &str) {
    let text = text.trim();
    let mut before = b'x';
    // Most cells are plain already: one look at each letter tells.
    let is_plain = text.bytes().all(|byte| {
        let fits = (b' '..0x7f).contains(&byte) && byte != b'<' && !(byte == b' ' && before == b' ');
        before = byte;
        fits
    });
    if is_plain {
        line.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.find("<br").or_else(|| rest.find("<BR")) {
        words(line, &rest[..at]);
        rest = rest[at..].find('>').map_or("", |end| &rest[at + end + 1..]);
    }
    words(line, rest);
}

fn words(line: &mut String, text: &str) {
    for word in text.split_whitespace() {
        if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        line.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_out_on_one_line() {
        for (text, expected) in [
            ("  a   b\nc ", "a b c"),
            ("a<br/>b<BR>c", "a b c"),
            ("ค่า\u{a0} น้ำ", "ค่า น้ำ"),
            ("a <br", "a"),
            ("", ""),
        ] {
            assert_eq!(one_line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn text_is_not_said_twice() {
        let mut text = String::new();
        for cell in ["CARD", "Shop 12", "-", "Shop 12", "", "Town"] {
            append(&mut text, cell);
        }
        assert_eq!(text, "CARD Shop 12 Town");
    }
}
