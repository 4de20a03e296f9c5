//! The tables and keys of a questionnaire file: the one table behind the check of its shape, the hints
//! for misspelt keys and the JSON Schema.
//!
//! Says what a key may hold on its own. What keys mean together is checked in `read`.

/// A table of the file: its keys and nothing else.
#[derive(Debug)]
pub struct Table {
    /// The name under which the schema defines it.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// The keys it may have.
    pub keys: &'static [Key],
}

impl Table {
    /// The key of that name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key as written.
    pub name: &'static str,
    /// What stands behind it.
    pub holds: Holds,
    /// Whether it must be there.
    pub need: Need,
    /// The kinds of question that may have it; all, if empty.
    pub kinds: &'static [&'static str],
    /// What it is for, in one sentence.
    pub doc: &'static str,
}

impl Key {
    /// A key that may be left out.
    pub(crate) const fn new(name: &'static str, holds: Holds, doc: &'static str) -> Self {
        Self { name, holds, need: Need::Optional, kinds: &[], doc }
    }

    /// The same key, which may not be left out.
    pub(crate) const fn needed(self) -> Self {
        Self { need: Need::Always, ..self }
    }

    const fn only(self, kinds: &'static [&'static str]) -> Self {
        Self { kinds, ..self }
    }

    const fn needed_by(self, kinds: &'static [&'static str]) -> Self {
        Self { need: Need::Kinds(kinds), ..self }
    }

    /// Whether a question of that kind may have the key.
    pub fn fits(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It may not.
    Always,
    /// Questions of these kinds may not leave it out.
    Kinds(&'static [&'static str]),
}

