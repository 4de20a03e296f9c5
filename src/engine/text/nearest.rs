//! The nearest of several names to a misspelt one, for "did you mean …?".

/// The longest name worth a guess, in characters.
const LONGEST: usize = 64;

/// The known name that differs least, if it differs by at most a third of its characters.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted: Vec<char> = name.to_lowercase().chars().take(LONGEST + 1).collect();
    if wanted.is_empty() || wanted.len() > LONGEST {
        return None;
    }
    let most = (wanted.len() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (candidate, candidate.to_lowercase().chars().take(LONGEST + most).collect::<Vec<_>>()))
        .filter(|(_, letters)| letters.len().abs_diff(wanted.len()) <= most && letters.len() > 1)
        .map(|(candidate, letters)| (distance(&wanted, &letters), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The edit distance of two words, in which swapping neighbours counts once.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut previous = None;
    for (row, letter) in one.iter().enumerate() {
        let mut line = Vec::with_capacity(last.len());
        line.push(row + 1);
        let mut other_previous = None;
        for ((column, candidate), above) in other.iter().enumerate().zip(last.windows(2)) {
            let [diagonal, up] = above else { continue };
            let left = line.last().copied().unwrap_or(column);
            let mut least = (diagonal + usize::from(letter != candidate)).min(up + 1).min(left + 1);
            if previous == Some(candidate) && other_previous == Some(letter) {
                let swapped = column.checked_sub(1).and_then(|column| before_last.get(column));
                least = swapped.map_or(least, |before| least.min(before + 1));
            }
            line.push(least);
            other_previous = Some(candidate);
        }
        previous = Some(letter);
        before_last = std::mem::replace(&mut last, line);
    }
    last.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["relevant", "required", "label", "INF5", "INT5", "x"];
        let cases = [
            ("relevent", Some("relevant")),
            ("requierd", Some("required")),
            ("lable", Some("label")),
            ("inf5", Some("INF5")),
            ("IN5", Some("INF5")),
            ("colour", None),
            ("y", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(nearest(typed, names), expected, "{typed}");
        }
    }

    #[test]
    fn distance_counts_edits_and_swaps() {
        let cases = [("", "", 0), ("a", "", 1), ("abc", "acb", 1), ("ab", "ba", 1), ("kitten", "sitting", 3)];
        for (one, other, expected) in cases {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(distance(&letters(one), &letters(other)), expected, "{one} {other}");
        }
    }
}
