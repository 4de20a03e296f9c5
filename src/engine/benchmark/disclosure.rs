//! Which cells of a table may be printed, so that nobody is recognised: none below 5, and none that follows from
//! the others by adding and subtracting.
//!
//! First every small cell is hidden. Then what is still derivable is looked for by elimination over the hidden
//! cells (Willenborg and de Waal 2001, ch. 6), and another cell of the same sum is hidden, until nothing is.

use super::FEWEST;

/// A sum that a reader can check: the parts make the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The position of the whole.
    pub whole: usize,
    /// The positions of the parts.
    pub parts: Vec<usize>,
}

impl Relation {
    fn cells(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain([self.whole])
    }
}

/// Which cells are hidden. The counts are those of all cells, margins and totals among them; the relations say
/// how they add up. A mean or a share per cell is protected by the same rule: times its count it adds up as well.
pub fn hidden(counts: &[usize], relations: &[Relation]) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| *count < FEWEST).collect();
    while let Some(leak) = leak(counts, relations, &hidden) {
        let Some(next) = shield(counts, relations, &hidden, &leak) else {
            // What cannot be shielded takes the whole table with it.
            return vec![true; counts.len()];
        };
        if let Some(cell) = hidden.get_mut(next) {
            *cell = true;
        }
    }
    hidden
}

/// Hidden cells whose joint content follows from what is shown and is smaller than may be told, or a single one.
fn leak(counts: &[usize], relations: &[Relation], hidden: &[bool]) -> Option<Vec<usize>> {
    let count = |cell: usize| counts.get(cell).copied().unwrap_or_default();
    // Empty cells hide nothing: a reader who guesses that they are empty must not learn more either.
    let unknown: Vec<usize> =
        (0..counts.len()).filter(|cell| hidden.get(*cell) == Some(&true) && count(*cell) > 0).collect();
    let rows = relations.iter().map(|relation| {
        let part = |cell: &usize| f64::from(i8::from(relation.parts.contains(cell)));
        let whole = |cell: &usize| f64::from(i8::from(relation.whole == *cell));
        unknown.iter().map(|cell| part(cell) - whole(cell)).collect()
    });
    let derived = rows.clone().chain(reduced(rows.collect()));
    let named = derived.map(|row: Vec<f64>| {
        let used = unknown.iter().zip(row).filter(|(_, factor)| factor.abs() > NOTHING);
        used.map(|(cell, factor)| (*cell, factor)).collect::<Vec<_>>()
    });
    let small = |row: &Vec<(usize, f64)>| match row.as_slice() {
        [] => false,
        [_] => true,
        [(_, first), ..] => {
            let one_sign = row.iter().all(|(_, factor)| factor * first > 0.0);
            one_sign && row.iter().map(|(cell, _)| count(*cell)).sum::<usize>() < FEWEST
        }
    };
    named.into_iter().find(small).map(|row| row.into_iter().map(|(cell, _)| cell).collect())
}

/// Factors below this come from rounding.
const NOTHING: f64 = 1e-9;

/// The reduced row echelon form, which names every single cell that follows from the rows.
fn reduced(mut rows: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let columns = rows.first().map_or(0, Vec::len);
    let at = |row: &[f64], column: usize| row.get(column).copied().unwrap_or_default();
    let mut done = 0;
    for column in 0..columns {
        let open = rows.iter().enumerate().skip(done);
        let largest = open.max_by(|(_, one), (_, other)| at(one, column).abs().total_cmp(&at(other, column).abs()));
        let Some((place, factor)) = largest.map(|(place, row)| (place, at(row, column))) else { break };
        if factor.abs() <= NOTHING {
            continue;
        }
        rows.swap(done, place);
        let pivot: Vec<f64> = rows.get(done).into_iter().flatten().map(|value| value / factor).collect();
        for (place, row) in rows.iter_mut().enumerate() {
            let times = at(row, column);
            for (value, taken) in row.iter_mut().zip(&pivot) {
                *value = if place == done { *taken } else { *value - times * taken };
            }
        }
        done += 1;
    }
    rows.truncate(done);
    rows
}

/// The cell to hide next: the smallest that is shown and stands in a sum with what leaks; wholes only last, as
/// they say the most.
fn shield(counts: &[usize], relations: &[Relation], hidden: &[bool], leak: &[usize]) -> Option<usize> {
    let touched = |relation: &&Relation| relation.cells().any(|cell| leak.contains(&cell));
    let shown = |cell: &usize| hidden.get(*cell) == Some(&false);
    let near = relations.iter().filter(touched).flat_map(Relation::cells).filter(shown);
    let anywhere = relations.iter().flat_map(Relation::cells).filter(shown);
    let is_whole = |cell: usize| relations.iter().any(|relation| relation.whole == cell);
    let order = |cell: &usize| (is_whole(*cell), counts.get(*cell).copied(), *cell);
    near.min_by_key(order).or_else(|| anywhere.min_by_key(order))
}

/// The counts of groups and their total, `None` where hidden.
pub fn one_way(counts: &[usize]) -> (Vec<Option<usize>>, Option<usize>) {
    let whole = counts.len();
    let all: Vec<usize> = counts.iter().copied().chain([counts.iter().sum()]).collect();
    let hidden = hidden(&all, &[Relation { whole, parts: (0..whole).collect() }]);
    let mut shown: Vec<Option<usize>> =
        all.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect();
    let total = shown.pop().flatten();
    (shown, total)
}

/// A table of groups by groups with its margins, `None` where hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TwoWay {
    /// The cells, row by row.
    pub cells: Vec<Vec<Option<usize>>>,
    /// The totals of the rows.
    pub rows: Vec<Option<usize>>,
    /// The totals of the columns.
    pub columns: Vec<Option<usize>>,
    /// The total of all.
    pub total: Option<usize>,
}

/// The counts of groups by groups. Short rows are filled with empty cells.
pub fn two_way(counts: &[Vec<usize>]) -> TwoWay {
    let (height, width) = (counts.len(), counts.iter().map(Vec::len).max().unwrap_or_default());
    let cell = |row: usize, column: usize| counts.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default();
    let row_total = |row: usize| (0..width).map(|column| cell(row, column)).sum::<usize>();
    let column_total = |column: usize| (0..height).map(|row| cell(row, column)).sum::<usize>();
    let stride = width + 1;
    let mut all: Vec<usize> = Vec::with_capacity((height + 1) * stride);
    for row in 0..height {
        all.extend((0..width).map(|column| cell(row, column)).chain([row_total(row)]));
    }
    all.extend((0..width).map(column_total).chain([(0..height).map(row_total).sum::<usize>()]));
    let along = (0..=height).map(|row| Relation {
        whole: row * stride + width,
        parts: (0..width).map(|column| row * stride + column).collect(),
    });
    let down = (0..=width).map(|column| Relation {
        whole: height * stride + column,
        parts: (0..height).map(|row| row * stride + column).collect(),
    });
    let hidden = hidden(&all, &along.chain(down).collect::<Vec<_>>());
    let shown: Vec<Option<usize>> = all.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect();
    let mut lines: Vec<Vec<Option<usize>>> = shown.chunks(stride).map(<[_]>::to_vec).collect();
    let mut columns = lines.pop().unwrap_or_default();
    let total = columns.pop().flatten();
    let rows = lines.iter_mut().map(|line| line.pop().flatten()).collect();
    TwoWay { cells: lines, rows, columns, total }
}
