//! Problems: which, where, and what to do about them.

use super::*;

/// One row: expression, key of the message, the text under the caret, key of the hint.
type Row = (&'static str, &'static str, &'static str, &'static str);

fn check(place: Place, rows: &[Row]) {
    for (source, key, under, hint) in rows {
        let errors = compile(source, &place).expect_err(source);
        let found: Vec<_> = errors
            .iter()
            .map(|error| (error.message.key, &source[error.span.clone()], error.hint.as_ref().map_or("", |h| h.key)))
            .collect();
        assert_eq!(found, [(*key, *under, *hint)], "{source}");
    }
}

#[test]
fn problems_of_form() {
    check(
        Place::Constraint,
        &[
            ("", "expr-empty", "", ""),
            ("  ", "expr-empty", "  ", ""),
            ("'abc", "expr-unclosed-text", "'", ""),
            ("${F8 = 1", "expr-unclosed-reference", "${", ""),
            ("${F8 = ${INF5}", "expr-unclosed-reference", "${", ""),
            ("1 + ${ }", "expr-empty-reference", "${ }", ""),
            ("1 == 1", "expr-unexpected-character", "==", "expr-hint-write"),
            ("1 && 1", "expr-unexpected-character", "&&", "expr-hint-write"),
            ("1 ≤ 2", "expr-unexpected-character", "≤", "expr-hint-write"),
            ("! 1", "expr-unexpected-character", "!", "expr-hint-write"),
            ("“a”", "expr-unexpected-character", "“", "expr-hint-write"),
            ("4 / 2", "expr-unexpected-character", "/", "expr-hint-write"),
            ("4 # 2", "expr-unexpected-character", "#", ""),
            ("/data/q = 1", "expr-path", "/", "expr-hint-write"),
            ("../q = 1", "expr-path", "..", "expr-hint-write"),
            ("1 + * 2", "expr-expected-value", "*", ""),
            ("if(1, , 2)", "expr-expected-value", ",", ""),
            ("1 2", "expr-expected-operator", "2", ""),
            ("1 AND 2", "expr-expected-operator", "AND", "expr-hint-write"),
            ("1 +", "expr-unexpected-end", "", ""),
            ("(1 + (2)", "expr-unclosed-parenthesis", "(", ""),
            ("round(1", "expr-unclosed-parenthesis", "(", ""),
            ("(1) + 2)", "expr-unopened-parenthesis", ")", ""),
        ],
    );
}

#[test]
fn problems_of_names() {
    check(
        Place::Constraint,
        &[
            ("${F9} != ''", "expr-unknown-question", "${F9}", "expr-hint-nearest"),
            ("${something} != ''", "expr-unknown-question", "${something}", ""),
            ("F8 = 'no'", "expr-unknown-name", "F8", "expr-hint-write"),
            ("${F8} = no", "expr-unknown-name", "no", "expr-hint-write"),
            ("true", "expr-unknown-name", "true", "expr-hint-write"),
            ("country = 'UZ'", "expr-unknown-name", "country", "expr-hint-write"),
            ("cout-selected(${INF3})", "expr-unknown-function", "cout-selected(${INF3})", "expr-hint-nearest"),
            ("frobnicate()", "expr-unknown-function", "frobnicate()", ""),
            ("random()", "expr-unknown-function", "random()", "expr-not-offered-random"),
            ("once(1)", "expr-unknown-function", "once(1)", "expr-not-offered-random"),
            ("count(${INF3})", "expr-unknown-function", "count(${INF3})", "expr-not-offered-nodes"),
            ("pulldata('a')", "expr-unknown-function", "pulldata('a')", "expr-not-offered-other"),
            ("score('INF') < 40", "expr-no-scores", "score('INF')", ""),
            ("status(${F8}) = 'open'", "expr-no-scores", "status(${F8})", ""),
        ],
    );
    check(Place::Filter, &[(". > 1", "expr-no-current", ".", "")]);
    check(
        Place::Recommendation,
        &[
            ("score('INV') < 40", "expr-unknown-area", "'INV'", ""),
            ("score(${F8}) < 40", "expr-needs-area", "${F8}", ""),
            ("status('F8') = 'open'", "expr-needs-question", "'F8'", ""),
            ("status(${F8}) = 'opened'", "expr-unknown-status", "'opened'", "expr-hint-nearest"),
            ("'?' != status(${F8})", "expr-unknown-status", "'?'", "expr-hint-values"),
        ],
    );
}

