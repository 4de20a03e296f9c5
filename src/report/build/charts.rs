//! The charts of a report: the areas around a middle, as bars, and by the levels they reach.

use super::{Builder, UNKNOWN};
use crate::engine::benchmark::Whose;
use crate::engine::id::AreaIx;
use crate::engine::score::{AreaScore, LEVELS};
use crate::engine::target::gaps;
use crate::report::chart::{Chart, Data, Heat, HeatCell, HeatRow, Key, Sign, Spoke};
use crate::report::model::{Bar, Column, Table};

/// The words for the mark of others' median: of peers, and of a published table.
const PEERS: [&str; 2] = ["document-key-peers", "document-key-table"];

/// The same where the bars are drawn in cells.
const PEERS_IN_CELLS: [&str; 2] = ["document-cells-peers", "document-cells-table"];

impl Builder<'_> {
    /// The areas around a middle.
    pub(super) fn radar(&self) -> Chart {
        let spokes: Vec<Spoke> = self.scored().map(|(area, score)| self.spoke(area, score)).collect();
        let mut signs = vec![Sign::Now, Sign::Interval];
        signs.extend(spokes.iter().any(|spoke| spoke.target.is_some()).then_some(Sign::Target));
        signs.extend(spokes.iter().any(|spoke| spoke.before.is_some()).then_some(Sign::Before));
        self.chart("document-radar", Data::Radar(spokes), &signs, self.area_table("document-radar"))
    }

    /// The areas one beneath the other.
    pub(super) fn bars(&self, bars: Vec<Bar>) -> Chart {
        let mut signs = vec![Sign::Now, Sign::Interval, Sign::Bounds];
        signs.extend(bars.iter().any(|bar| bar.target.is_some()).then_some(Sign::Target));
        signs.extend(bars.iter().any(|bar| bar.peers.is_some()).then_some(Sign::Peers));
        let mut cells = vec![self.texts.get("report-areas-legend")];
        cells.extend(signs.contains(&Sign::Target).then(|| self.texts.get("document-cells-target")));
        cells.extend(signs.contains(&Sign::Peers).then(|| self.texts.get(self.peers_word(PEERS_IN_CELLS))));
        let table = self.area_table("document-bars");
        Chart { cells, ..self.chart("document-bars", Data::Bars(bars), &signs, table) }
    }

    /// How much of each area reaches each level; none, if nothing is answered.
    pub(super) fn levels(&self) -> Option<Chart> {
        self.scored().any(|(_, score)| score.shown().is_some()).then(|| {
            let columns: Vec<String> = (1..=LEVELS).map(|level| self.level_name(level)).collect();
            let rows: Vec<HeatRow> = self.scored().map(|(area, score)| self.heat_row(area, score)).collect();
            let mut heads = vec![Column::text(self.texts.get("report-area"))];
            heads.extend(columns.iter().map(Column::figure));
            let cells = |row: &HeatRow| {
                let figures = row.cells.iter().map(|cell| cell.figure.clone());
                std::iter::once(row.title.clone()).chain(figures).collect()
            };
            let caption = self.texts.get("document-levels");
            let table = Table { caption, columns: heads, rows: rows.iter().map(cells).collect() };
            self.chart("document-levels", Data::Heat(Heat { columns, rows }), &[], table)
        })
    }

    fn scored(&self) -> impl Iterator<Item = (AreaIx, &AreaScore)> {
        self.profile.scores.areas.enumerate()
    }

    /// A chart whose description says all its figures.
    fn chart(&self, key: &str, data: Data, signs: &[Sign], table: Table) -> Chart {
        let title = self.texts.get(key);
        let said = |row: &Vec<String>| {
            let cells = table.columns.iter().zip(row).skip(1);
            let figures = cells.map(|(column, cell)| format!("{} {cell}", column.title)).collect::<Vec<_>>();
            format!("{}: {}.", row.first().map(String::as_str).unwrap_or_default(), figures.join(", "))
        };
        let alt = table.rows.iter().map(said).collect::<Vec<_>>().join(" ");
        let word = |sign| if sign == Sign::Peers { self.peers_word(PEERS) } else { sign_key(sign) };
        let key = signs.iter().map(|sign| Key { sign: *sign, text: self.texts.get(word(*sign)) }).collect();
        Chart { title, alt, data, key, table, cells: Vec::new() }
    }

    /// The word for the mark of others' median: theirs who are here, or those of a table.
    fn peers_word(&self, [peers, table]: [&'static str; 2]) -> &'static str {
        if self.meta.others.whose() == Some(Whose::Table) { table } else { peers }
    }

    fn spoke(&self, area: AreaIx, score: &AreaScore) -> Spoke {
        Spoke {
            title: self.area_title(area),
            figure: self.figure_or_dash(score.shown()),
            score: score.shown(),
            interval: self.area_interval(area),
            target: self.goal(area),
            before: None,
        }
    }

    /// The score that the target asks of an area.
    pub(super) fn goal(&self, area: AreaIx) -> Option<f64> {
        let target = self.meta.target.as_ref()?;
        let gaps = gaps(self.questionnaire, &self.profile.scores, target);
        gaps.iter().find(|gap| gap.area == area).map(|gap| gap.goal)
    }

    /// The areas with their figures; what nobody has is left out.
    fn area_table(&self, caption: &str) -> Table {
        let mut columns = vec![
            Column::text(self.texts.get("report-area")),
            Column::figure(self.texts.get("report-score")),
            Column::figure(self.texts.get("report-interval")),
            Column::figure(self.texts.get("report-staged")),
        ];
        let aimed = self.meta.target.is_some();
        columns.extend(aimed.then(|| Column::figure(self.texts.get("document-key-target"))));
        let row = |(area, score): (AreaIx, &AreaScore)| {
            let interval = self.area_interval(area).map(|(low, high)| self.range(low, high));
            let mut cells = vec![
                self.area_title(area),
                self.figure_or_dash(score.shown()),
                interval.unwrap_or_else(|| UNKNOWN.to_owned()),
                score.staged.map_or_else(|| UNKNOWN.to_owned(), |level| level.to_string()),
            ];
            cells.extend(aimed.then(|| self.figure_or_dash(self.goal(area))));
            cells
        };
        Table { caption: self.texts.get(caption), columns, rows: self.scored().map(row).collect() }
    }

    fn level_name(&self, level: usize) -> String {
        self.texts.with("document-level", &[("level", level.to_string().into())])
    }

    fn heat_row(&self, area: AreaIx, score: &AreaScore) -> HeatRow {
        let known = score.shown().is_some();
        let cell = |share: &f64| HeatCell {
            share: known.then_some(*share),
            figure: if known { self.share(*share) } else { UNKNOWN.to_owned() },
        };
        HeatRow { title: self.area_title(area), cells: score.reached.iter().map(cell).collect() }
    }
}

/// The word for a sign.
const fn sign_key(sign: Sign) -> &'static str {
    match sign {
        Sign::Now => "document-key-now",
        Sign::Interval => "document-key-interval",
        Sign::Bounds => "document-key-bounds",
        Sign::Target => "document-key-target",
        Sign::Before => "document-key-before",
        Sign::Peers => PEERS[0],
    }
}
