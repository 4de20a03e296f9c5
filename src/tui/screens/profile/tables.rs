//! The numbers behind the chart, and the second grouping of the same answers by facets.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Shown;
use crate::engine::id::ArenaIndex;
use crate::engine::profile::Profile;
use crate::engine::score::AreaScore;
use crate::tui::context::{Ctx, Session};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::{fit, pad};

/// The columns of numbers: the key of the heading and the width.
const COLUMNS: [(&str, usize); 6] = [
    ("profile-column-score", 12),
    ("profile-column-range", 8),
    ("profile-column-answers", 8),
    ("profile-column-own", 6),
    ("profile-column-around", 7),
    ("profile-column-level", 7),
];

/// The width of all columns of numbers.
const NUMBERS: usize = 48;

/// The least space for the number and bar of a facet.
const FACET_NUMBERS: usize = 22;

/// The least space for titles on the line of their numbers.
const TITLES: usize = 27;

/// The table of all areas, with the focus on one.
pub(super) fn numbers(ctx: &Ctx, session: &Session, shown: Shown, focus: usize, width: u16) -> Body {
    let profile = shown.profile;
    let questionnaire = session.interview.questionnaire();
    let titles = usize::from(width).saturating_sub(NUMBERS + 1);
    let mut body = Body::new();
    let headings = COLUMNS.map(|(key, _)| ctx.texts.get(key));
    body.line(row(ctx, "", &headings, titles, Role::Quiet));
    for (ix, area) in questionnaire.areas.enumerate() {
        let focused = ix.to_usize() == focus;
        let cursor = if focused { ctx.glyph(Glyph::Cursor) } else { " " };
        let title = format!(" {cursor}{:>2} {}", ix.to_usize() + 1, area.title.get(ctx.lang()));
        let look = if focused { Role::Selected } else { Role::Text };
        let cells = area_cells(ctx, &profile.scores.areas[ix], shown.interval(ix));
        let add = |body: &mut Body| table_rows(ctx, &title, &cells, titles, look, body);
        if focused { body.focused(add) } else { add(&mut body) }
    }
    if let Some(index) = &profile.scores.index {
        let total = |pick: fn(&AreaScore) -> usize| profile.scores.areas.iter().map(pick).sum::<usize>();
        let cells = [
            super::score_within(ctx, Some(index.headline), shown.index_interval()),
            super::range(ctx, index.low, index.high),
            format!("{}/{}", total(|area| area.answered), total(|area| area.applicable)),
            String::new(),
            String::new(),
            index.staged.to_string(),
        ];
        let title = format!("     {}", ctx.texts.get("profile-overall"));
        table_rows(ctx, &title, &cells, titles, Role::Title, &mut body);
    }
    let mut stops = vec![body.height()];
    body.blank();
    super::header::rest(ctx, session, shown, "   ", width, &mut body);
    notes(ctx, profile, width, &mut stops, &mut body);
    let stop = focus.checked_sub(questionnaire.areas.len()).and_then(|at| stops.get(at));
    if let Some(stop) = stop {
        body.focus_from(*stop);
    }
    body
}

fn area_cells(ctx: &Ctx, score: &AreaScore, interval: Option<(f64, f64)>) -> [String; 6] {
    [
        super::score_within(ctx, score.shown(), interval),
        super::range(ctx, score.low, score.high),
        format!("{}/{}", score.answered, score.applicable),
        super::score(ctx, score.enterprise.filter(|_| score.shown().is_some())),
        super::score(ctx, score.environment.filter(|_| score.shown().is_some())),
        score.staged.map_or_else(|| ctx.glyph(Glyph::NotAsked).to_owned(), |level| level.to_string()),
    ]
}

