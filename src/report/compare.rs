//! Two assessments against each other, laid out as tables: what changed, and how far two respondents agree.

use super::Meta;
use super::sheet::{Cell, Sheet, Table};
use crate::engine::answer::shown;
use crate::engine::change::{AreaChange, Change, Difference, ItemMove, LeftOut, progress};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::reliability::{Agreement, Pair, agreement as agree, pairs};
use crate::engine::target::{ChosenTarget, least_score};
use crate::engine::text::Message;
use crate::engine::uncertainty::{DRAWS, SEED};
use crate::i18n::Texts;

/// One of the two.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// What is known of it beside the answers.
    pub meta: &'a Meta,
    /// The interview.
    pub interview: &'a Interview,
}

/// What of the way to a target an area has gone since then: the target set then, else the one set now.
pub(super) fn gone(
    then: Option<&ChosenTarget>,
    now: Option<&ChosenTarget>,
    area: AreaIx,
    side: &Interview,
    of: &AreaChange,
) -> Option<f64> {
    let questionnaire = side.questionnaire();
    let level = *then.or(now)?.levels.get(&questionnaire.areas[area].id)?;
    let difference = of.difference?;
    progress(difference.base, difference.now, least_score(questionnaire, level))
}

/// What changed from an earlier assessment to a later one.
pub fn change(then: &Side, now: &Side, change: &Change, texts: &Texts) -> Sheet {
    let (one, other) = (then.interview.questionnaire(), now.interview.questionnaire());
    let all = change.compared + change.left_out.len();
    let mut facts = vec![
        ("compare-enterprise", Cell::Text(now.meta.enterprise.clone())),
        ("compare-questionnaire", Cell::Text(other.id.to_string())),
        ("compare-then-begun", Cell::Time(then.meta.created)),
        ("compare-now-begun", Cell::Time(now.meta.created)),
        ("compare-then-version", Cell::Text(one.version.clone())),
        ("compare-now-version", Cell::Text(other.version.clone())),
        ("compare-items", Cell::Count(change.compared)),
        ("compare-share", Cell::Share((all > 0).then(|| change.compared as f64 / all as f64))),
        ("stats-seed", Cell::Text(SEED.to_string())),
        ("stats-draws", Cell::Count(DRAWS)),
    ];
    if then.meta.enterprise != now.meta.enterprise {
        facts.insert(1, ("compare-then-enterprise", Cell::Text(then.meta.enterprise.clone())));
    }
    Sheet {
        format: "tashxis-change/1",
        title: Message::new("compare-title").with("enterprise", now.meta.enterprise.as_str()),
        facts,
        tables: vec![
            scores(then, now, change, texts),
            moved(now, &change.moved, texts),
            left_out(now, &change.left_out, texts),
            dropped(then, change, texts),
        ],
    }
}

fn scores(then: &Side, now: &Side, change: &Change, texts: &Texts) -> Table {
    let questionnaire = now.interview.questionnaire();
    let row = |id: &str, name: String, share: Option<f64>, difference: Option<Difference>, gone: Option<f64>| {
        let ends = difference.map(|it| it.spread.around(it.change()));
        vec![
            Cell::Text(id.to_owned()),
            Cell::Number(difference.map(|it| it.base), 1),
            Cell::Number(difference.map(|it| it.now), 1),
            Cell::Change(difference.map(|it| it.change()), 1),
            Cell::Change(ends.map(|it| it.0), 1),
            Cell::Change(ends.map(|it| it.1), 1),
            Cell::Word(difference.as_ref().map_or("compare-unknown", Difference::verdict)),
            Cell::Share(share),
            Cell::Share(gone),
            Cell::Text(name),
        ]
    };
    let mut rows = vec![row("index", texts.get("compare-index"), None, change.index, None)];
    for (area, about) in questionnaire.areas.enumerate() {
        let of = &change.areas[area];
        let gone = gone(then.meta.target.as_ref(), now.meta.target.as_ref(), area, now.interview, of);
        let name = about.title.get(texts.lang()).to_owned();
        rows.push(row(about.id.as_str(), name, Some(of.share), of.difference, gone));
    }
    Table {
        name: "compare-scores",
        columns: &[
            "compare-area",
            "compare-then",
            "compare-now",
            "compare-change",
            "compare-low",
            "compare-high",
            "compare-verdict",
            "compare-compared",
            "compare-progress",
            "compare-name",
        ],
        rows,
        notes: vec![Message::new("compare-scores-note")],
    }
}

fn moved(now: &Side, moved: &[ItemMove], texts: &Texts) -> Table {
    let row = |it: &ItemMove| {
        let item = now.interview.questionnaire().questions[it.question].item.as_ref();
        let area = item.map(|item| now.interview.questionnaire().areas[item.area].id.to_string());
        vec![
            id(now.interview, it.question),
            Cell::Text(area.unwrap_or_default()),
            Cell::Number(Some(it.from), 0),
            Cell::Number(Some(it.to), 0),
            Cell::Change(Some(it.points), 1),
            label(now.interview, it.question, texts),
        ]
    };
    Table {
        name: "compare-moved",
        columns: &["compare-item", "compare-area", "compare-then", "compare-now", "compare-points", "compare-question"],
        rows: moved.iter().map(row).collect(),
        notes: vec![Message::new(if moved.is_empty() { "compare-none-moved" } else { "compare-moved-note" })],
    }
}