/// What may stand behind a key.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text in every language of the file.
    Text,
    /// The version of the format.
    Format,
    /// A permanent name.
    Id,
    /// A permanent name of a choice: no white space, and not `nan`.
    ChoiceId,
    /// A language of this program.
    Language,
    /// A string that is not empty.
    Word,
    /// A semantic version.
    Version,
    /// An expression.
    Expression,
    /// `true` or `false`.
    Flag,
    /// `true`, `false` or an expression.
    FlagOrExpression,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// One of these strings, or a table of known keys.
    OneOfOrTable(&'static [&'static str], &'static Table),
    /// A whole number between two bounds, both included.
    Whole(i64, i64),
    /// A finite number between two bounds, both included.
    Number(f64, f64),
    /// A finite number between two bounds, or `false`.
    NumberOrFalse(f64, f64),
    /// An answer as typed: a string, a number or a date.
    Answer,
    /// A day: `2026-11-23`, with or without quotes.
    Day,
    /// A day, a month or a year: `2026-11-23`, `"2026-11"`, `"2026"`.
    Dated,
    /// A list of so many to so many of these.
    List(&'static Self, usize, usize),
    /// A table with names of the author's choice.
    Map(&'static Self),
    /// A table of known keys.
    Table(&'static Table),
}

/// The names of all kinds of question.
pub const KINDS: &[&str] =
    &["select_one", "select_multiple", "level", "integer", "decimal", "text", "date", "note", "calculate"];
/// The most questions a file may have.
pub const MOST_QUESTIONS: usize = 10_000;
/// The most choices of a list.
pub const MOST_CHOICES: usize = 2_000;
/// The most regular expressions of a file.
pub const MOST_PATTERNS: usize = 500;
/// The fewest and the most anchors of a level.
pub const ANCHORS: (usize, usize) = (2, 10);
/// The highest staged level of an area.
pub const TOP_LEVEL: i64 = 4;

const MANY: usize = 100_000;
const SELECTS: &[&str] = &["select_one", "select_multiple"];
const NUMBERS: &[&str] = &["integer", "decimal"];
const ANSWERED: &[&str] = &["select_one", "select_multiple", "level", "integer", "decimal", "text", "date"];
const SHOWN: &[&str] = &["select_one", "select_multiple", "level", "integer", "decimal", "text", "date", "note"];
const SCORED: &[&str] = &["select_one", "select_multiple", "level", "integer", "decimal"];
const WITH_SCORE: &[&str] = &["select_multiple", "level", "integer", "decimal"];
const FINITE: Holds = Holds::Number(f64::MIN, f64::MAX);
const PERCENT: Holds = Holds::Number(0.0, 100.0);
const SHARE: Holds = Holds::Number(0.0, 1.0);

/// The file as a whole.
pub static FILE: Table = Table {
    name: "questionnaire",
    doc: "A questionnaire: texts in all languages, routing, checks, scoring and advice.",
    keys: &[
        Key::new("format", Holds::Format, "The version of this format: 1.").needed(),
        Key::new("id", Holds::Id, "The permanent name of the questionnaire.").needed(),
        Key::new("version", Holds::Version, "The version of the questionnaire, semantic: 1.0.0.").needed(),
        Key::new("languages", Holds::List(&Holds::Language, 1, 3), "The languages in which every text exists.")
            .needed(),
        Key::new("title", Holds::Text, "The name shown to people.").needed(),
        Key::new("description", Holds::Text, "What it is for, shown before the first question."),
        Key::new("scoring", Holds::Table(&SCORING), "Settings of the method; those of the method page, if absent."),
        Key::new("area", Holds::List(&Holds::Table(&AREA), 1, 50), "The scored dimensions."),
        Key::new("band", Holds::List(&Holds::Table(&BAND), 1, 20), "The bands of the score, ascending from 0."),
        Key::new("facet_group", Holds::List(&Holds::Table(&FACET_GROUP), 1, 50), "Groups of facets."),
        Key::new("list", Holds::List(&Holds::Table(&LIST), 1, MANY), "Lists of choices that questions share."),
        Key::new("section", Holds::List(&Holds::Table(&SECTION), 1, MANY), "The sections, in order.").needed(),
        Key::new("check", Holds::List(&Holds::Table(&CHECK), 1, MANY), "Soft checks: they warn and keep both answers."),
        Key::new(
            "recommendation",
            Holds::List(&Holds::Table(&RECOMMENDATION), 1, MANY),
            "Actions that answers call for.",
        ),
        Key::new(
            "programme",
            Holds::List(&Holds::Table(&PROGRAMME), 1, MANY),
            "Actions that take the place of several recommendations.",
        ),
        Key::new("strength", Holds::List(&Holds::Table(&STRENGTH), 1, MANY), "What high scores allow next."),
        Key::new("vignette", Holds::List(&Holds::Table(&VIGNETTE), 1, MANY), "What a high level looks like elsewhere."),
        Key::new("generic", Holds::List(&Holds::Table(&GENERIC), 1, MANY), "Whom to turn to, naming nobody."),
        Key::new("term", Holds::List(&Holds::Table(&TERM), 1, MANY), "Words that are explained to whoever asks."),
        Key::new("peers", Holds::Table(&PEERS), "The questions by which enterprises are compared with their like."),
        Key::new("target", Holds::List(&Holds::Table(&TARGET), 1, 100), "Target profiles to choose from."),
        Key::new(
            "reference",
            Holds::List(&Holds::Table(&REFERENCE), 1, 1000),
            "Reference answers with expected results: the questionnaire's own tests.",
        ),
    ],
};

static SCORING: Table = Table {
    name: "scoring",
    doc: "Settings of the method.",
    keys: &[
        Key::new(
            "aggregation",
            Holds::OneOfOrTable(&["geometric", "arithmetic", "harmonic", "minimum"], &POWER),
            "How areas become the index: a named mean, or the power mean of an exponent; geometric, if absent.",
        ),
        Key::new("floor", PERCENT, "An area counts as at least this in means below the arithmetic one; 1, if absent."),
        Key::new("published", SHARE, "The coverage from which a score is published; two thirds, if absent."),
        Key::new("provisional", SHARE, "The coverage from which a score is provisional; one half, if absent."),
        Key::new("missing_areas", Holds::Whole(0, 49), "So many areas may lack a score in an index; 1, if absent."),
        Key::new("different_scope", SHARE, "Beyond this share not applicable an area is not compared; 0.4, if absent."),
        Key::new(
            "ratings",
            Holds::List(&SHARE, 3, 3),
            "The shares above which a level is partly, largely and fully reached; 0.15, 0.5 and 0.85, if absent.",
        ),
        Key::new(
            "levels",
            Holds::List(&PERCENT, 4, 4),
            "The item scores from which the levels 1 to 4 are reached; 25, 50, 75 and 100, if absent.",
        ),
    ],
};

static POWER: Table = Table {
    name: "power",
    doc: "The power mean of an exponent.",
    keys: &[Key::new(
        "power",
        Holds::Number(-20.0, 20.0),
        "The exponent: 1 is the arithmetic mean, 0 the geometric, -1 the harmonic one.",
    )
    .needed()],
};

static AREA: Table = Table {
    name: "area",
    doc: "A scored dimension.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("weight", Holds::Number(0.0, 1.0), "Share in the index; all areas sum to 1.").needed(),
        Key::new("title", Holds::Text, "The positive side, for instance Connectedness.").needed(),
        Key::new("problem", Holds::Text, "The problem it measures."),
    ],
};

static BAND: Table = Table {
    name: "band",
    doc: "A band of the score.",
    keys: &[
        Key::new("from", PERCENT, "The lowest score of the band; the first band begins at 0.").needed(),
        Key::new("title", Holds::Text, "The name shown.").needed(),
    ],
};

static FACET_GROUP: Table = Table {
    name: "facet_group",
    doc: "A group of facets.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("title", Holds::Text, "The name shown.").needed(),
        Key::new("facets", Holds::List(&Holds::Table(&FACET), 1, 100), "Its facets, in order.").needed(),
    ],
};