/// A title and its numbers, on one line if the titles have the space, else on two.
fn table_rows(ctx: &Ctx, title: &str, cells: &[String; 6], titles: usize, look: Role, body: &mut Body) {
    if titles >= TITLES {
        body.line(row(ctx, title, cells, titles, look));
    } else {
        body.line(Line::styled(title.to_owned(), ctx.theme.style(look)));
        body.line(row(ctx, "", cells, titles, Role::Text));
    }
}

fn row(ctx: &Ctx, title: &str, cells: &[String; 6], titles: usize, look: Role) -> Line<'static> {
    let numbers: String = cells.iter().zip(COLUMNS).map(|(cell, (_, width))| right(cell, width)).collect();
    Line::from(vec![
        Span::styled(pad(title, titles), ctx.theme.style(look)),
        Span::styled(numbers, ctx.theme.style(if look == Role::Quiet { Role::Quiet } else { Role::Text })),
    ])
}

/// A text at the right end of `width` cells.
fn right(text: &str, width: usize) -> String {
    let text = fit(text, width.saturating_sub(1));
    " ".repeat(width.saturating_sub(text.width())) + &text
}

/// What the columns mean.
const NOTES: [&str; 4] = ["profile-note-interval", "profile-note-range", "profile-note-locus", "profile-note-level"];

/// The places to stop below the areas: what the header leaves out, and each note.
pub(super) fn stops(profile: &Profile) -> usize {
    1 + NOTES.len() + usize::from(has_other_scope(profile))
}

fn has_other_scope(profile: &Profile) -> bool {
    profile.scores.areas.iter().any(super::is_of_other_scope)
}

/// What the columns mean, and what must not be compared; each where it begins is a place to stop.
fn notes(ctx: &Ctx, profile: &Profile, width: u16, stops: &mut Vec<usize>, body: &mut Body) {
    let quiet = ctx.theme.style(Role::Quiet);
    for key in NOTES {
        stops.push(body.height());
        body.text("   ", &ctx.texts.get(key), quiet, width);
    }
    if has_other_scope(profile) {
        stops.push(body.height());
        super::header::reserve(ctx, &ctx.texts.get("profile-note-scope"), width, body);
    }
}

/// The facets, group by group.
pub(super) fn facets(ctx: &Ctx, session: &Session, profile: &Profile, width: u16) -> Body {
    let questionnaire = session.interview.questionnaire();
    let mut body = Body::new();
    body.text(" ", &ctx.texts.get("profile-facets-note"), ctx.theme.style(Role::Quiet), width);
    let widest = questionnaire.facets.iter().map(|facet| facet.title.get(ctx.lang()).width()).max().unwrap_or_default();
    let titles = widest.min(usize::from(width).saturating_sub(FACET_NUMBERS));
    for group in &questionnaire.facet_groups {
        body.blank();
        body.text(" ", group.title.get(ctx.lang()), ctx.theme.style(Role::Title), width);
        for ix in &group.facets {
            let title = questionnaire.facets[*ix].title.get(ctx.lang());
            for line in facet_lines(ctx, title, profile.scores.facets[*ix], titles, usize::from(width)) {
                body.line(line);
            }
        }
    }
    body
}

/// A facet with its bar, or with the reason why it has none: below it where the line has no space.
fn facet_lines(ctx: &Ctx, title: &str, score: Option<f64>, titles: usize, width: usize) -> Vec<Line<'static>> {
    let mut line = Line::from(format!("   {} {:>4} ", pad(title, titles), super::score(ctx, score)));
    let Some(score) = score else {
        let reason = ctx.texts.get("profile-facet-open");
        let fits = line.width() + reason.width() < width;
        let reason = Span::styled(reason, ctx.theme.style(Role::Quiet));
        if fits {
            line.push_span(reason);
            return vec![line];
        }
        return vec![line, Line::from(vec![Span::raw("     "), reason])];
    };
    let bar_width = width.saturating_sub(titles + 11).min(40);
    line.extend(Bar::of(score).spans(bar_width, ctx.charset, ctx.theme));
    vec![line]
}