#[test]
fn problems_of_arguments() {
    check(
        Place::Constraint,
        &[
            ("round()", "expr-too-few-arguments", "round()", ""),
            ("round(1, 2, 3)", "expr-too-many-arguments", "round(1, 2, 3)", ""),
            ("today(1) > .", "expr-too-many-arguments", "today(1)", ""),
            ("if(., 1)", "expr-too-few-arguments", "if(., 1)", ""),
            ("coalesce(., 1, 2)", "expr-too-many-arguments", "coalesce(., 1, 2)", ""),
            ("concat()", "expr-too-few-arguments", "concat()", ""),
            ("join()", "expr-too-few-arguments", "join()", ""),
            ("weighted-checklist(1, 2, .)", "expr-unpaired-arguments", "weighted-checklist(1, 2, .)", ""),
            ("sum(1, ${staff})", "expr-needs-question", "1", ""),
            ("count-non-empty(.)", "expr-needs-question", ".", ""),
            ("jr:choice-name(., 'F8')", "expr-needs-question", "'F8'", ""),
            ("jr:choice-name(., '${F9}')", "expr-unknown-question", "'${F9}'", "expr-hint-nearest"),
            ("jr:choice-name(., ${staff})", "expr-needs-choices", "${staff}", ""),
            ("regex(., '[a-')", "expr-bad-pattern", "'[a-'", "expr-hint-pattern"),
            ("regex(., '(((a{99}){99}){99}){99}')", "expr-pattern-too-big", "'(((a{99}){99}){99}){99}'", ""),
            ("date('31.12.2026') > .", "expr-bad-date", "'31.12.2026'", "expr-hint-date"),
            ("format-date(., '%d.%m.%X')", "expr-bad-date-code", "'%d.%m.%X'", "expr-hint-date-codes"),
            ("round('many')", "expr-text-not-number", "'many'", ""),
            ("sum(${F8})", "expr-choice-not-number", "${F8}", ""),
        ],
    );
    check(Place::Filter, &[("string-length() > 1", "expr-too-few-arguments", "string-length()", "")]);
}

#[test]
fn problems_of_values_that_never_match() {
    check(
        Place::Constraint,
        &[
            ("${F8} = 'nope'", "expr-unknown-choice", "'nope'", "expr-hint-values"),
            ("${F8} != 'never'", "expr-unknown-choice", "'never'", "expr-hint-values"),
            ("'plannd' = ${F8}", "expr-unknown-choice", "'plannd'", "expr-hint-nearest"),
            ("${F8} = 1", "expr-unknown-choice", "1", "expr-hint-values"),
            ("selected(${INF3}, 'suplier')", "expr-unknown-choice", "'suplier'", "expr-hint-nearest"),
            ("selected(${F8}, 'maybe')", "expr-unknown-choice", "'maybe'", "expr-hint-values"),
            ("selected(${INF3}, 'supplier none')", "expr-unknown-choice", "'supplier none'", "expr-hint-values"),
            ("${INF3} = 'supplier bank'", "expr-unknown-choice", "'supplier bank'", "expr-hint-values"),
            ("${INF5} = 7", "expr-unknown-choice", "7", "expr-hint-values"),
            ("${INF5} = 'high'", "expr-unknown-choice", "'high'", "expr-hint-values"),
            ("${INF5} > 4", "expr-out-of-reach", "4", "expr-hint-values"),
            ("0 > ${INF5}", "expr-out-of-reach", "0", "expr-hint-values"),
            ("${staff} = 'many'", "expr-number-with-text", "'many'", ""),
            ("${staff} > 'many'", "expr-text-not-number", "'many'", ""),
            ("${staff} > ''", "expr-text-not-number", "''", "expr-hint-missing"),
            ("string-length(.) = 'long'", "expr-number-with-text", "'long'", ""),
            ("${founded} = 'yesterday'", "expr-date-with-text", "'yesterday'", "expr-hint-date"),
            ("${founded} > 2020", "expr-date-with-number", "2020", "expr-hint-date"),
            ("today() < 2030", "expr-date-with-number", "2030", "expr-hint-date"),
            ("selected(${INF3}, 'none') = 'true'", "expr-truth-with-text", "'true'", "expr-hint-truth"),
            ("(. > 1) = 'false'", "expr-truth-with-text", "'false'", "expr-hint-truth"),
            ("'abc' + 1", "expr-text-not-number", "'abc'", ""),
            ("${F8} + 1", "expr-choice-not-number", "${F8}", ""),
            ("${F8} > 1", "expr-choice-not-number", "${F8}", ""),
            ("${INF3} > 1", "expr-choices-not-number", "${INF3}", "expr-hint-count-selected"),
            ("-${INF3}", "expr-choices-not-number", "${INF3}", "expr-hint-count-selected"),
        ],
    );
}

