//! What can be asked for. The words that explain it are in the catalogues of `i18n`: see `help`.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::engine::questionnaire::Horizon;
use crate::engine::roadmap::ActionStatus;
use crate::engine::text::Lang;
use crate::tui::theme::{Charset, Theme};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "tashxis", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, infer_subcommands = false)]
pub struct Cli {
    #[command(flatten)]
    pub general: General,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct General {
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_parser = langs(), ignore_case = true, hide_possible_values = true)]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "THEME", value_parser = themes(), hide_possible_values = true)]
    pub theme: Option<Theme>,
    #[arg(long, global = true, value_name = "CHARSET", value_parser = charsets(), hide_possible_values = true)]
    pub charset: Option<CharsetChoice>,
    #[arg(long, global = true, value_name = "NAME")]
    pub interviewer: Option<String>,
    #[arg(long, global = true)]
    pub plain: bool,
    #[arg(id = "passphrase-file", long = "passphrase-file", global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    #[arg(short, long, global = true, action = clap::ArgAction::HelpShort)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The characters to draw with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharsetChoice {
    /// As the terminal and the locale suggest.
    Auto,
    /// These.
    Fixed(Charset),
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    New(New),
    Open(One),
    List(List),
    Profile(Profile),
    Explain(Explain),
    Roadmap(Roadmap),
    Stats(Stats),
    Compare(Compare),
    History(One),
    Check(Check),
    Show(Show),
    Template(Template),
    Import(Import),
    Export(Export),
    Verify,
    Backup(Backup),
    Restore(Restore),
    Repair(Repair),
    Encrypt,
    Decrypt,
    Rekey(Rekey),
    Forget(Forget),
    Completions(Completions),
    Man(Man),
}

impl Command {
    /// Whether the command reads the database, so that its passphrase is asked for first.
    pub const fn reads_the_database(&self) -> bool {
        match self {
            Self::Check(_) | Self::Show(_) | Self::Template(_) | Self::Completions(_) | Self::Man(_) => false,
            // These say themselves which file they open.
            Self::Restore(_) | Self::Repair(_) | Self::Encrypt | Self::Decrypt | Self::Rekey(_) => false,
            _ => true,
        }
    }
}

/// A new assessment.
#[derive(Debug, Args)]
pub struct New {
    #[arg(short, long, value_name = "QUESTIONNAIRE")]
    pub questionnaire: Option<String>,
    #[arg(long)]
    pub quick: bool,
    #[arg(long, value_name = "FIRM")]
    pub name: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with_all = ["questionnaire", "name"])]
    pub from: Option<String>,
}

/// One assessment.
#[derive(Debug, Args)]
pub struct One {
    #[arg(value_name = "ID")]
    pub id: String,
}

/// The list of assessments.
#[derive(Debug, Args)]
pub struct List {
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub archived: bool,
}

/// A check of questionnaires and catalogues.
#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(id = "as-of", long = "as-of", value_name = "DATE")]
    pub as_of: Option<Date>,
    #[arg(long)]
    pub json: bool,
}

/// A questionnaire as a paper form.
#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "QUESTIONNAIRE")]
    pub questionnaire: String,
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: ShowFormat,
    #[command(flatten)]
    pub target: Target,
}

/// A questionnaire as a spreadsheet to be filled in.
#[derive(Debug, Args)]
pub struct Template {
    #[arg(value_name = "QUESTIONNAIRE")]
    pub questionnaire: String,
    #[arg(long)]
    pub quick: bool,
    #[arg(long, value_name = "FIRM")]
    pub name: Option<String>,
    #[command(flatten)]
    pub target: Target,
}

/// The formats of a paper form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    #[default]
    Md,
    Html,
}

/// A profile.
#[derive(Debug, Args)]
pub struct Profile {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "FORMAT", value_enum, hide_possible_values = true)]
    pub format: Option<ProfileFormat>,
    #[arg(long)]
    pub short: bool,
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub reference: Option<PathBuf>,
    #[command(flatten)]
    pub simulation: Simulation,
    #[command(flatten)]
    pub target: Target,
}

/// The arithmetic behind one number.
#[derive(Debug, Args)]
pub struct Explain {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "WHAT")]
    pub what: Option<String>,
    #[command(flatten)]
    pub simulation: Simulation,
    #[command(flatten)]
    pub output: StatsOutput,
}

