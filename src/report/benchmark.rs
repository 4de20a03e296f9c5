//! One enterprise among its peers, laid out as tables.

use jiff::civil::Date;

use super::sheet::{Cell, Sheet, Table};
use crate::engine::answer;
use crate::engine::benchmark::{
    Comparison, FEWEST, Figure, INDEX, Others, Quartiles, RESAMPLES, Reference, Standing, WANTED, comparable,
};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::{Lang, Message};
use crate::engine::uncertainty::{Assessed, SEED};
use crate::i18n::Texts;

/// What may be said of an enterprise among its peers on a day.
pub fn benchmark(enterprise: &str, interview: &Interview, others: &Others, day: Date, texts: &Texts) -> Sheet {
    let title = Message::new("stats-benchmark-title").with("enterprise", enterprise);
    let mut facts = traits(interview, texts);
    let (questionnaire, lang) = (interview.questionnaire(), texts.lang());
    let told = others.peers.as_ref().filter(|peers| peers.peers.members.len() >= FEWEST);
    let mut tables = match told {
        Some(found) => {
            facts.extend(whom(found));
            vec![
                standings(questionnaire, found, lang),
                means(questionnaire, found, lang),
                levels(questionnaire, found, lang),
            ]
        }
        None => {
            let note = vec![Message::new("stats-no-peers")];
            vec![Table { name: "stats-benchmark", columns: BENCHMARK, rows: Vec::new(), notes: note }]
        }
    };
    facts.push(("stats-day", Cell::Day(day)));
    tables.extend(others.reference.as_deref().map(|table| published(interview, table, lang)));
    Sheet { format: FORMAT, title, facts, tables }
}

