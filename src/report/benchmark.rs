//! One enterprise among its peers, laid out as tables.

use jiff::civil::Date;

use super::sheet::{Cell, Sheet, Table};
use crate::engine::answer;
use crate::engine::benchmark::{Class, Comparison, FEWEST, Figure, Quartiles, RESAMPLES, Standing, WANTED};
use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::{Lang, Message};
use crate::engine::uncertainty::SEED;
use crate::i18n::Texts;

/// The key of a class's name.
pub const fn class(class: Class) -> &'static str {
    match class {
        Class::SectorSizeRegion => "stats-class-sector-size-region",
        Class::SectorSize => "stats-class-sector-size",
        Class::Size => "stats-class-size",
        Class::All => "stats-class-all",
    }
}

/// What may be said of an enterprise among its peers on a day.
pub fn benchmark(enterprise: &str, interview: &Interview, found: &Comparison, day: Date, texts: &Texts) -> Sheet {
    let questionnaire = interview.questionnaire();
    let lang = texts.lang();
    let title = Message::new("stats-benchmark-title").with("enterprise", enterprise);
    let mut facts = traits(interview, texts);
    let n = found.peers.members.len();
    if n < FEWEST {
        let note = vec![Message::new("stats-no-peers")];
        facts.push(("stats-day", Cell::Day(day)));
        let nothing = Table { name: "stats-benchmark", columns: BENCHMARK, rows: Vec::new(), notes: note };
        return Sheet { format: FORMAT, title, facts, tables: vec![nothing] };
    }
    facts.extend([
        ("stats-class", Cell::Word(class(found.peers.class))),
        ("stats-peers", Cell::Count(n)),
        ("stats-day", Cell::Day(day)),
        ("stats-seed", Cell::Text(SEED.to_string())),
        ("stats-resamples", Cell::Count(RESAMPLES)),
    ]);
    let tables = vec![
        standings(questionnaire, found, lang),
        means(questionnaire, found, lang),
        levels(questionnaire, found, lang),
    ];
    Sheet { format: FORMAT, title, facts, tables }
}

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
fn named(questionnaire: &Questionnaire, figure: &Figure, lang: Lang) -> [Cell; 2] {
    let about = figure.area.map(|area| &questionnaire.areas[area]);
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
        let mut row = named(questionnaire, figure, lang).to_vec();
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
        let mut row = named(questionnaire, figure, lang).to_vec();
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
            let mut row = named(questionnaire, figure, lang).to_vec();
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