static FACET: Table = Table {
    name: "facet",
    doc: "A second grouping of items, by tag.",
    keys: &[
        Key::new("id", Holds::Id, "The tag that items carry.").needed(),
        Key::new("title", Holds::Text, "The name shown.").needed(),
    ],
};

static LIST: Table = Table {
    name: "list",
    doc: "A list of choices.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("sort", Holds::Flag, "Whether it is shown in the order of the language; as written, if absent."),
        CHOICES.needed(),
    ],
};

static ONE_CHOICE: Holds = Holds::Table(&CHOICE);
const CHOICES: Key = Key::new("choices", Holds::List(&ONE_CHOICE, 1, MOST_CHOICES), "The choices, in order.");

static CHOICE: Table = Table {
    name: "choice",
    doc: "A choice.",
    keys: &[
        Key::new("id", Holds::ChoiceId, "The permanent name: no white space, and not nan.").needed(),
        Key::new("label", Holds::Text, "The text shown.").needed(),
        Key::new("attributes", Holds::Map(&Holds::Word), "Columns that a choice_filter may read."),
        Key::new("last", Holds::Flag, "Stands behind the others in a sorted list."),
        Key::new("exclusive", Holds::Flag, "Stands alone, as none of these does, and never counts."),
        Key::new("score", PERCENT, "The score of the choice in a scored select_one."),
    ],
};

static SECTION: Table = Table {
    name: "section",
    doc: "A section of questions.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("title", Holds::Text, "The name shown.").needed(),
        Key::new("relevant", Holds::Expression, "When its questions are asked; always, if absent."),
        Key::new("question", Holds::List(&Holds::Table(&QUESTION), 1, MOST_QUESTIONS), "The questions, in order.")
            .needed(),
    ],
};

/// A question.
pub static QUESTION: Table = Table {
    name: "question",
    doc: "A question.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name; a changed meaning gets a new one.").needed(),
        Key::new("kind", Holds::OneOf(KINDS), "What may be answered.").needed(),
        Key::new("label", Holds::Text, "The question itself.").needed_by(SHOWN),
        Key::new("hint", Holds::Text, "Help for the respondent.").only(SHOWN),
        Key::new("guidance", Holds::Text, "Help for the interviewer: what counts, what does not.").only(SHOWN),
        Key::new("required", Holds::FlagOrExpression, "Whether closing demands an answer or a reason for none.")
            .only(ANSWERED),
        Key::new("quick", Holds::Flag, "Part of the quick form.").only(SHOWN),
        Key::new("relevant", Holds::Expression, "When it is asked; always, if absent."),
        Key::new("else", Holds::Answer, "The answer given by rule when it is not relevant.").only(ANSWERED),
        Key::new("constraint", Holds::Expression, "What an answer must satisfy; a dot is the answer.").only(ANSWERED),
        Key::new("constraint_message", Holds::Text, "Said when it does not.").only(ANSWERED),
        Key::new("source", Holds::Word, "Where the question comes from."),
        Key::new("levels", Holds::List(&Holds::Text, ANCHORS.0, ANCHORS.1), "The anchors, from level 0.")
            .only(&["level"])
            .needed_by(&["level"]),
        Key::new("list", Holds::Id, "The list of choices to offer.").only(SELECTS),
        CHOICES.only(SELECTS),
        Key::new("choice_filter", Holds::Expression, "Which choices are offered; bare names are their attributes.")
            .only(SELECTS),
        Key::new("unit", Holds::Text, "The unit shown behind the field.").only(NUMBERS),
        Key::new("multiline", Holds::Flag, "Whether the text may have many lines.").only(&["text"]),
        Key::new("calculation", Holds::Expression, "The value.").only(&["calculate"]).needed_by(&["calculate"]),
        Key::new("area", Holds::Id, "The area it is scored in.").only(SCORED),
        Key::new("weight", Holds::Number(0.0, 1000.0), "Its weight within the area; 1, if absent.").only(SCORED),
        Key::new("locus", Holds::OneOf(&["enterprise", "environment"]), "Who can change what it measures.")
            .only(SCORED),
        Key::new("facets", Holds::List(&Holds::Id, 0, 100), "The facets it counts for.").only(SCORED),
        Key::new("formative", Holds::Flag, "Part of a list without a verdict of internal consistency.").only(SCORED),
        Key::new("score", Holds::Table(&SCORE), "From answer to 0..100.").only(WITH_SCORE),
    ],
};

