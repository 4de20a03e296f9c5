//! The answer one step up or down from the one that counts, for trying answers.

use super::ladder::rungs;
use crate::engine::answer::Value;
use crate::engine::id::{ChoiceId, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::{Choice, Scoring};
use crate::engine::score::{self, TOLERANCE};

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To a higher score.
    Up,
    /// To a lower score.
    Down,
}

/// The answer of an item one step up or down: the next level, quarter of a number, scored choice, or one ticked
/// choice more or less. From an open item a step up leads to the lowest answer. `home` is a step of its own, so
/// that there is a way back to it. `None` where the scale ends.
pub fn step(interview: &Interview, question: QuestionIx, direction: Direction, home: Option<&Value>) -> Option<Value> {
    let asked = &interview.questionnaire().questions[question];
    let item = asked.item.as_ref()?;
    let of = |value: &Value| score::item_score(asked, item, value);
    let now = interview.effective_value(question);
    let home = home.and_then(|value| Some((of(value)?, value.clone())));
    let is_home = |score: f64| home.as_ref().is_some_and(|(at, _)| (score - at).abs() <= TOLERANCE);
    if matches!(item.scoring, Scoring::Count { .. }) {
        let value = count(interview, question, now, direction)?;
        return if of(&value).is_some_and(is_home) { home.map(|(_, value)| value) } else { Some(value) };
    }
    // What an answer really scores: a whole number may lie above its mark.
    let scale = rungs(interview, question, item).into_iter().filter_map(|rung| rung.value);
    let scale = scale.filter_map(|value| Some((of(&value)?, value))).filter(|(score, _)| !is_home(*score));
    let mut scale: Vec<(f64, Value)> = scale.chain(home.clone()).collect();
    scale.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut scale = scale.into_iter();
    let found = match (now.and_then(of), direction) {
        (Some(from), Direction::Up) => scale.find(|(score, _)| *score > from + TOLERANCE),
        (Some(from), Direction::Down) => scale.rfind(|(score, _)| *score < from - TOLERANCE),
        (None, Direction::Up) => scale.next(),
        (None, Direction::Down) => None,
    };
    found.map(|(_, value)| value)
}

/// One ticked choice more, the first that is free; or one less, the last that was ticked. With none left "none of
/// these" is the answer, where it is offered.
fn count(interview: &Interview, question: QuestionIx, now: Option<&Value>, direction: Direction) -> Option<Value> {
    let offered = interview.offered(question);
    let id = |choice: &&Choice| choice.id.clone();
    let none: Vec<ChoiceId> =
        offered.iter().copied().filter(|choice| choice.exclusive).take(1).map(|it| id(&it)).collect();
    let countable: Vec<ChoiceId> =
        offered.iter().copied().filter(|choice| !choice.exclusive).map(|it| id(&it)).collect();
    let ticked: Option<Vec<ChoiceId>> = match now {
        Some(Value::Choices(ticked)) => Some(ticked.iter().filter(|id| countable.contains(id)).cloned().collect()),
        _ => None,
    };
    let chosen = match (ticked, direction) {
        (None, Direction::Up) if !none.is_empty() => none,
        (ticked, Direction::Up) => {
            let mut ticked = ticked.unwrap_or_default();
            let free = countable.into_iter().find(|choice| !ticked.contains(choice))?;
            ticked.push(free);
            ticked
        }
        (ticked, Direction::Down) => {
            let mut ticked = ticked?;
            ticked.pop()?;
            if ticked.is_empty() { none } else { ticked }
        }
    };
    (!chosen.is_empty()).then_some(Value::Choices(chosen))
}
