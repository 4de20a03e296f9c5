//! Comparisons against published figures and by hand; disclosure against an attacker of another kind.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

#[test]
fn wilson_gives_the_intervals_of_newcombe() {
    // Newcombe RG (1998), Two-sided confidence intervals for the single proportion: comparison of seven
    // methods, Statistics in Medicine 17:857–872, Table I, method 3.
    let published =
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)];
    for (count, n, low, high) in published {
        let share = wilson(count, n, 0.95).unwrap();
        near(share.low, low, 0.000_05);
        near(share.high, high, 0.000_05);
    }
    assert_eq!(wilson(0, 0, 0.95), None);
    assert_eq!(wilson(1, 2, 1.0), None);
}

#[test]
fn what_is_said_depends_on_how_many_there_are() {
    let peers = |n: u32| (1..=n).map(f64::from).collect::<Vec<_>>();
    assert_eq!(standing(3.0, &peers(4)), Standing::Nothing);
    assert_eq!(standing(3.0, &peers(5)), Standing::Range { median: 3.0, low: 1.0, high: 5.0 });
    assert_eq!(standing(1.0, &peers(9)), Standing::Range { median: 5.0, low: 1.0, high: 9.0 });
    // Type 7 of 1..=10: 1 + 9·0.25 = 3.25. The value 8 has 7 below and itself: 7.5 of 10.
    let quartiles = Quartiles { q25: 3.25, median: 5.5, q75: 7.75 };
    assert_eq!(standing(8.0, &peers(10)), Standing::Quartile { quartiles, quarter: 4 });
    assert_eq!(standing(7.0, &peers(10)), Standing::Quartile { quartiles, quarter: 3 });
    assert!(matches!(standing(0.0, &peers(29)), Standing::Quartile { quarter: 1, .. }));
    // 6 of 30 below and one equal: 100·6.5/30.
    let Standing::Percentile { percentile, quarter: 1, .. } = standing(7.0, &peers(30)) else { panic!() };
    near(percentile, 650.0 / 30.0, 1e-12);
    assert!(matches!(standing(99.0, &peers(30)), Standing::Percentile { quarter: 4, percentile: 100.0, .. }));
}

#[test]
fn equal_scores_share_the_middle() {
    // Three below, four equal, three above: 100·(3 + 2)/10.
    let peers = [1.0, 2.0, 3.0, 5.0, 5.0, 5.0 + 1e-10, 5.0, 6.0, 7.0, 8.0];
    assert_eq!(mid_rank(5.0, &peers), Some(50.0));
    assert_eq!(mid_rank(5.0, &[]), None);
}

fn firm(sector: &str, size: &str, region: &str) -> Traits {
    let known = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    Traits { sector: known(sector), size: known(size), region: known(region) }
}

#[test]
fn a_class_is_widened_until_it_is_large_enough() {
    let mut pool = vec![firm("textile", "small", "Fargʻona"); 3];
    pool.extend(vec![firm("textile", "small", "Andijon"); 2]);
    pool.extend(vec![firm("food", "small", "Andijon"); 2]);
    pool.extend(vec![firm("food", "large", ""); 2]);
    let own = firm("textile", "small", "Fargʻona");
    let found = |wanted| {
        let peers = peers(&own, &pool, wanted);
        (peers.class, peers.members.len())
    };
    assert_eq!(found(3), (Class::SectorSizeRegion, 3));
    assert_eq!(found(4), (Class::SectorSize, 5));
    assert_eq!(found(6), (Class::Size, 7));
    assert_eq!(found(8), (Class::All, 9));
    assert_eq!(found(50), (Class::All, 9));
    // Nobody knows its region, so nobody is of the same one.
    assert_eq!(peers(&firm("food", "large", ""), &pool, 1).class, Class::SectorSize);
    assert_eq!(peers(&own, &pool[..3], 10), Peers { class: Class::SectorSizeRegion, members: vec![0, 1, 2] });
}