static SCORE: Table = Table {
    name: "score",
    doc: "From answer to 0..100.",
    keys: &[
        Key::new("worst", FINITE, "The value that scores 0.").only(NUMBERS).needed_by(NUMBERS),
        Key::new("best", FINITE, "The value that scores 100.").only(NUMBERS).needed_by(NUMBERS),
        Key::new(
            "scale",
            Holds::OneOf(&["linear", "log1p", "log"]),
            "log1p or log for skewed amounts; linear, if absent.",
        )
        .only(NUMBERS),
        Key::new("reverse", Holds::Flag, "Whether the highest level is the worst.").only(&["level"]),
        Key::new("cap", Holds::Whole(1, 255), "So many ticked choices score 100.")
            .only(&["select_multiple"])
            .needed_by(&["select_multiple"]),
    ],
};

static CHECK: Table = Table {
    name: "check",
    doc: "A soft check: it warns and keeps both answers.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("when", Holds::Expression, "True when the answers do not fit together.").needed(),
        Key::new("message", Holds::Text, "Said then.").needed(),
    ],
};

const ITEMS: Key = Key::new("items", Holds::List(&Holds::Id, 0, MANY), "The items it lifts.");
const WHEN: Key = Key::new("when", Holds::Expression, "A further condition.");
const EFFORT: Key = Key::new("effort", Holds::Whole(1, 3), "1 low, 2 medium, 3 high.").needed();
const HORIZON: Key =
    Key::new("horizon", Holds::OneOf(&["0-3", "3-12", "12+"]), "When it belongs to be done, in months.").needed();
const ADDRESSEE: Key = Key::new("addressee", Holds::OneOf(&["enterprise", "cluster", "state"]), "Who acts.").needed();
const PREREQUISITE: Key = Key::new("prerequisite", Holds::Id, "A recommendation to be done before.");
const EXCLUDES: Key =
    Key::new("excludes", Holds::List(&Holds::Id, 1, MANY), "Advice that must never be given to the same enterprise.");
const ADVICE_ID: Key = Key::new("id", Holds::Id, "The permanent name.").needed();
const ADVICE_TITLE: Key =
    Key::new("title", Holds::Text, "What to do. {INF5} stands for the answer to that question.").needed();
const WHY: Key = Key::new("why", Holds::Text, "Why, quoting the answer that made it fire.").needed();
const FIRST_STEP: Key = Key::new("first_step", Holds::Text, "The first step, within 30 days.").needed();
const STEPS: Key = Key::new("steps", Holds::Text, "Steps to 90 days.");
const MEASURE: Key = Key::new("measure", Holds::Text, "How one will know that it worked.").needed();
const CATALOGUE: Key = Key::new(
    "catalogue",
    Holds::List(&Holds::Word, 0, 100),
    "Who can help: neutral texts of this file, met by a catalogue, or its records.",
);

static RECOMMENDATION: Table = Table {
    name: "recommendation",
    doc: "An action that the answers call for.",
    keys: &[
        ADVICE_ID,
        ITEMS,
        WHEN,
        Key::new(
            "threshold",
            Holds::NumberOrFalse(0.0, 100.0),
            "Fires when an item scores at most this; 25, if absent; false: only when decides.",
        ),
        EFFORT,
        HORIZON,
        ADDRESSEE,
        PREREQUISITE,
        EXCLUDES,
        ADVICE_TITLE,
        WHY,
        FIRST_STEP,
        STEPS,
        MEASURE,
        CATALOGUE,
    ],
};

