//! Names of files that the program chooses, made of what people typed.

use std::path::{Path, PathBuf};

use super::args::Target;

/// The most bytes of a name: file systems take 255, and an ending and `.part` come behind it.
const LONGEST: usize = 120;

/// Names that are devices on Windows, with whatever ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The target with a file name of its own where it names a folder.
pub fn in_folder(target: &Target, name: &str, otherwise: &str, ending: &str) -> Target {
    let output = target
        .output
        .as_ref()
        .map(|path| if path.is_dir() { named(path, name, otherwise, ending) } else { path.clone() });
    Target { output, force: target.force }
}

fn named(folder: &Path, name: &str, otherwise: &str, ending: &str) -> PathBuf {
    let name = safe(name);
    let stem = if name.is_empty() { otherwise } else { &name };
    folder.join(format!("{stem}.{ending}"))
}

/// A name that is a name everywhere: no separators, nothing that steers, not hidden, no device, not too long. Empty
/// if nothing is left.
pub fn safe(name: &str) -> String {
    let sign = |c: char| match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        c if c.is_control() || c.is_whitespace() || is_invisible(c) => ' ',
        c => c,
    };
    let written: String = name.chars().map(sign).collect();
    let words = written.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut kept = words.trim_matches(|c| matches!(c, '.' | ' ' | '-')).to_owned();
    while kept.len() > LONGEST {
        kept.pop();
    }
    let kept = kept.trim_end_matches(['.', ' ', '-']);
    if is_device(kept) { format!("_{kept}") } else { kept.to_owned() }
}

/// Marks of direction and joiners: two names that look alike should be alike.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let stem = stem.strip_suffix(|c: char| c.is_ascii_digit()).unwrap_or(&stem);
    DEVICES.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_far_as_it_is_safe() {
        for (typed, kept) in [
            ("Zarafshon Tekstil MChJ", "Zarafshon Tekstil MChJ"),
            ("«Ўзбекистон» МЧЖ № 3", "«Ўзбекистон» МЧЖ № 3"),
            ("Oʻzpaxta", "Oʻzpaxta"),
            ("A/B\\C: \"D\"?", "A-B-C- -D"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\u{1b}[2J\u{7}\nb\tc\0", "a [2J b c"),
            ("a\u{202e}b\u{feff}", "a b"),
            ("..hidden.. ", "hidden"),
            ("-rf", "rf"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("Com1", "_Com1"),
            ("Company", "Company"),
            ("///", ""),
            ("", ""),
        ] {
            assert_eq!(safe(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let name = safe(&"Ў".repeat(300));
        assert_eq!(name, "Ў".repeat(60));
        assert_eq!(safe(&format!("{} {}", "a".repeat(119), "b".repeat(50))), "a".repeat(119));
    }
}