/// The roadmap of an assessment, shown or changed.
#[derive(Debug, Args)]
pub struct Roadmap {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "RECOMMENDATION")]
    pub pick: Option<String>,
    #[arg(long, value_name = "RECOMMENDATION", conflicts_with = "pick")]
    pub remove: Option<String>,
    #[command(flatten)]
    pub change: ActionChange,
    #[command(flatten)]
    pub output: StatsOutput,
}

/// The draws behind intervals.
#[derive(Debug, Args)]
pub struct Simulation {
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    pub draws: Option<u32>,
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

/// What changes of an action.
#[derive(Debug, Args)]
pub struct ActionChange {
    #[arg(long, value_name = "TEXT", requires = "pick")]
    pub owner: Option<String>,
    #[arg(long, value_name = "DATE", requires = "pick", value_parser = due)]
    pub due: Option<Due>,
    #[arg(long, value_name = "STATUS", requires = "pick", value_parser = statuses(), hide_possible_values = true)]
    pub status: Option<ActionStatus>,
    #[arg(long, value_name = "PHASE", requires = "pick", value_parser = phases(), hide_possible_values = true)]
    pub phase: Option<Phase>,
    #[arg(long, value_name = "TEXT", requires = "pick")]
    pub measure: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "pick")]
    pub note: Option<String>,
}

/// The day of an action, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due(pub Option<Date>);

/// The phase of an action, or the recommendation's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase(pub Option<Horizon>);

/// The names of the phases.
const PHASE_NAMES: [(&str, Phase); 4] = [
    ("now", Phase(Some(Horizon::Now))),
    ("year", Phase(Some(Horizon::Year))),
    ("later", Phase(Some(Horizon::Later))),
    ("own", Phase(None)),
];

/// The formats of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProfileFormat {
    Text,
    Md,
    Html,
    Pdf,
    Xlsx,
    Json,
}

impl ProfileFormat {
    /// The endings of their files; the first one of a format is the usual one.
    const ENDINGS: [(&str, Self); 8] = [
        ("txt", Self::Text),
        ("md", Self::Md),
        ("html", Self::Html),
        ("pdf", Self::Pdf),
        ("xlsx", Self::Xlsx),
        ("json", Self::Json),
        ("htm", Self::Html),
        ("markdown", Self::Md),
    ];

    /// The format that a file's ending tells, if it tells one.
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        Self::ENDINGS.into_iter().find(|(own, _)| *own == ending).map(|(_, format)| format)
    }

    /// Whether it is a page that a template can be put around.
    pub const fn has_template(self) -> bool {
        matches!(self, Self::Md | Self::Html | Self::Pdf)
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        Self::ENDINGS.into_iter().find(|(_, format)| *format == self).map_or("txt", |(ending, _)| ending)
    }
}

/// Statistics: of all assessments, or of one.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub struct Stats {
    #[arg(short, long, value_name = "QUESTIONNAIRE")]
    pub questionnaire: Option<String>,
    #[command(flatten)]
    pub output: StatsOutput,
    #[command(subcommand)]
    pub of: Option<StatsOf>,
}

/// Statistics of one assessment, or of two.
#[derive(Debug, Subcommand)]
pub enum StatsOf {
    Sensitivity(Sensitivity),
    Agreement(Compare),
    Benchmark(Benchmark),
}

/// Where one enterprise stands among its peers.
#[derive(Debug, Args)]
pub struct Benchmark {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "FILE")]
    pub reference: Option<PathBuf>,
    #[command(flatten)]
    pub output: StatsOutput,
}

/// What makes the doubt about one result.
#[derive(Debug, Args)]
pub struct Sensitivity {
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub output: StatsOutput,
}

/// Two assessments against each other.
#[derive(Debug, Args)]
pub struct Compare {
    #[arg(value_name = "ID")]
    pub one: String,
    #[arg(value_name = "ID")]
    pub other: String,
    #[command(flatten)]
    pub output: StatsOutput,
}

/// How statistics are written, and where to.
#[derive(Debug, Args)]
pub struct StatsOutput {
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: StatsFormat,
    #[command(flatten)]
    pub target: Target,
}

/// The formats of statistics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    #[default]
    Text,
    Json,
    Csv,
}

/// Where a result goes.
#[derive(Debug, Args)]
pub struct Target {
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    pub force: bool,
}

impl Target {
    /// The file it goes to; `None` is standard output.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }
}

/// Files to import.
#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(id = "identity", long = "identity", value_name = "FILE")]
    pub identity: Option<PathBuf>,
}

