//! Everything that has a name, gathered before anything refers to it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::findings::{Findings, Names};
use super::node::Tab;
use crate::engine::expr::{Facts, Type};
use crate::engine::id::{
    AreaIx, Arena, ArenaIndex, CheckIx, ChoiceId, FacetIx, QuestionIx, RecommendationIx, SectionIx, StrengthIx,
};
use crate::engine::questionnaire::keys::MOST_QUESTIONS;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Choice, Facet, FacetGroup};
use crate::engine::text::Message;

/// A list of choices, named or of one question.
#[derive(Debug)]
pub(super) struct List<'a> {
    /// The table it is written in.
    pub tab: Tab<'a>,
    /// Its choices.
    pub choices: Arc<Vec<Choice>>,
    /// Where each is written.
    pub places: Vec<Range<usize>>,
    /// Whether it is shown in the order of the language.
    pub sorted: bool,
    /// The names of all attributes.
    pub attributes: BTreeSet<&'a str>,
}

/// A question before its expressions are read.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    /// Its table.
    pub tab: Tab<'a>,
    /// Its name; empty if it has none.
    pub id: &'a str,
    /// Where it is named.
    pub place: Range<usize>,
    /// Its section.
    pub section: SectionIx,
    /// Its kind; empty if it has none.
    pub kind: &'a str,
    /// Its choices, by position in [`Outlines::lists`].
    pub list: Option<usize>,
    /// What expressions know of it.
    pub facts: Facts,
}

/// All names of the file.
#[derive(Debug)]
pub(super) struct Outlines<'a> {
    pub areas: Names<'a, AreaIx>,
    pub facets: Names<'a, FacetIx>,
    pub facet_groups: Vec<FacetGroup>,
    pub all_facets: Arena<FacetIx, Facet>,
    pub lists: Vec<List<'a>>,
    pub sections: Arena<SectionIx, Tab<'a>>,
    pub questions: Arena<QuestionIx, Outline<'a>>,
    pub question_names: Names<'a, QuestionIx>,
    /// Recommendations and programmes, in the order of the file.
    pub advice: Arena<RecommendationIx, (AdviceKind, Tab<'a>)>,
    pub advice_names: Names<'a, RecommendationIx>,
}

/// Which of the two tables an advice is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AdviceKind {
    /// `[[recommendation]]`
    Recommendation,
    /// `[[programme]]`
    Programme,
}

impl<'a> Outlines<'a> {
    /// Gathers all names and reports those that stand twice.
    pub fn gather(findings: &mut Findings<'a>, root: &Tab<'a>) -> Self {
        let mut lists = Vec::new();
        let list_names = named_lists(findings, root, &mut lists);
        let mut facets = Facets::new();
        facets.gather(findings, root);
        let advice = gather_advice(root);
        let mut made = Self {
            areas: declared(findings, "area", &root.tables("area")),
            facets: facets.names,
            facet_groups: facets.groups,
            all_facets: facets.all,
            lists,
            sections: root.tables("section").into_iter().collect(),
            questions: Arena::default(),
            question_names: Names::new("question"),
            advice_names: declared_of(findings, "recommendation", advice.enumerate().map(|(ix, (_, tab))| (ix, tab))),
            advice,
        };
        declared::<CheckIx>(findings, "check", &root.tables("check"));
        declared::<SectionIx>(findings, "section", &root.tables("section"));
        declared::<StrengthIx>(findings, "strength", &root.tables("strength"));
        declared::<StrengthIx>(findings, "vignette", &root.tables("vignette"));
        declared::<StrengthIx>(findings, "generic", &root.tables("generic"));
        declared::<StrengthIx>(findings, "term", &root.tables("term"));
        declared::<QuestionIx>(findings, "target", &root.tables("target"));
        declared::<QuestionIx>(findings, "reference", &root.tables("reference"));
        made.gather_questions(findings, &list_names);
        made
    }

    fn gather_questions(&mut self, findings: &mut Findings<'a>, list_names: &Names<'a, usize>) {
        let sections: Vec<(SectionIx, Tab<'a>)> =
            self.sections.enumerate().map(|(ix, section)| (ix, section.clone())).collect();
        for (section, section_tab) in sections {
            for tab in section_tab.tables("question") {
                if self.questions.len() == MOST_QUESTIONS {
                    let message = Message::new("check-too-many-questions").with("most", MOST_QUESTIONS);
                    return findings.error(tab.span, message);
                }
                let outline = self.outline(findings, list_names, section, tab);
                let name = outline.tab.name("id");
                let ix = self.questions.push(outline);
                self.question_names.declare(findings, name, ix);
            }
        }
    }

    fn outline(
        &mut self,
        findings: &mut Findings<'a>,
        list_names: &Names<'a, usize>,
        section: SectionIx,
        tab: Tab<'a>,
    ) -> Outline<'a> {
        let kind = tab.word("kind").unwrap_or_default();
        let list = match (tab.name("list"), tab.get("choices")) {
            (Some(_), Some(choices)) => {
                let message = Message::new("check-list-and-choices");
                findings.add(Problem::error(choices.span(), message).hint(Message::new("check-list-and-choices-hint")));
                None
            }
            (Some((name, span)), None) => list_names.resolve(findings, name, span),
            (None, Some(_)) => {
                self.lists.push(List::read(findings, tab.clone()));
                Some(self.lists.len() - 1)
            }
            (None, None) => {
                if matches!(kind, "select_one" | "select_multiple") {
                    let message = Message::new("check-no-choices").with("kind", kind);
                    findings
                        .add(Problem::error(tab.place("kind"), message).hint(Message::new("check-no-choices-hint")));
                }
                None
            }
        };
        let facts = facts(kind, &tab, list.and_then(|list| self.lists.get(list)));
        let id = tab.word("id").unwrap_or_default();
        Outline { id, place: tab.place("id"), section, kind, list, facts, tab }
    }