#[test]
fn the_interval_of_a_mean_is_that_of_its_standard_error() {
    // 400 values of a sawtooth: mean 49.5, population deviation √((100² − 1)/12) = 28.87, over √400: 1.443.
    let scores: Vec<f64> = (0..400).map(|n| f64::from(n % 100)).collect();
    let found = group_mean(&scores, 2026, 0).unwrap();
    assert_eq!((found.n, found.mean), (400, 49.5));
    near(found.low, 49.5 - 1.96 * 1.4434, 0.25);
    near(found.high, 49.5 + 1.96 * 1.4434, 0.25);
    assert_eq!(group_mean(&[1.0; 4], 2026, 0), None);
    assert_eq!(group_mean(&[7.0; 5], 2026, 0), Some(GroupMean { n: 5, mean: 7.0, low: 7.0, high: 7.0 }));
    assert!(group_mean(&scores, 2026, 1) != Some(found));
}

#[test]
fn a_small_group_does_not_follow_from_the_total() {
    // By hand: 3 is hidden, so one more must be, the smallest of the others.
    assert_eq!(one_way(&[3, 12, 7]), (vec![None, Some(12), None], Some(22)));
    // Two small ones that are together too small take a third with them.
    assert_eq!(one_way(&[2, 1, 9, 8]), (vec![None, None, Some(9), None], Some(20)));
    // Two that are together large enough protect each other.
    assert_eq!(one_way(&[4, 3, 9]), (vec![None, None, Some(9)], Some(16)));
    assert_eq!(one_way(&[5, 6]), (vec![Some(5), Some(6)], Some(11)));
    // An empty group protects nothing.
    assert_eq!(one_way(&[0, 3, 9, 8]), (vec![None, None, Some(9), None], Some(20)));
    assert_eq!(one_way(&[1, 2]), (vec![None, None], None));
    assert_eq!(one_way(&[]), (vec![], None));
}

#[test]
fn one_small_cell_of_a_table_takes_three_with_it() {
    let table = two_way(&[vec![2, 10, 20], vec![11, 12, 21], vec![22, 23, 24]]);
    let hidden = table.cells.iter().flatten().filter(|cell| cell.is_none()).count();
    assert_eq!(hidden, 4, "{table:?}");
    assert_eq!(table.rows, [Some(32), Some(44), Some(69)]);
    assert_eq!(table.total, Some(145));
}

#[test]
fn a_table_of_quartiles_is_read() {
    let areas = ["INF", "INT"];
    let text = "\u{feff}# Pool of 2025\n\narea,n,q25,median,q75\r\nINF, 40, 20, 35.5, 50\nindex,12,1,2,3\n";
    let table = Reference::parse(text, &areas).unwrap();
    assert_eq!(table.notes, ["Pool of 2025"]);
    let row = table.row("INF").unwrap();
    assert_eq!((row.n, row.quartiles), (40, Quartiles { q25: 20.0, median: 35.5, q75: 50.0 }));
    assert_eq!([10.0, 20.0, 36.0, 50.0].map(|score| row.quarter(score)), [1, 2, 3, 4].map(Some));
    assert_eq!(table.row("INT"), None);
    let local = Reference::parse("area;n;q25;median;q75\nINT;4;1,5;2;3\n", &areas).unwrap();
    assert_eq!((local.rows[0].quartiles.q25, local.rows[0].quarter(2.0)), (1.5, None));
}

#[test]
fn a_table_that_cannot_be_is_refused_with_its_line() {
    use WhatIsWrong as W;
    let refused = |row: &str, line: usize, what: W| {
        let text = format!("area,n,q25,median,q75\nINF,9,1,2,3\n{row}\n");
        assert_eq!(Reference::parse(&text, &["INF", "INT"]), Err(ReferenceProblem { line, what }));
    };
    refused("INT,9,1,2", 3, W::Fields(4));
    refused("XXX,9,1,2,3", 3, W::UnknownArea("XXX".to_owned()));
    refused("INF,9,1,2,3", 3, W::Repeated("INF".to_owned()));
    refused("INT,0,1,2,3", 3, W::NotANumber("n", "0".to_owned()));
    refused("INT,9,1,NaN,3", 3, W::NotANumber("median", "NaN".to_owned()));
    refused("INT,9,1,2,101", 3, W::OutOfRange("q75", "101".to_owned()));
    refused("INT,9,3,2,4", 3, W::Order);
    for (text, line, what) in
        [("", 1, W::Empty), ("area,n\n", 1, W::Header), ("# n\narea,n,q25,median,q75\n", 2, W::Empty)]
    {
        let problem = Reference::parse(text, &[]).unwrap_err();
        assert_eq!(problem, ReferenceProblem { line, what });
    }
}