fn left_out(now: &Side, left_out: &[(QuestionIx, LeftOut)], texts: &Texts) -> Table {
    let row = |(question, why): &(QuestionIx, LeftOut)| {
        vec![id(now.interview, *question), Cell::Word(why.key()), label(now.interview, *question, texts)]
    };
    Table {
        name: "compare-left-out",
        columns: &["compare-item", "compare-reason", "compare-question"],
        rows: left_out.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn dropped(then: &Side, change: &Change, texts: &Texts) -> Table {
    let questionnaire = then.interview.questionnaire();
    let row = |dropped: &crate::engine::id::QuestionId| {
        let label = questionnaire.find(dropped.as_str()).map(|ix| label(then.interview, ix, texts));
        vec![Cell::Text(dropped.to_string()), label.unwrap_or_else(|| Cell::Text(String::new()))]
    };
    Table {
        name: "compare-dropped",
        columns: &["compare-item", "compare-question"],
        rows: change.dropped.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn id(interview: &Interview, question: QuestionIx) -> Cell {
    Cell::Text(interview.questionnaire().questions[question].id.to_string())
}

fn label(interview: &Interview, question: QuestionIx, texts: &Texts) -> Cell {
    Cell::Text(interview.questionnaire().questions[question].label.get(texts.lang()).to_owned())
}

/// How far two respondents agree; both answered the same version.
pub fn agreement(one: &Side, other: &Side, texts: &Texts) -> Sheet {
    let pairs = pairs(one.interview, other.interview);
    let whole = agree(&pairs);
    Sheet {
        format: "tashxis-agreement/1",
        title: Message::new("agreement-title").with("one", respondent(one)).with("other", respondent(other)),
        facts: vec![
            ("agreement-one-begun", Cell::Time(one.meta.created)),
            ("agreement-other-begun", Cell::Time(other.meta.created)),
            ("agreement-items", Cell::Count(whole.items)),
            ("agreement-kappa", Cell::Number(whole.kappa, 2)),
            ("agreement-same", Cell::Share(whole.same)),
            ("agreement-lean", Cell::Change(whole.lean, 2)),
        ],
        tables: vec![
            of_areas(one, &pairs, &whole, texts),
            far_apart(one, other, &whole, texts),
            answers(one, other, &pairs, texts),
        ],
    }
}

/// Who answered: the enterprise with those who interviewed there.
fn respondent(side: &Side) -> String {
    let names = std::iter::once(&side.meta.enterprise).chain(&side.meta.interviewers);
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn of_areas(one: &Side, pairs: &[Pair], whole: &Agreement, texts: &Texts) -> Table {
    let questionnaire = one.interview.questionnaire();
    let row = |id: &str, name: String, found: &Agreement| {
        vec![
            Cell::Text(id.to_owned()),
            Cell::Count(found.items),
            Cell::Number(found.kappa, 2),
            Cell::Share(found.same),
            Cell::Change(found.lean, 2),
            Cell::Count(found.far_apart.len()),
            Cell::Text(name),
        ]
    };
    let mut rows = vec![row("all", texts.get("agreement-all"), whole)];
    for (area, about) in questionnaire.areas.enumerate() {
        let belongs =
            |pair: &&Pair| questionnaire.questions[pair.question].item.as_ref().is_some_and(|item| item.area == area);
        let of: Vec<Pair> = pairs.iter().filter(belongs).copied().collect();
        rows.push(row(about.id.as_str(), about.title.get(texts.lang()).to_owned(), &agree(&of)));
    }
    Table {
        name: "agreement-areas",
        columns: &[
            "compare-area",
            "agreement-n",
            "agreement-kappa-short",
            "agreement-same-short",
            "agreement-lean-short",
            "agreement-far-count",
            "compare-name",
        ],
        rows,
        notes: vec![Message::new("agreement-note")],
    }
}

fn far_apart(one: &Side, other: &Side, whole: &Agreement, texts: &Texts) -> Table {
    let rows: Vec<Vec<Cell>> = whole.far_apart.iter().map(|far| answer_row(one, other, &far.pair, texts)).collect();
    let none = rows.is_empty().then(|| Message::new("agreement-none-far"));
    Table { name: "agreement-far-apart", columns: ANSWERS, rows, notes: none.into_iter().collect() }
}

/// The columns of a pair of answers.
const ANSWERS: &[&str] = &["compare-item", "agreement-levels", "agreement-one", "agreement-other", "compare-question"];

fn answers(one: &Side, other: &Side, pairs: &[Pair], texts: &Texts) -> Table {
    let rows = pairs.iter().map(|pair| answer_row(one, other, pair, texts)).collect();
    Table { name: "agreement-answers", columns: ANSWERS, rows, notes: Vec::new() }
}

fn answer_row(one: &Side, other: &Side, pair: &Pair, texts: &Texts) -> Vec<Cell> {
    let said = |side: &Side| {
        let question = &side.interview.questionnaire().questions[pair.question];
        let value = side.interview.effective_value(pair.question);
        let text = value.map(|value| shown(question, value, texts.lang(), |number| texts.exact(number)));
        Cell::Text(text.unwrap_or_default())
    };
    vec![
        id(one.interview, pair.question),
        Cell::Change(Some(pair.other - pair.one), 1),
        said(one),
        said(other),
        label(one.interview, pair.question, texts),
    ]
}

#[cfg(test)]
mod tests;
