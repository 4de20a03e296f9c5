//! What others reached: the peers on this computer, and a published table.

use super::{Builder, UNKNOWN};
use crate::engine::benchmark::{Comparison, FEWEST, Quartiles, Reference, Standing, comparable};
use crate::engine::id::AreaIx;
use crate::report::model::{Block, Column, Section, Table};

/// One row: of what, its own score, of how many others, their quartiles, and the quarter it lies in.
struct Row {
    area: Option<AreaIx>,
    own: Option<f64>,
    n: usize,
    median: Option<f64>,
    quartiles: Option<Quartiles>,
    quarter: Option<u8>,
}

impl Builder<'_> {
    /// What others reached; nothing, if nothing is known of others.
    pub(super) fn others(&self) -> Option<Section> {
        let others = &self.meta.others;
        let told = others.peers.as_ref().filter(|peers| peers.tells());
        let mut blocks = told.map(|peers| self.peers(peers)).unwrap_or_default();
        blocks.extend(others.reference.iter().flat_map(|table| self.reference(table)));
        (!blocks.is_empty()).then(|| self.section("report-others", blocks))
    }

    fn peers(&self, found: &Comparison) -> Vec<Block> {
        let args = [
            ("class", self.texts.get(found.peers.class.key()).into()),
            ("n", found.peers.members.len().into()),
            ("day", self.texts.date(self.today).into()),
        ];
        let rows = found.figures.iter().map(|figure| {
            let (quartiles, quarter) = match figure.standing {
                Standing::Nothing | Standing::Range { .. } => (None, None),
                Standing::Quartile { quartiles, quarter } | Standing::Percentile { quartiles, quarter, .. } => {
                    (Some(quartiles), Some(quarter))
                }
            };
            Row {
                area: figure.area,
                own: figure.own,
                n: figure.n,
                median: figure.standing.median(),
                quartiles,
                quarter,
            }
        });
        vec![
            Block::Text(self.texts.with("report-others-peers", &args)),
            Block::Table(self.others_table("report-others-peers-table", rows)),
            Block::Text(self.texts.get("stats-pool-note")),
        ]
    }

    fn reference(&self, table: &Reference) -> Vec<Block> {
        let areas = std::iter::once(None).chain(self.questionnaire.areas.indices().map(Some));
        let rows = areas.filter_map(|area| {
            let row = self.meta.others.row(self.questionnaire, area)?;
            let own = comparable(&self.profile.scores, area);
            let told = row.n >= FEWEST;
            Some(Row {
                area,
                own,
                n: row.n,
                median: told.then_some(row.quartiles.median),
                quartiles: told.then_some(row.quartiles),
                quarter: own.and_then(|own| row.quarter(own)),
            })
        });
        let mut blocks = vec![Block::Text(self.texts.get("report-others-table"))];
        let notes: Vec<String> = table.notes.iter().filter(|note| !note.is_empty()).cloned().collect();
        blocks.extend((!notes.is_empty()).then_some(Block::List(notes)));
        blocks.push(Block::Table(self.others_table("report-others-reference-table", rows)));
        blocks
    }

    fn others_table(&self, caption: &str, rows: impl Iterator<Item = Row>) -> Table {
        let heads = ["report-others-own", "stats-n", "stats-median", "report-others-middle", "stats-quarter"];
        let mut columns = vec![Column::text(self.texts.get("report-area"))];
        columns.extend(heads.map(|key| Column::figure(self.texts.get(key))));
        let dash = || UNKNOWN.to_owned();
        let row = |row: Row| {
            let title = row.area.map_or_else(|| self.texts.get("report-index"), |area| self.area_title(area));
            // A number below the fewest would be one of those that are not told.
            let n = if row.n < FEWEST { dash() } else { self.texts.exact(row.n as f64) };
            let middle = row.quartiles.map_or_else(dash, |quartiles| self.range(quartiles.q25, quartiles.q75));
            let quarter = row.quarter.map_or_else(dash, |quarter| quarter.to_string());
            vec![title, self.figure_or_dash(row.own), n, self.figure_or_dash(row.median), middle, quarter]
        };
        Table { caption: self.texts.get(caption), columns, rows: rows.map(row).collect() }
    }
}
