//! The few lines printed to the shell when the terminal interface is left.

use super::Meta;
use super::wrap::{width, wrap};
use crate::engine::id::AreaIx;
use crate::engine::interview::Interview;
use crate::engine::profile::{Profile, fill};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score::Publication;
use crate::i18n::Texts;

/// The width of the shell.
const COLUMNS: usize = 80;

/// The most areas that are shown; of more, the lowest.
const AREAS: usize = 5;

/// The cells of a bar.
const BAR: usize = 20;

/// The widest title of an area, so that a line keeps to 80 columns.
const TITLES: usize = 44;

/// Six to ten lines: who, how far, the index, the areas, the first action.
pub fn summary(profile: &Profile, interview: &Interview, meta: &Meta, texts: &Texts) -> String {
    let questionnaire = interview.questionnaire();
    let title = questionnaire.title.get(texts.lang());
    let progress = [("done", profile.progress.done.into()), ("asked", profile.progress.asked.into())];
    let mut lines = cut(&format!("{} · {title} {}", meta.enterprise, questionnaire.version), 1);
    lines.extend(cut(&texts.with("report-summary-progress", &progress), 1));
    lines.extend(cut(&index(profile, questionnaire, texts), 2));
    lines.extend(areas(profile, questionnaire, texts));
    lines.extend(first_action(profile, interview, texts).into_iter().flat_map(|action| cut(&action, 1)));
    lines.join("\n") + "\n"
}

/// A text in at most so many lines of the shell.
fn cut(text: &str, most: usize) -> Vec<String> {
    let mut lines = wrap(text, COLUMNS - 1, 0);
    if lines.len() > most {
        lines.truncate(most);
        lines.iter_mut().skip(most - 1).for_each(|line| line.push('…'));
    }
    lines
}

fn index(profile: &Profile, questionnaire: &Questionnaire, texts: &Texts) -> String {
    let Some(index) = &profile.scores.index else { return texts.get("report-summary-no-index") };
    let band = questionnaire.bands.get(index.band).map(|band| band.title.get(texts.lang())).unwrap_or_default();
    let args = [
        ("score", texts.fixed(index.headline, 1).into()),
        ("low", texts.fixed(index.low, 1).into()),
        ("high", texts.fixed(index.high, 1).into()),
        ("band", band.into()),
        ("level", index.staged.to_string().into()),
    ];
    match index.publication {
        Publication::Published if index.high - index.low < 0.05 => texts.with("report-summary-index-exact", &args),
        Publication::Published => texts.with("report-summary-index", &args),
        Publication::Provisional | Publication::Suppressed => texts.with("report-summary-provisional", &args),
    }
}

fn areas(profile: &Profile, questionnaire: &Questionnaire, texts: &Texts) -> Vec<String> {
    let score = |area: AreaIx| profile.scores.areas[area].shown();
    let mut shown: Vec<AreaIx> = questionnaire.areas.indices().collect();
    shown.sort_by(|one, other| score(*one).unwrap_or(0.0).total_cmp(&score(*other).unwrap_or(0.0)));
    shown.truncate(AREAS);
    shown.sort();
    let title = |area: AreaIx| shortened(questionnaire.areas[area].title.get(texts.lang()));
    let widest = shown.iter().map(|area| width(&title(*area))).max().unwrap_or_default();
    let line = |area: &AreaIx| {
        let (title, score) = (title(*area), score(*area));
        let fill = " ".repeat(widest.saturating_sub(width(&title)));
        let figure = score.map_or_else(|| "—".to_owned(), |score| texts.fixed(score, 1));
        format!("  {title}{fill}  {figure:>5}  {}", bar(score.unwrap_or_default()))
    };
    shown.iter().map(line).collect()
}

fn bar(score: f64) -> String {
    let full = (score / 100.0 * BAR as f64).round() as usize;
    (0..BAR).map(|cell| if cell < full { '█' } else { '░' }).collect()
}

fn shortened(title: &str) -> String {
    if width(title) <= TITLES {
        return title.to_owned();
    }
    let mut short = String::new();
    for letter in title.chars() {
        if width(&short) + width(letter.encode_utf8(&mut [0; 4])) >= TITLES {
            break;
        }
        short.push(letter);
    }
    short + "…"
}

fn first_action(profile: &Profile, interview: &Interview, texts: &Texts) -> Option<String> {
    let first = profile.advice.first()?;
    let title = interview.questionnaire().recommendations[first.recommendation].title.get(texts.lang());
    let action = fill(title, interview, texts.lang(), |number| texts.exact(number));
    Some(texts.with("report-summary-first", &[("action", action.into())]))
}
