//! A small questionnaire counted by hand, and the shipped ones.

use std::fmt::Write;

use super::*;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::generate::generated;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;

const HEAD: &str = r#"
format = 1
id = "small"
version = "1.0.0"
languages = ["ru", "en"]
title = { ru = "Малая анкета", en = "Small" }

[[area]]
id = "A"
weight = 0.5
title = { ru = "Первое", en = "First" }

[[area]]
id = "B"
weight = 0.5
title = { ru = "Второе", en = "Second" }

[[band]]
from = 0
title = { ru = "Всё", en = "All" }

[[facet_group]]
id = "g"
title = { ru = "Группа", en = "Group" }
facets = [{ id = "f", title = { ru = "Грань", en = "Facet" } }, { id = "none", title = { ru = "Пусто", en = "Empty" } }]

[[section]]
id = "s"
title = { ru = "Раздел", en = "Section" }

[[section.question]]
id = "go"
kind = "select_one"
quick = true
label = { ru = "Идём?", en = "Shall we go?" }
choices = [
  { id = "yes", label = { ru = "Да", en = "Yes" } },
  { id = "no", label = { ru = "Нет", en = "No" } },
  { id = "later", label = { ru = "Позже", en = "Later" } },
]

[[section.question]]
id = "number"
kind = "integer"
label = { ru = "Сколько?", en = "How many?" }
relevant = "${go} = 'yes'"
constraint = ". >= 0 and . <= 9"
constraint_message = { ru = "От 0 до 9", en = "From 0 to 9" }

[[section]]
id = "t"
title = { ru = "Ещё", en = "More" }
relevant = "${go} != 'no'"

[[section.question]]
id = "text"
kind = "note"
label = { ru = "Три слова здесь", en = "Three words here" }

[[section.question]]
id = "one"
kind = "level"
area = "A"
facets = ["f"]
quick = true
label = { ru = "Один", en = "One" }
levels = [{ ru = "ноль", en = "none" }, { ru = "всё", en = "all" }]

[[section.question]]
id = "two"
kind = "level"
area = "B"
locus = "environment"
facets = ["f"]
relevant = "${number} > 5 and ${one} = 1"
label = { ru = "Internet", en = "Internet" }
levels = [{ ru = "ноль", en = "none" }, { ru = "всё", en = "all" }]

[[section.question]]
id = "three"
kind = "decimal"
area = "B"
relevant = "${number} <= 5"
label = { ru = "Три", en = "Three" }
unit = { ru = "%", en = "%" }
score = { worst = 0, best = 1 }

[[recommendation]]
id = "r1"
items = ["one"]
effort = 1
horizon = "0-3"
addressee = "enterprise"
title = { ru = "а", en = "a" }
why = { ru = "а", en = "a" }
first_step = { ru = "а", en = "a" }
measure = { ru = "а", en = "a" }

[[recommendation]]
id = "r2"
items = ["two"]
effort = 1
horizon = "0-3"
addressee = "enterprise"
title = { ru = "а", en = "a" }
why = { ru = "а", en = "a" }
first_step = { ru = "а", en = "a" }
measure = { ru = "а", en = "a" }

[[reference]]
id = "low"
title = { ru = "Низко", en = "Low" }
answers = { go = "yes", number = 9, one = 0, two = "dont_know!" }
expect = {}
"#;

fn of(text: &str) -> (Arc<Questionnaire>, Inventory) {
    let (questionnaire, _) = read(text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let questionnaire = Arc::new(questionnaire);
    let found = inventory(&questionnaire, &"2026-11-23[UTC]".parse().unwrap());
    (questionnaire, found)
}

/// The questions of the shortest, the shortest scored and the longest way of a form.
fn lengths(paths: &Paths) -> (usize, Option<usize>, usize) {
    (paths.shortest.questions, paths.scored.map(|way| way.questions), paths.longest.questions)
}

/// The small questionnaire with the conditions of `two` and `three` written otherwise.
fn with_conditions(two: &str, three: &str) -> Paths {
    let text = HEAD.replace("${number} > 5 and ${one} = 1", two).replace("${number} <= 5", three);
    of(&text).1.forms.remove(0)
}

#[test]
fn everything_is_counted() {
    let (questionnaire, found) = of(HEAD);
    assert_eq!(found.kinds, [("select_one", 1), ("level", 2), ("integer", 1), ("decimal", 1), ("note", 1)]);
    assert_eq!((found.answerable, found.items), (5, 3));
    assert_eq!((found.recommendations, found.programmes), (2, 0));
    let areas: Vec<Items> = found.areas.iter().copied().collect();
    let items = |all, quick, environment| Items { all, quick, environment };
    assert_eq!(areas, [items(1, 1, 0), items(2, 0, 1)]);
    let facets: Vec<Items> = found.facets.iter().copied().collect();
    assert_eq!(facets, [items(2, 1, 1), items(0, 0, 0)]);
    let names =
        |items: &[QuestionIx]| items.iter().map(|ix| questionnaire.questions[*ix].id.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&found.uncovered), ["three"]);
    let unfired: Vec<&str> = found.unfired.iter().map(|ix| questionnaire.recommendations[*ix].id.as_str()).collect();
    assert_eq!(unfired, ["r2"]);
}

