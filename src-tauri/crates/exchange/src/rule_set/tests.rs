use super::*;

const FOOD: AccountId = AccountId(1);
const HOME: AccountId = AccountId(2);

fn rule(id: i64, conditions: Vec<Condition>) -> Rule {
    Rule {
        id: RuleId(id),
        name: format!("rule {id}"),
        enabled: true,
        position: id,
        join: Join::All,
        conditions,
        actions: vec![Action::Category { account: FOOD }],
    }
}

fn text(field: TextField, test: TextTest, value: &str) -> Condition {
    Condition::Text { field, test, value: value.into() }
}

fn row<'a>(payee: &'a str, description: &'a str, amount: &str) -> RuleRow<'a> {
    RuleRow {
        payee,
        description,
        note: "trip",
        amount: amount.parse().unwrap(),
        commodity: "THB",
        account: HOME,
    }
}

#[test]
fn each_condition_holds_for_the_rows_it_describes() {
    use TextField::{Description, Note, Payee};
    use TextTest::{Contains, Equals, Matches, StartsWith};
    let number = |text: &str| Some(text.parse().unwrap());
    let amount =
        |from: &str, to: &str, signed| Condition::Amount { from: number(from), to: number(to), signed };
    let row = row("Palma Mkt", "POS กาแฟดอยสูง-Café 12", "-60.50");
    for (condition, holds) in [
        (text(Payee, Contains, "PALMA"), true),
        (text(Payee, Contains, "ALMA M"), true),
        (text(Payee, Equals, "palma"), false),
        (text(Payee, Equals, "palma-mkt!"), true),
        (text(Payee, StartsWith, "palma"), true),
        (text(Payee, StartsWith, "mkt"), false),
        (text(Description, Contains, "กาแฟ"), true),
        (text(Description, Contains, "กาแฟดอยสูง cafe"), true),
        (text(Description, Contains, "palma"), false),
        (text(Description, Matches, r"^pos .*\d{2}$"), true),
        (text(Description, Matches, "ดอยสูง|never"), true),
        (text(Description, Matches, r"^\d"), false),
        (text(Note, Equals, "Trip"), true),
        (amount("-61", "-60", true), true),
        (amount("60", "61", true), false),
        (amount("60", "61", false), true),
        (amount("60.50", "60.50", false), true),
        (Condition::Amount { from: number("60.51"), to: None, signed: false }, false),
        (Condition::Amount { from: None, to: number("0"), signed: true }, true),
        (Condition::Commodity { code: "thb".into() }, true),
        (Condition::Commodity { code: "USD".into() }, false),
        (Condition::Account { account: HOME }, true),
        (Condition::Account { account: FOOD }, false),
        (Condition::Direction { direction: Direction::Out }, true),
        (Condition::Direction { direction: Direction::In }, false),
    ] {
        let rules = RuleSet::new(&[rule(1, vec![condition.clone()])]).unwrap();
        assert_eq!(rules.decide(&row).counterpart.is_some(), holds, "{condition:?}");
    }
}

#[test]
fn conditions_join_by_all_or_any() {
    let conditions = vec![
        text(TextField::Payee, TextTest::Contains, "palma"),
        Condition::Commodity { code: "USD".into() },
    ];
    let all = rule(1, conditions.clone());
    let any = Rule { join: Join::Any, ..rule(2, conditions) };
    let rules = RuleSet::new(&[all, any]).unwrap();
    assert_eq!(rules.decide(&row("Palma", "", "1")).rules, [RuleId(2)]);
}

#[test]
fn the_first_rule_decides_and_labels_add_up() {
    let category = |account| Action::Category { account };
    let tags = |name: &str| Action::Tags { names: vec![name.into()] };
    let when = || vec![text(TextField::Payee, TextTest::Contains, "palma")];
    let first = Rule { actions: vec![category(FOOD), tags("a")], position: 1, ..rule(9, when()) };
    let second = Rule {
        actions: vec![
            Action::Transfer { account: HOME },
            tags("b"),
            tags("a"),
            Action::Payee { name: "Palma".into() },
            Action::Note { text: "n".into() },
        ],
        position: 2,
        ..rule(3, when())
    };
    let off = Rule { enabled: false, position: 0, actions: vec![category(HOME)], ..rule(4, when()) };
    let outcome = RuleSet::new(&[off, second, first]).unwrap().decide(&row("PALMA", "", "1"));
    let expected = RuleOutcome {
        counterpart: Some(Decided { value: Counterpart::Category(FOOD), rule: RuleId(9) }),
        payee: Some(Decided { value: "Palma".into(), rule: RuleId(3) }),
        note: Some(Decided { value: "n".into(), rule: RuleId(3) }),
        tags: vec!["a".into(), "b".into()],
        rules: vec![RuleId(9), RuleId(3)],
    };
    assert_eq!(outcome, expected);
}

#[test]
fn rules_that_cannot_be_used_are_named() {
    let name = || "rule 1".to_owned();
    let long = "x".repeat(1001);
    for (conditions, expected) in [
        (vec![], RuleError::NoCondition { name: name() }),
        (
            vec![text(TextField::Payee, TextTest::Contains, "* ")],
            RuleError::NoWord { name: name(), value: "* ".into() },
        ),
        (
            vec![text(TextField::Payee, TextTest::Equals, &long)],
            RuleError::TooLong { name: name(), found: 1001, limit: 1000 },
        ),
    ] {
        let rule = rule(1, conditions);
        assert_eq!(rule.check(), Err(expected));
    }
    for pattern in ["(", "(((a{1000}){1000}){1000})"] {
        let error = rule(1, vec![text(TextField::Payee, TextTest::Matches, pattern)]).check();
        assert!(matches!(error, Err(RuleError::Pattern { .. })), "{error:?}");
    }
}

#[test]
fn a_rule_that_cannot_be_used_leaves_the_others_alone() {
    let look_for = |test, value| vec![text(TextField::Payee, test, value)];
    let rules = [
        rule(1, vec![]),
        rule(2, look_for(TextTest::Contains, "palma")),
        rule(3, look_for(TextTest::Matches, "(")),
        rule(4, look_for(TextTest::Matches, "^pal")),
        rule(5, look_for(TextTest::Contains, "*")),
        rule(6, look_for(TextTest::Matches, "ma$")),
    ];
    let found = RuleSet::new(&rules).unwrap().decide(&row("Palma", "", "1")).rules;
    assert_eq!(found, [RuleId(2), RuleId(4), RuleId(6)]);
}