static PROGRAMME: Table = Table {
    name: "programme",
    doc: "An action that takes the place of the recommendations whose items all belong to it.",
    keys: &[
        ADVICE_ID,
        ITEMS.needed(),
        WHEN,
        Key::new("threshold", PERCENT, "Fires when the mean score of its answered items is below; 35, if absent."),
        Key::new("min_answered", Holds::Whole(1, 255), "The fewest answered items that allow a verdict; 2, if absent."),
        EFFORT,
        HORIZON,
        ADDRESSEE,
        PREREQUISITE,
        EXCLUDES,
        ADVICE_TITLE,
        WHY,
        FIRST_STEP,
        STEPS,
        MEASURE,
        CATALOGUE,
    ],
};

static STRENGTH: Table = Table {
    name: "strength",
    doc: "What a high score allows next.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("area", Holds::Id, "The area whose score counts."),
        Key::new("items", Holds::List(&Holds::Id, 1, 100), "The items of which each score counts, instead of an area."),
        Key::new("from", PERCENT, "The least score that counts; if absent, 60 for an area, 75 for items."),
        WHEN,
        Key::new("title", Holds::Text, "What to make of it.").needed(),
        Key::new("text", Holds::Text, "How.").needed(),
    ],
};

static VIGNETTE: Table = Table {
    name: "vignette",
    doc: "A short case of what a high level looks like, with its source.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("areas", Holds::List(&Holds::Id, 1, 50), "The areas it illustrates."),
        Key::new("facets", Holds::List(&Holds::Id, 1, 100), "The facets it illustrates."),
        Key::new("title", Holds::Text, "Where it happened.").needed(),
        Key::new("text", Holds::Text, "What happened there.").needed(),
        Key::new("source", Holds::Word, "Where it is said.").needed(),
    ],
};

static GENERIC: Table = Table {
    name: "generic",
    doc: "Whom to turn to where no catalogue names anybody.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name, which recommendations and catalogues refer to.").needed(),
        Key::new("text", Holds::Text, "Words that hold in any country.").needed(),
    ],
};

static TERM: Table = Table {
    name: "term",
    doc: "A word that is explained to whoever asks.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("name", Holds::Text, "The word, as it is listed.").needed(),
        Key::new("words", Holds::Text, "Beginnings of words that stand for it, between commas; the name, if absent."),
        Key::new("text", Holds::Text, "What it means.").needed(),
    ],
};

static PEERS: Table = Table {
    name: "peers",
    doc: "The questions by which enterprises are compared with their like.",
    keys: &[
        Key::new("sector", Holds::Id, "The question that tells the branch, a select_one."),
        Key::new("size", Holds::Id, "The question that tells the size: a select_one, or a number with size_from."),
        Key::new("region", Holds::Id, "The question that tells the region, a select_one."),
        Key::new(
            "size_from",
            Holds::List(&FINITE, 1, 20),
            "The least number of each class of size but the lowest, ascending.",
        ),
    ],
};

static TARGET: Table = Table {
    name: "target",
    doc: "A target profile to choose from.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("title", Holds::Text, "The name shown.").needed(),
        Key::new("levels", Holds::Map(&LEVEL), "The level aimed at in each area.").needed(),
    ],
};

const LEVEL: Holds = Holds::Whole(0, TOP_LEVEL);

static REFERENCE: Table = Table {
    name: "reference",
    doc: "Reference answers with expected results.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("title", Holds::Text, "The name shown.").needed(),
        Key::new("form", Holds::OneOf(&["full", "quick"]), "Which questions are asked; full, if absent."),
        Key::new("answers", Holds::Map(&Holds::Answer), "The answers as typed; dont_know! and refused! as such.")
            .needed(),
        Key::new("expect", Holds::Table(&EXPECT), "What must come out; absent parts are not compared.").needed(),
    ],
};

static EXPECT: Table = Table {
    name: "expect",
    doc: "Expected results.",
    keys: &[
        Key::new("index", PERCENT, "The headline index."),
        Key::new("level", LEVEL, "The staged level of the enterprise."),
        Key::new("areas", Holds::Map(&PERCENT), "The scores of areas."),
        Key::new("path", Holds::Whole(0, 10_000), "The number of questions a person is asked to answer."),
        Key::new("recommendations", Holds::List(&Holds::Id, 0, MANY), "Every recommendation that fires, in any order."),
    ],
};

#[cfg(test)]
pub(in crate::engine) mod tests;
