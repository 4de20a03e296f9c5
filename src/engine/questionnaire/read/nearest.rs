//! The nearest of several names to a misspelt one.

/// The most names that are compared; among more than that a guess is worth little.
const MOST_NAMES: usize = 20_000;
/// The longest name worth a guess, in characters.
const LONGEST: usize = 64;

/// The known name that differs least, if it differs by at most a third of its characters.
pub(super) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted: Vec<char> = name.to_lowercase().chars().take(LONGEST + 1).collect();
    if wanted.is_empty() || wanted.len() > LONGEST {
        return None;
    }
    let most = (wanted.len() / 3).max(1);
    known
        .into_iter()
        .take(MOST_NAMES)
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= 4 * most)
        .map(|candidate| (distance(&wanted, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= most && *distance < candidate.chars().count().max(2))
        .min_by(|one, other| one.cmp(other))
        .map(|(_, candidate)| candidate)
}

/// The edit distance of two names, a swap of neighbours counting once; case does not count.
fn distance(wanted: &[char], candidate: &str) -> usize {
    let candidate: Vec<char> = candidate.to_lowercase().chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=candidate.len()).collect();
    for (row, &letter) in wanted.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &other) in candidate.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&current, column) + 1)
                .min(at(&last, column + 1) + 1)
                .min(at(&last, column) + usize::from(letter != other));
            let swapped = row > 0
                && column > 0
                && wanted.get(row - 1) == Some(&other)
                && candidate.get(column - 1) == Some(&letter);
            if swapped {
                least = least.min(at(&before_last, column - 1) + 1);
            }
            current.push(least);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last.last().copied().unwrap_or(wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["relevant", "required", "label", "INF5", "INT5"];
        let cases = [
            ("relevent", Some("relevant")),
            ("requierd", Some("required")),
            ("lable", Some("label")),
            ("inf5", Some("INF5")),
            ("IN5", Some("INF5")),
            ("colour", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(nearest(typed, names), expected, "{typed}");
        }
    }
}