#[test]
fn what_can_match_is_no_problem() {
    let sources = [
        "${F8} = ''",
        "${F8} != 'no' and ${F8} != ''",
        "${F8} = ${remark}",
        "${F8}",
        "${INF3} = 'supplier university'",
        "selected(${INF3}, ${F8})",
        "${INF5} = 4 or ${INF5} = '3' or ${INF5} <= 1",
        "${INF5} >= 0 and ${INF5} < 3.5",
        "${staff} = '12' or ${staff} = ''",
        "${founded} > '2020-01-01' or ${founded} = '2020-02-02' or ${founded} = ''",
        "today() - ${founded} > 365",
        "${remark} > 5 or ${remark} = 'x'",
        "if(${F8} = 'yes', ${staff}, 'none') = 'none'",
        "jr:choice-name(${F8}, '${F8}') = 'Yes'",
        "selected(${INF3}, 'none') = true()",
        ". = 'anything'",
    ];
    for source in sources {
        compiled(source, Place::Constraint);
    }
}

#[test]
fn every_problem_is_reported_at_once() {
    let errors = compile("${A} = 1 and nope(${B}) or round() > ${F8}", &Place::Constraint).unwrap_err();
    let keys: Vec<_> = errors.iter().map(|error| error.message.key).collect();
    let expected = [
        "expr-unknown-question",
        "expr-unknown-function",
        "expr-unknown-question",
        "expr-too-few-arguments",
        "expr-choice-not-number",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn messages_name_what_they_are_about() {
    let errors = compile("${F8} = 'plant'", &Place::Constraint).unwrap_err();
    let expected = Message::new("expr-unknown-choice").with("question", "${F8}").with("choice", "plant");
    assert_eq!(errors[0].message, expected);
    let errors = compile("round(1, 2, 3)", &Place::Constraint).unwrap_err();
    let expected =
        Message::new("expr-too-many-arguments").with("function", "round").with("given", 3_usize).with("most", 2_usize);
    assert_eq!(errors[0].message, expected);
}

#[test]
fn length_and_depth_are_limited_and_nothing_overflows() {
    let key = |source: &str| compile(source, &Place::Constraint).map(|_| ()).map_err(|errors| errors[0].message.key);
    let repeated = |open: &str, count: usize, inner: &str, close: &str| {
        format!("{}{inner}{}", open.repeat(count), close.repeat(count))
    };
    assert_eq!(key(&"(".repeat(100_000)), Err("expr-too-long"));
    for open in ["(", "not(", "1+(", "-(", "if(1,2,"] {
        assert_eq!(key(&repeated(open, 1_000, ".", ")")), Err("expr-too-deep"), "{open}");
        // The deepest that is allowed is checked, evaluated and dropped without harm.
        let depth = (1..1_000).rev().find(|depth| key(&repeated(open, *depth, ".", ")")).is_ok()).unwrap();
        assert!(depth >= 100, "{open}");
        drop(eval(&compiled(&repeated(open, depth, ".", ")"), Place::Constraint), &Answers::default()));
    }
    assert_eq!(key(&format!("{}1", "-".repeat(30_000))), Ok(()));
    for operator in [" or .", "+.", "=.", " and.", "mod."] {
        let source = format!(".{}", operator.repeat(30_000 / operator.len()));
        assert_eq!(key(&source), Ok(()), "{operator}");
        drop(eval(&compiled(&source, Place::Constraint), &Answers::default()));
    }
}