/// Whether a hidden cell follows from the others: the hidden cells join rows to columns, and one that is the
/// only way between its row and its column can be computed.
fn follows(hidden: &[(usize, usize)], cell: (usize, usize), height: usize) -> bool {
    let mut reached = vec![cell.0];
    loop {
        let next = hidden.iter().filter(|other| **other != cell).find_map(|(row, column)| {
            let (row, column) = (*row, height + *column);
            let (from, to) = (reached.contains(&row), reached.contains(&column));
            (from != to).then_some(if from { column } else { row })
        });
        match next {
            Some(node) => reached.push(node),
            None => return !reached.contains(&(height + cell.1)),
        }
    }
}

proptest! {
    #[test]
    fn no_cell_of_a_table_leaks(height in 1..5_usize, width in 1..5_usize, counts in prop::collection::vec(0..14_usize, 16)) {
        let counts: Vec<Vec<usize>> = counts.chunks(4).take(height).map(|row| row[..width].to_vec()).collect();
        let table = two_way(&counts);
        // The table with its margins: what is shown, and what there is.
        let mut shown: Vec<Vec<Option<usize>>> = table.cells.clone();
        shown.iter_mut().zip(&table.rows).for_each(|(row, total)| row.push(*total));
        shown.push(table.columns.iter().copied().chain([table.total]).collect());
        let mut full = counts.clone();
        for row in &mut full {
            row.push(row.iter().sum());
        }
        full.push((0..=width).map(|column| full.iter().map(|row| row[column]).sum()).collect());
        let mut hidden = Vec::new();
        for (row, cells) in shown.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                match cell {
                    Some(count) => prop_assert!(*count >= FEWEST && *count == full[row][column]),
                    None if full[row][column] > 0 => hidden.push((row, column)),
                    None => (),
                }
            }
        }
        for cell in &hidden {
            prop_assert!(!follows(&hidden, *cell, height + 1), "{cell:?} of {full:?} as {shown:?}");
        }
        // Nor does a handful of enterprises follow as the rest of a line with a total.
        for (row, cells) in full.iter().enumerate().filter(|(row, _)| shown[*row][width].is_some()) {
            let rest: usize = (0..width).filter(|column| shown[row][*column].is_none()).map(|column| cells[column]).sum();
            prop_assert!(rest == 0 || rest >= FEWEST, "row {row} of {full:?} as {shown:?}");
        }
    }

    #[test]
    fn a_single_row_never_leaks(counts in prop::collection::vec(0..9_usize, 0..12)) {
        let (shown, total) = one_way(&counts);
        let hidden: Vec<usize> = counts.iter().zip(&shown).filter(|(_, shown)| shown.is_none()).map(|(n, _)| *n).collect();
        prop_assert!(shown.iter().flatten().chain(&total).all(|count| *count >= FEWEST));
        let there = hidden.iter().filter(|count| **count > 0).count();
        let rest: usize = hidden.iter().sum();
        prop_assert!(total.is_none() || there == 0 || (there >= 2 && rest >= FEWEST), "{counts:?}: {shown:?} {total:?}");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[areqnmdi2575,;#.\\-\n\"0-9 ]{0,80}") {
        let _ = Reference::parse(&format!("area,n,q25,median,q75\n{text}"), &["a"]);
        let _ = Reference::parse(&text, &["a"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn shares_and_percentiles_are_in_range(count in 0..400_usize, more in 0..400_usize, score in -1e3..1e3_f64,
        mut peers in prop::collection::vec(-1e3..1e3_f64, 1..60)) {
        let share = wilson(count, count + more + 1, 0.95).unwrap();
        prop_assert!(0.0 <= share.low && share.low <= share.share && share.share <= share.high && share.high <= 1.0);
        let before = (standing(score, &peers), group_mean(&peers, 1, 0));
        prop_assert!((0.0..=100.0).contains(&mid_rank(score, &peers).unwrap()));
        peers.reverse();
        prop_assert!(before == (standing(score, &peers), group_mean(&peers, 1, 0)));
    }
}
