//! What others reached, for programs.

use jiff::civil::Date;
use serde::Serialize;

use super::Writer;
use crate::engine::benchmark::{Class, Comparison, FEWEST, Figure, INDEX, Quartiles, Standing, comparable};
use crate::engine::id::AreaIx;

#[derive(Serialize)]
pub(super) struct PeersPart<'a> {
    class: &'static str,
    n: usize,
    day: Date,
    figures: Vec<FigurePart<'a>>,
}

#[derive(Serialize)]
pub(super) struct ReferencePart<'a> {
    notes: &'a [String],
    figures: Vec<FigurePart<'a>>,
}

/// Of an area, or of the `index`. What may not be told is `null`.
#[derive(Serialize)]
struct FigurePart<'a> {
    area: &'a str,
    own: Option<f64>,
    n: Option<usize>,
    q25: Option<f64>,
    median: Option<f64>,
    q75: Option<f64>,
    quarter: Option<u8>,
    percentile: Option<f64>,
}

const fn class(class: Class) -> &'static str {
    match class {
        Class::SectorSizeRegion => "sector_size_region",
        Class::SectorSize => "sector_size",
        Class::Size => "size",
        Class::All => "all",
    }
}

impl<'a> Writer<'a> {
    /// The peers on this computer; none, if they are too few to speak of.
    pub(super) fn peers(&self) -> Option<PeersPart<'a>> {
        let found = self.meta.others.peers.as_ref().filter(|peers| peers.tells())?;
        let Comparison { peers, figures } = found;
        Some(PeersPart {
            class: class(peers.class),
            n: peers.members.len(),
            day: self.meta.today(self.interview),
            figures: figures.iter().map(|figure| self.peers_figure(figure)).collect(),
        })
    }

    fn peers_figure(&self, figure: &Figure) -> FigurePart<'a> {
        let (quartiles, quarter, percentile) = match figure.standing {
            Standing::Nothing | Standing::Range { .. } => (None, None, None),
            Standing::Quartile { quartiles, quarter } => (Some(quartiles), Some(quarter), None),
            Standing::Percentile { quartiles, quarter, percentile } => {
                (Some(quartiles), Some(quarter), Some(percentile))
            }
        };
        FigurePart {
            area: self.scored(figure.area),
            own: figure.own,
            n: (figure.n >= FEWEST).then_some(figure.n),
            q25: quartiles.map(|it| it.q25),
            median: figure.standing.median(),
            q75: quartiles.map(|it| it.q75),
            quarter,
            percentile,
        }
    }

    /// A published table.
    pub(super) fn reference(&self) -> Option<ReferencePart<'a>> {
        let table = self.meta.others.reference.as_deref()?;
        let areas = std::iter::once(None).chain(self.questionnaire.areas.indices().map(Some));
        Some(ReferencePart {
            notes: &table.notes,
            figures: areas.filter_map(|area| self.reference_figure(area)).collect(),
        })
    }

    fn reference_figure(&self, area: Option<AreaIx>) -> Option<FigurePart<'a>> {
        let row = self.meta.others.row(self.questionnaire, area)?;
        let own = comparable(&self.profile.scores, area);
        let Quartiles { q25, median, q75 } = row.quartiles;
        let told = |number| (row.n >= FEWEST).then_some(number);
        Some(FigurePart {
            area: self.scored(area),
            own,
            n: (row.n >= FEWEST).then_some(row.n),
            q25: told(q25),
            median: told(median),
            q75: told(q75),
            quarter: own.and_then(|own| row.quarter(own)),
            percentile: None,
        })
    }

    fn scored(&self, area: Option<AreaIx>) -> &'a str {
        area.map_or(INDEX, |area| self.area_id(area))
    }
}
