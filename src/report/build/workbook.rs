//! The profile as the sheets of a workbook: the same figures as in the report, as numbers.

use super::Builder;
use crate::engine::advice::Advice;
use crate::engine::answer::{Confidence, Response, Value};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::{Route, Status};
use crate::engine::profile::{Contribution, explain};
use crate::engine::questionnaire::Locus;
use crate::engine::score::{AreaScore, ItemState};
use crate::report::model::{Block, Fact};
use crate::report::sheet::Cell;
use crate::report::xlsx::{Book, Columns, Tab};

/// A score or gain with one place.
const fn figure(number: Option<f64>) -> Cell {
    Cell::Number(number, 1)
}

fn level(level: Option<u8>) -> Cell {
    level.map_or(Cell::Number(None, 0), |level| Cell::Count(usize::from(level)))
}

/// Where the columns of the chart stand on the sheet of the areas; the order is that of [`Builder::area_tab`].
const CHARTED: Columns = Columns { titles: 1, scores: 3, targets: 12 };

impl Builder<'_> {
    /// The workbook.
    pub(in crate::report) fn book(&self) -> Book {
        let tabs = [
            self.profile_tab(),
            self.area_tab(),
            self.item_tab(),
            self.answer_tab(),
            self.action_tab(),
            self.method_tab(),
        ];
        Book {
            title: self.texts.get("report-title"),
            subject: self.meta.enterprise.clone(),
            made: self.meta.made,
            running: self.running(),
            tabs: tabs.into(),
            charted: CHARTED,
            aimed: self.meta.target.is_some(),
            chart: self.texts.get("document-bars"),
            score: self.texts.get("report-score"),
            target: self.texts.get("workbook-goal"),
        }
    }

    fn tab(&self, name: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Tab {
        let columns = columns.iter().map(|key| self.texts.get(key)).collect();
        Tab { name: self.texts.get(name), columns, rows, depths: Vec::new() }
    }

    fn word(&self, key: &str) -> Cell {
        Cell::Text(self.texts.get(key))
    }

    /// Names with values: who and when in words, the result in numbers.
    fn profile_tab(&self) -> Tab {
        let mut rows = vec![
            vec![self.word("workbook-enterprise"), Cell::Text(self.meta.enterprise.clone())],
            vec![self.word("workbook-vouched"), Cell::Text(self.running())],
        ];
        rows.extend(self.circumstances().into_iter().map(named));
        let mut depths = vec![0; rows.len()];
        let mut put = |depth: u8, key: &str, cell: Cell| {
            rows.push(vec![self.word(key), cell]);
            depths.push(depth);
        };
        if let Some(index) = &self.profile.scores.index {
            put(0, "report-index", figure(Some(index.headline)));
            if let Some(doubt) = &self.outlook.uncertainty.index {
                let ((low, high), robust) =
                    (doubt.headline.around(index.headline), doubt.robust.around(index.headline));
                put(1, "workbook-interval-low", figure(Some(low)));
                put(1, "workbook-interval-high", figure(Some(high)));
                put(1, "workbook-robust-low", figure(Some(robust.0)));
                put(1, "workbook-robust-high", figure(Some(robust.1)));
            }
            put(1, "workbook-bounds-low", figure(Some(index.low)));
            put(1, "workbook-bounds-high", figure(Some(index.high)));
            put(1, "report-band", Cell::Text(self.band(index.band)));
            put(1, "report-staged", level(Some(index.staged)));
            put(1, "report-lowest", Cell::Text(self.area_title(index.bottleneck)));
            put(1, "report-arithmetic", figure(Some(index.arithmetic)));
            put(1, "report-imbalance", figure(Some(index.imbalance)));
        } else {
            let texts = self.no_index().into_iter().filter_map(|block| match block {
                Block::Text(said) => Some(said),
                _ => None,
            });
            put(0, "report-index", Cell::Text(texts.collect::<Vec<_>>().join(" ")));
        }
        for group in &self.questionnaire.facet_groups {
            rows.push(vec![Cell::Text(self.text(&group.title).to_owned()), Cell::Text(String::new())]);
            depths.push(0);
            for facet in &group.facets {
                let title = self.text(&self.questionnaire.facets[*facet].title);
                rows.push(vec![Cell::Text(title.to_owned()), figure(self.profile.scores.facets[*facet])]);
                depths.push(1);
            }
        }
        Tab { depths, ..self.tab("workbook-profile", &["workbook-name", "workbook-value"], rows) }
    }

    fn area_tab(&self) -> Tab {
        let columns = [
            "workbook-id",
            "report-area",
            "workbook-weight",
            "report-score",
            "workbook-interval-low",
            "workbook-interval-high",
            "workbook-bounds-low",
            "workbook-bounds-high",
            "workbook-coverage",
            "report-band",
            "report-staged",
            "workbook-items-answered",
            "workbook-goal",
            "workbook-own",
            "workbook-environment",
        ];
        let areas = self.profile.scores.areas.enumerate();
        self.tab("workbook-areas", &columns, areas.map(|(ix, score)| self.area_row(ix, score)).collect())
    }

    fn area_row(&self, ix: AreaIx, score: &AreaScore) -> Vec<Cell> {
        let area = &self.questionnaire.areas[ix];
        let interval = self.area_interval(ix);
        let known = score.shown().is_some();
        vec![
            Cell::Text(area.id.to_string()),
            Cell::Text(self.area_title(ix)),
            Cell::Share(Some(area.weight)),
            figure(score.shown()),
            figure(interval.map(|(low, _)| low)),
            figure(interval.map(|(_, high)| high)),
            figure(Some(score.low)),
            figure(Some(score.high)),
            Cell::Share(Some(score.coverage)),
            Cell::Text(score.band.filter(|_| known).map(|band| self.band(band)).unwrap_or_default()),
            level(score.staged.filter(|_| known)),
            Cell::Count(score.answered),
            figure(self.goal(ix)),
            figure(score.enterprise.filter(|_| known)),
            figure(score.environment.filter(|_| known)),
        ]
    }

    fn item_tab(&self) -> Tab {
        let columns = [
            "workbook-id",
            "report-area",
            "workbook-question",
            "report-answer",
            "workbook-state",
            "report-score",
            "workbook-weight",
            "workbook-points",
            "workbook-possible",
            "workbook-gain",
            "workbook-depends-on",
        ];
        let areas = self.questionnaire.areas.indices();
        let items = areas.flat_map(|area| explain(self.questionnaire, self.profile, area));
        self.tab("workbook-items", &columns, items.map(|item| self.item_row(&item)).collect())
    }

    fn item_row(&self, item: &Contribution) -> Vec<Cell> {
        let question = &self.questionnaire.questions[item.question];
        let of = question.item.as_ref();
        let state = match item.state {
            ItemState::Scored(_) => "workbook-scored",
            ItemState::Missing => "workbook-missing",
            ItemState::Excluded => "workbook-excluded",
        };
        let locus = match of.map(|of| of.locus) {
            Some(Locus::Environment) => "workbook-environment",
            Some(Locus::Enterprise) | None => "workbook-own",
        };
        vec![
            Cell::Text(self.id(item.question)),
            Cell::Text(of.map(|of| self.area_title(of.area)).unwrap_or_default()),
            Cell::Text(self.text(&question.label).to_owned()),
            Cell::Text(self.counted(item.question)),
            self.word(state),
            figure(item.state.score()),
            Cell::Number(Some(item.weight), 2),
            figure(item.points),
            figure(item.possible),
            figure(item.gain),
            self.word(locus),
        ]
    }

    /// Every question of the form that can be answered.
    fn answer_tab(&self) -> Tab {
        let columns = [
            "workbook-id",
            "workbook-section",
            "workbook-question",
            "workbook-status",
            "report-answer",
            "workbook-number",
            "report-confidence",
            "report-evidence",
            "report-comment",
            "workbook-reason",
            "workbook-flagged",
        ];
        let questions = self.questionnaire.questions.enumerate();
        let shown = questions.filter(|(ix, question)| {
            let route = self.interview.route(*ix);
            question.kind.is_answerable() && !matches!(route, Route::OutsideForm | Route::Calculated)
        });
        self.tab("workbook-answers", &columns, shown.map(|(ix, _)| self.answer_row(ix)).collect())
    }

    fn answer_row(&self, ix: QuestionIx) -> Vec<Cell> {
        let question = &self.questionnaire.questions[ix];
        let (answer, value) = (self.interview.answer(ix), self.interview.effective_value(ix));
        let asked = self.interview.is_asked(ix);
        let status = match self.interview.status(ix) {
            Status::NotAsked if value.is_some() => "report-by-rule",
            Status::Answered => "workbook-answered",
            Status::DontKnow => "report-dont-know",
            Status::Refused => "report-refused",
            Status::NotApplicable => "workbook-excluded",
            Status::Open => "report-open",
            Status::NotAsked => "workbook-not-asked",
        };
        let confidence = answer.confidence.filter(|_| asked).map(|confidence| match confidence {
            Confidence::High => "report-confidence-high",
            Confidence::Medium => "report-confidence-medium",
            Confidence::Low => "report-confidence-low",
        });
        let reason = match &answer.response {
            Some(Response::NotApplicable { reason }) => reason.as_str(),
            _ => "",
        };
        let written = |text: &str| Cell::Text(if asked { text.to_owned() } else { String::new() });
        let flagged = if answer.flagged && asked { self.texts.get("workbook-yes") } else { String::new() };
        vec![
            Cell::Text(self.id(ix)),
            Cell::Text(self.text(&self.questionnaire.sections[question.section].title).to_owned()),
            Cell::Text(self.text(&question.label).to_owned()),
            self.word(status),
            Cell::Text(value.map(|value| self.shown(ix, value)).unwrap_or_default()),
            value.map_or(Cell::Number(None, 0), number),
            Cell::Text(confidence.map(|key| self.texts.get(key)).unwrap_or_default()),
            written(&answer.evidence),
            written(&answer.comment),
            written(reason),
            Cell::Text(flagged),
        ]
    }

    fn action_tab(&self) -> Tab {
        let columns = [
            "workbook-place",
            "workbook-id",
            "workbook-action",
            "workbook-gain",
            "workbook-sure",
            "workbook-terms",
            "report-why",
            "report-first-step",
            "report-measure",
            "report-because",
            "roadmap-owner",
            "roadmap-due",
            "roadmap-status",
            "roadmap-note",
        ];
        let advised = (1..).zip(&self.profile.advice).map(|(place, advice)| self.advised_row(place, advice));
        let others = self.meta.actions.iter().filter(|action| {
            let advised = self.profile.advice.iter();
            let mut ids = advised.map(|advice| &self.questionnaire.recommendations[advice.recommendation].id);
            !ids.any(|id| *id == action.recommendation)
        });
        let others = others.map(|action| {
            let known = self.questionnaire.recommendations.iter().find(|own| own.id == action.recommendation);
            let title = known.map(|own| self.filled(&own.title)).unwrap_or_default();
            let mut row = vec![Cell::Number(None, 0), Cell::Text(action.recommendation.clone()), Cell::Text(title)];
            row.extend([figure(None), Cell::Share(None)]);
            row.extend(std::iter::repeat_n(Cell::Text(String::new()), 5));
            row.extend(self.planned_cells(&action.recommendation));
            row
        });
        self.tab("workbook-actions", &columns, advised.chain(others).collect())
    }

    fn advised_row(&self, place: usize, advice: &Advice) -> Vec<Cell> {
        let own = &self.questionnaire.recommendations[advice.recommendation];
        let because: Vec<String> = advice.because.iter().map(|ix| self.id(*ix)).collect();
        let mut row = vec![
            Cell::Count(place),
            Cell::Text(own.id.clone()),
            Cell::Text(self.filled(&own.title)),
            figure(advice.gain),
            Cell::Share(Some(advice.confidence)),
            Cell::Text(self.terms(own)),
            Cell::Text(self.filled(&own.why)),
            Cell::Text(self.filled(&own.first_step)),
            Cell::Text(self.filled(&own.measure)),
            Cell::Text(because.join("; ")),
        ];
        row.extend(self.planned_cells(&own.id));
        row
    }

    /// What the roadmap says of a recommendation.
    fn planned_cells(&self, recommendation: &str) -> [Cell; 4] {
        let action = self.meta.actions.iter().find(|action| action.recommendation == recommendation);
        let Some(action) = action else { return [const { Cell::Text(String::new()) }; 4] };
        [
            Cell::Text(action.owner.clone()),
            action.due.map_or(Cell::Text(String::new()), Cell::Day),
            self.word(super::status_word(action.status)),
            Cell::Text(action.note.clone()),
        ]
    }

    /// The method as in the report, one statement a row.
    fn method_tab(&self) -> Tab {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut heading = self.texts.get("report-method");
        for block in self.method().blocks {
            match block {
                Block::Heading(text) => heading = text,
                Block::Text(text) => rows.push(named(Fact::new(heading.clone(), text))),
                Block::Facts(facts) => rows.extend(facts.into_iter().map(named)),
                _ => {}
            }
        }
        let uncertainty = &self.outlook.uncertainty;
        rows.push(vec![self.word("stats-draws"), Cell::Count(uncertainty.options.draws)]);
        rows.extend(uncertainty.options.seed().map(|seed| vec![self.word("stats-seed"), Cell::Text(seed.to_string())]));
        self.tab("workbook-method", &["workbook-name", "workbook-value"], rows)
    }
}

fn named(fact: Fact) -> Vec<Cell> {
    vec![Cell::Text(fact.name), Cell::Text(fact.value)]
}

/// An answer that is a number, as a number.
fn number(value: &Value) -> Cell {
    match value {
        Value::Level(level) => Cell::Count(usize::from(*level)),
        Value::Integer(number) => Cell::Number(Some(*number as f64), 0),
        Value::Decimal(number) => Cell::Number(Some(*number), 2),
        Value::Date(date) => Cell::Day(*date),
        Value::Choice(_) | Value::Choices(_) | Value::Text(_) => Cell::Number(None, 0),
    }
}