#[test]
fn the_shortest_and_longest_ways_are_found() {
    let (_, found) = of(HEAD);
    let [full, quick] = &found.forms[..] else { panic!("two forms") };
    // "No" ends it after one question. "Later" asks `go` and `one`. "Yes" asks `number` and `one` as well,
    // and, as the number is, `two` or `three`, never both.
    assert_eq!((lengths(full), full.search), ((1, Some(2), 4), Search::Exact));
    assert_eq!((lengths(quick), quick.search), ((1, Some(2), 2), Search::Exact));
    // Of the shortest way: "Shall we go? Yes No Later", six words and an answer.
    assert!((full.shortest.minutes(Lang::En) - (6.0 / 150.0 + 10.0 / 60.0)).abs() < 1e-9);
    // Four Russian words there; on the longest way "Сколько?", the note's three, 3 words and 3 words (or
    // one of `three`): 14 words in all and four answers.
    assert!((full.longest.minutes(Lang::Ru) - (14.0 / 150.0 + 40.0 / 60.0)).abs() < 1e-9);
}

#[test]
fn what_excludes_each_other_is_never_asked_together() {
    let exact = |two: &str, three: &str| {
        let found = with_conditions(two, three);
        assert_eq!(found.search, Search::Exact, "{two}, {three}");
        found.longest.questions
    };
    assert_eq!(exact("${number} > 5", "${number} > 8"), 5);
    assert_eq!(exact("${number} > 5", "${number} > 9"), 4, "the constraint allows no 10");
    assert_eq!(exact("${number} = 3", "${number} = 4"), 4);
    assert_eq!(exact("${number} > 3", "${number} < 4"), 4, "no whole number lies between");
    assert_eq!(exact("${go} = 'later'", "${number} != ''"), 4, "the number is asked after “yes” only");
    assert_eq!(exact("${number} = ''", "${go} = 'yes'"), 5, "an asked number may stay open");
}

#[test]
fn arithmetic_makes_the_extremes_uncertain() {
    assert_eq!(with_conditions("${number} + 1 > 5", "${one} = 1").search, Search::Sampled);
}

#[test]
fn too_many_ways_are_cut_down_and_said_to_be() {
    let mut text = HEAD.to_owned();
    let questions = 13;
    let mut late = String::new();
    let mut early = String::new();
    for number in 0..questions {
        let _ = write!(
            early,
            "[[section.question]]\nid = \"x{number}\"\nkind = \"select_one\"\nlabel = {{ ru = \"а\", en = \"a\" }}\nchoices = [{{ id = \"yes\", label = {{ ru = \"да\", en = \"yes\" }} }}, {{ id = \"no\", label = {{ ru = \"нет\", en = \"no\" }} }}]\n\n"
        );
        let _ = write!(
            late,
            "[[section.question]]\nid = \"y{number}\"\nkind = \"date\"\nrelevant = \"${{x{number}}} = 'yes'\"\nlabel = {{ ru = \"а\", en = \"a\" }}\n\n"
        );
    }
    text = text.replace("[[recommendation]]\nid = \"r1\"", &format!("{early}{late}[[recommendation]]\nid = \"r1\""));
    let paths = of(&text).1.forms.remove(0);
    assert_eq!(paths.search, Search::Bounded);
    assert_eq!(paths.longest.questions, 4 + 2 * questions, "the longest way is still found here");
}

#[test]
fn calculations_filters_and_rules_are_followed() {
    let (_, found) = of(SAMPLE);
    let [full, quick] = &found.forms[..] else { panic!("two forms") };
    // Everything but `F5` hangs on `F4`, `INF3` on `INF2`, both items of the third section on `F3`.
    assert_eq!(lengths(full), (12, Some(12), 16));
    assert_eq!(full.search, Search::Exact);
    assert_eq!(lengths(quick), (8, Some(8), 9));
}

#[test]
fn languages_are_compared() {
    let (_, found) = of(HEAD);
    let [uz, ru, en] = &found.translations[..] else { panic!("three languages") };
    assert_eq!((uz.translated, uz.words, uz.same.len()), (0, 0, 0));
    assert_eq!((ru.texts, ru.translated, en.translated), (ru.texts, ru.texts, ru.texts));
    // Title, areas 2, band, group, facets 2, sections 2, choices 3, six labels, constraint, unit, anchors 4,
    // advice 8, reference.
    assert_eq!(ru.texts, 1 + 2 + 1 + 1 + 2 + 2 + 3 + 6 + 1 + 1 + 4 + 8 + 1);
    assert_eq!((&ru.same, &en.same), (&vec!["Internet".to_owned()], &vec!["Internet".to_owned()]));
}

#[test]
fn the_shipped_questionnaires_keep_their_promises() {
    for builtin in BUILTIN {
        let (questionnaire, found) = of(builtin.text);
        assert!(found.uncovered.is_empty(), "{}", questionnaire.id);
        assert!(found.unfired.is_empty(), "{}: {:?}", questionnaire.id, found.unfired);
        for translation in &found.translations {
            assert_eq!(translation.translated, translation.texts, "{} {}", questionnaire.id, translation.lang);
        }
        for paths in &found.forms {
            assert_ne!(paths.search, Search::Bounded, "{} {:?}", questionnaire.id, paths.form);
        }
    }
}

#[test]
fn the_second_questionnaire_is_tried_as_a_whole() {
    let (questionnaire, found) = of(BUILTIN[1].text);
    assert_eq!(questionnaire.areas.len(), 4);
    assert!(found.unfired.is_empty(), "{:?}", found.unfired);
    assert!(found.forms.iter().all(|paths| paths.search == Search::Exact));
}

#[test]
fn a_large_questionnaire_is_counted_as_well() {
    let (questionnaire, found) = of(&generated(1_000));
    assert_eq!(found.kinds.iter().map(|(_, count)| count).sum::<usize>(), questionnaire.questions.len());
    assert!(found.forms[0].longest.questions > found.forms[0].shortest.questions);
}
