//! What stays as it is in every alphabet of Uzbek: addresses, placeholders, code, names of keys,
//! acronyms and foreign words.

/// How much of a word stays as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// All of it.
    Whole,
    /// That many bytes; an Uzbek ending follows.
    Start(usize),
    /// None of it.
    Nothing,
}

/// Acronyms and names that are written in Latin letters everywhere; all have a capital after the
/// first letter. Endings may follow: `ERPni`.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "AA", "AAA", "AI", "API", "B2B", "BB", "BBB", "BI", "BMW", "CBHE", "CRM", "CSV", "CUz", "EAEU", "EBRD", "ECCP",
    "EEN", "ERP", "ESG", "EUR", "GIZ", "GLOBALG", "GMP", "GOTS", "GSP", "HR", "HTML", "IATF", "ID", "IEC", "IP",
    "IRIS", "ISIC", "ISO", "IT", "IoT", "JICA", "JSON", "KOICA", "KPI", "KiB", "LED", "MES", "MUNIS", "MVP", "MiB", "NPS",
    "ODK", "OEKO", "OEM", "OSLO", "PDF", "PDM", "PLM", "PNG", "QR", "REACH", "RFID", "ROI", "SAP", "SMETA", "SMS", "SPSS",
    "SQL", "SVG", "TIF", "TISC", "TOML", "TRL", "TVET", "UNDP", "UNESCO", "UNIDO", "URL", "USAID", "USB", "USD", "UTF",
    "VPN", "WIPO", "XLS", "XLSForm", "XLSX", "XML",
];

/// Names of keys, only as whole words: *Endi* is no key.
const KEYS: &[&str] = &[
    "Alt",
    "Backspace",
    "Ctrl",
    "Del",
    "Delete",
    "End",
    "Enter",
    "Esc",
    "Home",
    "Ins",
    "Insert",
    "PageDown",
    "PageUp",
    "PgDn",
    "PgUp",
    "Shift",
    "Space",
    "Tab",
];

/// English words of code, firms and programmes, only as whole words. Words with `w` or a bare `c` need
/// no mention.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "Daimler", "Enterprise", "Erasmus", "Europe", "Google", "Horizon", "Oracle", "Stata", "age", "area", "areas", "auto", "bash",
    "best", "blocks", "braille", "build", "chmod", "dark", "date", "done", "dropped", "dta", "elvish", "facets", "false", "fish", "from",
    "gate", "generic", "html", "index", "items", "json", "languages", "later", "light", "list", "ln", "log", "md",
    "mono", "none", "note", "pdf", "planned", "ru", "sav", "targets", "text", "threshold", "true", "uz", "xlsx", "year",
    "zsh",
];

/// Words that are code or foreign only together.
const PHRASES: &[&str] = &[
    "age-keygen",
    "csv-long",
    "under-way",
    "spin-off",
    "start-up",
    "e-mail",
    "ex-ante",
    "in-house",
    "uz-Cyrl",
    "uz-Latn-x-2026",
];

/// Endings of addresses and of file names.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "com", "edu", "eu", "gov", "info", "int", "io", "net", "org", "ru", "uz",
    "csv", "db", "ftl", "html", "json", "md", "pdf", "rs", "sqlite", "sql", "svg", "toml", "txt", "xlsx", "zip",
];

/// The length of what stays as it is and begins here, if anything does that is more than a word.
pub(super) fn span(rest: &str, before: Option<char>) -> Option<usize> {
    if let Some(length) = bracketed(rest) {
        return Some(length);
    }
    if before.is_some_and(is_letter_or_digit) {
        return None;
    }
    let first = rest.chars().next()?;
    if first == '-' && rest.starts_with("--") && rest.chars().nth(2).is_some_and(char::is_alphabetic) {
        return Some(rest.find(char::is_whitespace).unwrap_or(rest.len()));
    }
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    phrase(rest).or_else(|| address(rest)).or_else(|| command(rest)).or_else(|| assigned(rest))
}

/// `{…}` with what is nested in it, and `[[…]]`.
fn bracketed(rest: &str) -> Option<usize> {
    if rest.starts_with("[[") {
        return Some(rest.find("]]")? + "]]".len());
    }
    if !rest.starts_with('{') {
        return None;
    }
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

fn phrase(rest: &str) -> Option<usize> {
    let is_here = |phrase: &&&str| {
        rest.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
            && !rest.get(phrase.len()..).is_some_and(|after| after.starts_with(is_letter_or_digit))
    };
    PHRASES.iter().find(is_here).map(|phrase| phrase.len())
}

/// An address of the net, an e-mail address, the name of a file.
fn address(rest: &str) -> Option<usize> {
    let run = rest.find(|c: char| c.is_whitespace() || matches!(c, '“' | '”' | '«' | '»' | '"' | '(' | ')' | ','));
    let run = rest.get(..run.unwrap_or(rest.len()))?.trim_end_matches(['.', ':', ';', '?', '!', '…', '/', '`']);
    let has_known_ending = |part: &str| {
        let (name, ending) = part.rsplit_once('.').unwrap_or_default();
        !name.is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
    };
    let is_address = run.contains("://") || run.contains('@') || run.split('/').any(has_known_ending);
    is_address.then_some(run.len())
}

/// The name of the program where it is a command: `tashxis list`, `tashxis FAYL`, `tashxis --help`.
/// Its commands are English words and stay as well.
fn command(rest: &str) -> Option<usize> {
    let name = "tashxis";
    let argument = rest.strip_prefix(name)?.strip_prefix(' ')?;
    let word = argument.get(..argument.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(argument.len()))?;
    if COMMANDS.contains(&word) {
        return Some(name.len() + 1 + word.len());
    }
    let is_placeholder = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_placeholder || argument.starts_with("--")).then_some(name.len())
}