/// Assessments to export.
#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    pub ids: Vec<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: ExportFormat,
    #[arg(short, long, value_name = "QUESTIONNAIRE")]
    pub questionnaire: Option<String>,
    #[arg(long)]
    pub anonymous: bool,
    #[arg(id = "keep-texts", long = "keep-texts", requires = "anonymous")]
    pub keep_texts: bool,
    #[arg(long, value_name = "FILE", requires = "anonymous")]
    pub key: Option<PathBuf>,
    #[command(flatten)]
    pub closing: Closing,
    #[command(flatten)]
    pub target: Target,
}

/// Who can read an export.
#[derive(Debug, Args)]
pub struct Closing {
    #[arg(id = "recipient", long = "recipient", value_name = "PUBLIC-KEY", conflicts_with_all = ["encrypt", "unencrypted"])]
    pub recipients: Vec<String>,
    #[arg(long, conflicts_with = "unencrypted")]
    pub encrypt: bool,
    #[arg(long)]
    pub unencrypted: bool,
}

/// The formats of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    #[default]
    Json,
    Csv,
    CsvLong,
    Codebook,
    Xlsx,
    Dta,
    Sav,
}

impl ExportFormat {
    /// The name as it is typed.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// A copy of the database, or those that were made by themselves.
#[derive(Debug, Args)]
pub struct Backup {
    #[arg(value_name = "FILE", conflicts_with = "keep")]
    pub file: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=1_000))]
    pub keep: Option<u16>,
    #[arg(long, requires = "file")]
    pub unencrypted: bool,
}

/// A damaged database, and where what can be read of it goes.
#[derive(Debug, Args)]
pub struct Repair {
    #[arg(value_name = "FILE")]
    pub damaged: PathBuf,
    #[arg(short, long, value_name = "FILE", required = true)]
    pub output: PathBuf,
}

/// Another passphrase.
#[derive(Debug, Args)]
pub struct Rekey {
    #[arg(id = "new-passphrase-file", long = "new-passphrase-file", value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// Whom to erase.
#[derive(Debug, Args)]
pub struct Forget {
    #[arg(value_name = "WHOM")]
    pub whom: String,
    #[arg(long)]
    pub copies: bool,
}

/// A copy in the place of the database.
#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(id = "unencrypted", long = "unencrypted")]
    pub unencrypted: bool,
}

/// A manual page.
#[derive(Debug, Args)]
pub struct Man {
    #[arg(value_name = "COMMAND")]
    pub of: Vec<String>,
}

/// Completions of the command line.
#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub shell: Shell,
}

/// A day as dates are typed anywhere, or `none`.
fn due(text: &str) -> Result<Due, String> {
    if text == "none" {
        return Ok(Due(None));
    }
    crate::engine::answer::date(text).map(|date| Due(Some(date))).map_err(|_| "2027-03-01, 01.03.2027, none".to_owned())
}

fn statuses() -> impl TypedValueParser<Value = ActionStatus> {
    let named = |name: String| ActionStatus::ALL.into_iter().find(|(_, own)| *own == name);
    PossibleValuesParser::new(ActionStatus::ALL.map(|(_, name)| name))
        .map(move |name| named(name).map_or(ActionStatus::Planned, |(status, _)| status))
}

fn phases() -> impl TypedValueParser<Value = Phase> {
    let named = |name: String| PHASE_NAMES.into_iter().find(|(own, _)| *own == name);
    PossibleValuesParser::new(PHASE_NAMES.map(|(name, _)| name))
        .map(move |name| named(name).map_or(Phase(None), |(_, phase)| phase))
}

fn langs() -> impl TypedValueParser<Value = Lang> {
    let value = |lang: Lang| PossibleValue::new(lang.tag()).aliases(lang.aliases());
    PossibleValuesParser::new(Lang::ALL.map(value)).try_map(|tag| tag.parse::<Lang>())
}

fn themes() -> impl TypedValueParser<Value = Theme> {
    PossibleValuesParser::new(Theme::ALL.map(|(_, name)| name)).map(|name| Theme::named(&name).unwrap_or_default())
}

fn charsets() -> impl TypedValueParser<Value = CharsetChoice> {
    let names = std::iter::once("auto").chain(Charset::ALL.map(|(_, name)| name));
    PossibleValuesParser::new(names).map(|name| Charset::named(&name).map_or(CharsetChoice::Auto, CharsetChoice::Fixed))
}