/// Who the peers are, and how their means were drawn.
fn whom(found: &Comparison) -> [(&'static str, Cell); 4] {
    [
        ("stats-class", Cell::Word(found.peers.class.key())),
        ("stats-peers", Cell::Count(found.peers.members.len())),
        ("stats-seed", Cell::Text(SEED.to_string())),
        ("stats-resamples", Cell::Count(RESAMPLES)),
    ]
}

/// The quartiles of another pool, as published.
fn published(interview: &Interview, table: &Reference, lang: Lang) -> Table {
    let questionnaire = interview.questionnaire();
    let scores = Assessed::of(interview).scores;
    let row = |area: Option<AreaIx>| {
        let row = table.row(area.map_or(INDEX, |area| questionnaire.areas[area].id.as_str()))?;
        let own = comparable(&scores, area);
        let told = |number| Cell::Number((row.n >= FEWEST).then_some(number), 1);
        let mut cells = named(questionnaire, area, lang).to_vec();
        cells.extend([Cell::Number(own, 1), Cell::Count(row.n)]);
        cells.extend([row.quartiles.q25, row.quartiles.median, row.quartiles.q75].map(told));
        cells.push(Cell::Number(own.and_then(|own| row.quarter(own)).map(f64::from), 0));
        Some(cells)
    };
    let areas = std::iter::once(None).chain(questionnaire.areas.indices().map(Some));
    let source = table.notes.iter().filter(|note| !note.is_empty());
    Table {
        name: "stats-published",
        columns: PUBLISHED,
        rows: areas.filter_map(row).collect(),
        notes: source.map(|note| Message::new("stats-published-note").with("note", note.as_str())).collect(),
    }
}

const PUBLISHED: &[&str] =
    &["stats-area", "stats-name", "stats-own", "stats-n", "stats-q25", "stats-median", "stats-q75", "stats-quarter"];

const FORMAT: &str = "tashxis-benchmark/1";

/// What the enterprise is compared by, as it answered.
fn traits(interview: &Interview, texts: &Texts) -> Vec<(&'static str, Cell)> {
    let peers = &interview.questionnaire().peers;
    let shown = |ix: QuestionIx| {
        let value = interview.effective_value(ix)?;
        let question = &interview.questionnaire().questions[ix];
        Some(answer::shown(question, value, texts.lang(), |number| texts.exact(number)))
    };
    let of = [("stats-own-sector", peers.sector), ("stats-own-size", peers.size), ("stats-own-region", peers.region)];
    of.into_iter().filter_map(|(key, ix)| Some((key, Cell::Text(shown(ix?)?)))).collect()
}

/// The name of what a figure is about: its id and its title.
fn named(questionnaire: &Questionnaire, area: Option<AreaIx>, lang: Lang) -> [Cell; 2] {
    let about = area.map(|area| &questionnaire.areas[area]);
    let (id, title) = about.map_or(("index", ""), |area| (area.id.as_str(), area.title.get(lang)));
    [Cell::Text(id.to_owned()), Cell::Text(title.to_owned())]
}

const BENCHMARK: &[&str] = &[
    "stats-area",
    "stats-name",
    "stats-own",
    "stats-n",
    "stats-low",
    "stats-q25",
    "stats-median",
    "stats-q75",
    "stats-high",
    "stats-quarter",
    "stats-percentile",
];

fn standings(questionnaire: &Questionnaire, found: &Comparison, lang: Lang) -> Table {
    let row = |figure: &Figure| {
        let (range, quartiles, quarter, percentile) = match figure.standing {
            Standing::Nothing => (None, None, None, None),
            Standing::Range { median, low, high } => (Some((low, high)), Some((None, median, None)), None, None),
            Standing::Quartile { quartiles, quarter } => (None, Some(all(quartiles)), Some(quarter), None),
            Standing::Percentile { quartiles, quarter, percentile } => {
                (None, Some(all(quartiles)), Some(quarter), Some(percentile))
            }
        };
        let quarter = quarter.map(f64::from);
        let mut row = named(questionnaire, figure.area, lang).to_vec();
        row.push(Cell::Number(figure.own, 1));
        // A number below the fewest would be one of those that are not told.
        row.push(if figure.n < FEWEST { Cell::Number(None, 0) } else { Cell::Count(figure.n) });
        row.extend([
            Cell::Number(range.map(|(low, _)| low), 1),
            Cell::Number(quartiles.and_then(|(q25, ..)| q25), 1),
            Cell::Number(quartiles.map(|(_, median, _)| median), 1),
            Cell::Number(quartiles.and_then(|(.., q75)| q75), 1),
            Cell::Number(range.map(|(_, high)| high), 1),
            Cell::Number(quarter, 0),
            Cell::Number(percentile, 0),
        ]);
        row
    };
    let widened = Message::new("stats-widening-note").with("wanted", WANTED).with("fewest", FEWEST);
    Table {
        name: "stats-benchmark",
        columns: BENCHMARK,
        rows: found.figures.iter().map(row).collect(),
        notes: vec![widened, Message::new("stats-benchmark-note"), Message::new("stats-pool-note")],
    }
}

const fn all(quartiles: Quartiles) -> (Option<f64>, f64, Option<f64>) {
    (Some(quartiles.q25), quartiles.median, Some(quartiles.q75))
}

fn means(questionnaire: &Questionnaire, found: &Comparison, lang: Lang) -> Table {
    let row = |figure: &Figure| {
        let mean = figure.mean?;
        let mut row = named(questionnaire, figure.area, lang).to_vec();
        row.push(Cell::Count(mean.n));
        row.extend([mean.mean, mean.low, mean.high].map(|number| Cell::Number(Some(number), 1)));
        Some(row)
    };
    Table {
        name: "stats-means",
        columns: &["stats-area", "stats-name", "stats-n", "stats-mean", "stats-mean-low", "stats-mean-high"],
        rows: found.figures.iter().filter_map(row).collect(),
        notes: vec![Message::new("stats-means-note")],
    }
}

fn levels(questionnaire: &Questionnaire, found: &Comparison, lang: Lang) -> Table {
    let rows = found.figures.iter().flat_map(|figure| {
        (1..).zip(figure.levels).filter_map(move |(level, share)| {
            let share = share?;
            let mut row = named(questionnaire, figure.area, lang).to_vec();
            row.extend([Cell::Count(level), Cell::Count(share.count), Cell::Count(share.n)]);
            row.extend([share.share, share.low, share.high].map(|number| Cell::Share(Some(number))));
            Some(row)
        })
    });
    Table {
        name: "stats-levels",
        columns: &[
            "stats-area",
            "stats-name",
            "stats-level",
            "stats-reach",
            "stats-n",
            "stats-share",
            "stats-share-low",
            "stats-share-high",
        ],
        rows: rows.collect(),
        notes: vec![Message::new("stats-levels-note")],
    }
}