/// The name of a variable that is given a value: `TERM=dumb`.
fn assigned(rest: &str) -> Option<usize> {
    let length = rest.find(|c| !is_letter_or_digit(c))?;
    rest.get(length..)?.starts_with('=').then_some(length)
}

/// The commands of the program.
const COMMANDS: &[&str] = &[
    "backup",
    "check",
    "compare",
    "completions",
    "decrypt",
    "encrypt",
    "export",
    "forget",
    "history",
    "import",
    "list",
    "man",
    "new",
    "open",
    "profile",
    "rekey",
    "repair",
    "restore",
    "template",
    "verify",
];

/// Whether a character belongs to a word: the marks of oʻ and gʻ and the apostrophe are letters.
pub(super) fn is_letter_or_digit(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the word that begins here. An apostrophe of any shape belongs to it where Uzbek
/// has one: after o or g, and between letters.
pub(super) fn word_length(rest: &str) -> usize {
    let mut before = ' ';
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let is_inside = is_apostrophe(c) && before.is_alphabetic() && after.is_alphabetic();
        if !is_letter_or_digit(c) && !is_inside {
            return at;
        }
        before = c;
    }
    rest.len()
}

/// Whether a character is an apostrophe as people type it. ʻ and ʼ are letters already.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | '′' | '＇' | 'ʻ' | 'ʼ')
}

/// How much of a word stays as it is.
pub(super) fn word(word: &str) -> Kept {
    if let Some(length) = with_ending(word) {
        return Kept::Start(length);
    }
    let kept = is_foreign(word) || is_code(word) || is_single_letter(word) || is_roman(word) || is_mixed(word);
    if kept { Kept::Whole } else { Kept::Nothing }
}

/// The length of a name that stays, if the word is it or it with an ending in lower case.
fn with_ending(word: &str) -> Option<usize> {
    if !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let fits = |name: &&&str| {
        word.strip_prefix(**name).is_some_and(|ending| ending.chars().all(|c| c.is_lowercase() || is_apostrophe(c)))
    };
    NAMES.iter().filter(fits).map(|name| name.len()).max()
}

fn is_foreign(word: &str) -> bool {
    let other_letter = |c: char| c.is_alphabetic() && !c.is_ascii() && !is_apostrophe(c);
    KEYS.contains(&word)
        || FOREIGN.contains(&word)
        || word.contains(['w', 'W'])
        || word.contains(other_letter)
        || has_bare_c(word)
}

fn has_bare_c(word: &str) -> bool {
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        if matches!(letter, 'c' | 'C') && !matches!(letters.peek(), Some('h' | 'H')) {
            return true;
        }
    }
    false
}

/// `F5`, `log1p`, `select_one`; a number may be followed by letters: *5ta*.
fn is_code(word: &str) -> bool {
    word.contains('_') || word.contains(|c: char| c.is_ascii_digit()) && !word.starts_with(|c: char| c.is_ascii_digit())
}

/// `A`, `x`, `k`: only *u* is a word.
fn is_single_letter(word: &str) -> bool {
    word.len() == 1 && !matches!(word, "u" | "U")
}

/// A Roman number in capital letters.
fn is_roman(word: &str) -> bool {
    let mut rest = word;
    let digits = [["CM", "CD", "D", "C"], ["XC", "XL", "L", "X"], ["IX", "IV", "V", "I"]];
    for [nine, four, five, one] in digits {
        match rest.strip_prefix(nine).or_else(|| rest.strip_prefix(four)) {
            Some(after) => rest = after,
            None => {
                rest = rest.strip_prefix(five).unwrap_or(rest);
                for _ in 0..3 {
                    rest = rest.strip_prefix(one).unwrap_or(rest);
                }
            }
        }
    }
    rest.is_empty()
}

/// A capital letter after a small one is a foreign name (`GitHub`), unless the small one is the
/// second half of an Uzbek letter: *MChJ*, *YaTT*, *OʻzR*.
fn is_mixed(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let is_half = |first: char, second: char| {
        matches!((first, second), ('C' | 'S', 'h') | ('Y', 'a' | 'e' | 'o' | 'u')) || is_apostrophe(first)
    };
    let foreign = |at: usize, pair: &[char]| match pair {
        [small, capital] if small.is_lowercase() && capital.is_uppercase() && !is_apostrophe(*small) => {
            !at.checked_sub(1).and_then(|at| letters.get(at)).is_some_and(|first| is_half(*first, *small))
        }
        _ => false,
    };
    letters.windows(2).enumerate().any(|(at, pair)| foreign(at, pair))
}