    /// The choices of a question.
    pub fn list_of(&self, question: &Outline<'a>) -> Option<&List<'a>> {
        self.lists.get(question.list?)
    }
}

impl<'a> List<'a> {
    /// Reads the key `choices` of a table.
    fn read(findings: &mut Findings<'a>, tab: Tab<'a>) -> Self {
        let mut names = Names::new("choice");
        let mut choices = Vec::new();
        let mut places = Vec::new();
        let mut attributes = BTreeSet::new();
        for choice in tab.tables("choices") {
            names.declare(findings, choice.name("id"), ());
            places.push(choice.place("id"));
            attributes.extend(attribute_table(&choice).into_iter().map(|(name, _)| name));
            choices.push(read_choice(&choice));
        }
        Self { sorted: tab.flag("sort"), choices: Arc::new(choices), places, attributes, tab }
    }
}

fn attribute_table<'a>(choice: &Tab<'a>) -> Vec<(&'a str, &'a str)> {
    let entries = choice.table("attributes").map(|attributes| attributes.entries()).unwrap_or_default();
    entries.into_iter().filter_map(|(name, _, value)| Some((name, value.get_ref().as_str()?))).collect()
}

fn read_choice(tab: &Tab<'_>) -> Choice {
    Choice {
        id: ChoiceId::new(tab.word("id").unwrap_or_default()),
        label: tab.text("label"),
        attributes: attribute_table(tab).into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        last: tab.flag("last"),
        exclusive: tab.flag("exclusive"),
        score: tab.number("score"),
    }
}

fn named_lists<'a>(findings: &mut Findings<'a>, root: &Tab<'a>, lists: &mut Vec<List<'a>>) -> Names<'a, usize> {
    let mut names = Names::new("list");
    for tab in root.tables("list") {
        names.declare(findings, tab.name("id"), lists.len());
        lists.push(List::read(findings, tab));
    }
    names
}

fn gather_advice<'a>(root: &Tab<'a>) -> Arena<RecommendationIx, (AdviceKind, Tab<'a>)> {
    let of = |key, kind| root.tables(key).into_iter().map(move |tab| (kind, tab));
    let mut advice: Vec<_> =
        of("recommendation", AdviceKind::Recommendation).chain(of("programme", AdviceKind::Programme)).collect();
    advice.sort_by_key(|(_, tab)| tab.span.start);
    advice.into_iter().collect()
}

fn declared<'a, I: ArenaIndex>(findings: &mut Findings<'a>, what: &'static str, tabs: &[Tab<'a>]) -> Names<'a, I> {
    declared_of(findings, what, tabs.iter().enumerate().map(|(n, tab)| (I::from_usize(n), tab)))
}

fn declared_of<'a: 't, 't, I: Copy>(
    findings: &mut Findings<'a>,
    what: &'static str,
    tabs: impl Iterator<Item = (I, &'t Tab<'a>)>,
) -> Names<'a, I> {
    let mut names = Names::new(what);
    for (index, tab) in tabs {
        names.declare(findings, tab.name("id"), index);
    }
    names
}

/// The facets of all groups.
struct Facets<'a> {
    names: Names<'a, FacetIx>,
    groups: Vec<FacetGroup>,
    all: Arena<FacetIx, Facet>,
}

impl<'a> Facets<'a> {
    fn new() -> Self {
        Self { names: Names::new("facet"), groups: Vec::new(), all: Arena::default() }
    }

    fn gather(&mut self, findings: &mut Findings<'a>, root: &Tab<'a>) {
        let groups = root.tables("facet_group");
        declared::<FacetIx>(findings, "facet_group", &groups);
        for group in groups {
            let mut facets = Vec::new();
            for tab in group.tables("facets") {
                let facet = Facet { id: tab.word("id").unwrap_or_default().to_owned(), title: tab.text("title") };
                let ix = self.all.push(facet);
                self.names.declare(findings, tab.name("id"), ix);
                facets.push(ix);
            }
            let id = group.word("id").unwrap_or_default().to_owned();
            self.groups.push(FacetGroup { id, title: group.text("title"), facets });
        }
    }
}

fn facts(kind: &str, tab: &Tab<'_>, list: Option<&List<'_>>) -> Facts {
    let ids = || list.map(|list| list.choices.iter().map(|choice| choice.id.to_string()).collect());
    match kind {
        "select_one" => Facts { ty: Type::Choice, values: ids() },
        "select_multiple" => Facts { ty: Type::Choices, values: ids() },
        "level" => {
            let anchors = tab.nodes("levels").count();
            Facts { ty: Type::Number, values: (anchors > 0).then(|| (0..anchors).map(|n| n.to_string()).collect()) }
        }
        "integer" | "decimal" => Facts { ty: Type::Number, values: None },
        "date" => Facts { ty: Type::Date, values: None },
        _ => Facts::default(),
    }
}
