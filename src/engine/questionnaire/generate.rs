//! Large questionnaires for benches and tests: a realistic mix of kinds, routing, lists and advice.

use std::fmt::Write;

/// The questions of one section.
const PER_SECTION: usize = 25;
/// The areas over which items are spread.
const AREAS: usize = 5;

/// Writes a valid questionnaire with so many questions, the same one every time. For benches and tests.
pub fn generated(questions: usize) -> String {
    let mut out = head();
    for number in 0..questions.max(AREAS) {
        if number % PER_SECTION == 0 {
            section(&mut out, number / PER_SECTION, number);
        }
        question(&mut out, number);
    }
    advice(&mut out, questions.max(AREAS));
    out
}

fn text(uz: &str, ru: &str, en: &str, number: usize) -> String {
    format!("{{ uz = \"{uz} {number}\", ru = \"{ru} {number}\", en = \"{en} {number}\" }}")
}

fn head() -> String {
    let mut out =
        String::from("format = 1\nid = \"generated\"\nversion = \"1.0.0\"\nlanguages = [\"uz\", \"ru\", \"en\"]\n");
    let _ = writeln!(out, "title = {}", text("Soʻrovnoma", "Анкета", "Questionnaire", 1));
    for number in 0..AREAS {
        let title = text("Yoʻnalish", "Направление", "Area", number);
        let _ = writeln!(out, "\n[[area]]\nid = \"A{number}\"\nweight = {}\ntitle = {title}", 1.0 / AREAS as f64);
    }
    for (number, from) in [0, 20, 40, 60, 80].into_iter().enumerate() {
        let title = text("Daraja", "Уровень", "Band", number);
        let _ = writeln!(out, "\n[[band]]\nfrom = {from}\ntitle = {title}");
    }
    let facet = text("Belgi", "Признак", "Facet", 1);
    let _ = writeln!(
        out,
        "\n[[facet_group]]\nid = \"group\"\ntitle = {facet}\nfacets = [{{ id = \"FAC\", title = {facet} }}]"
    );
    let _ = writeln!(out, "\n[[list]]\nid = \"shared\"\nsort = true\nchoices = [");
    for number in 0..200 {
        let label = text("Hudud", "Регион", "Region", number);
        let _ =
            writeln!(out, "  {{ id = \"R{number}\", label = {label}, attributes = {{ half = \"{}\" }} }},", number % 2);
    }
    out.push_str("]\n");
    out
}

fn section(out: &mut String, section: usize, number: usize) {
    let title = text("Boʻlim", "Раздел", "Section", section);
    let _ = writeln!(out, "\n[[section]]\nid = \"section-{section}\"\ntitle = {title}");
    if number >= KINDS.len() && section % 2 == 1 {
        // The level at the head of the last whole round of kinds.
        let last = number - 1;
        let _ = writeln!(out, "relevant = \"${{Q{}}} >= 1\"", last - last % KINDS.len());
    }
}

/// What stands at each place of a round: a kind and whether it is routed by the level at the head of the round.
const KINDS: [fn(&mut String, usize, usize); 9] =
    [level, yes_no, several, decimal, integer, shared, text_or_date, note, calculate];

fn question(out: &mut String, number: usize) {
    let place = number % KINDS.len();
    let label = text("Savol", "Вопрос", "Question", number);
    let _ = writeln!(out, "\n[[section.question]]\nid = \"Q{number}\"\nlabel = {label}");
    if let Some(write) = KINDS.get(place) {
        write(out, number, number - place);
    }
}

fn level(out: &mut String, number: usize, _: usize) {
    let anchors: Vec<String> = (0..5).map(|anchor| text("Bosqich", "Ступень", "Step", anchor)).collect();
    let _ = writeln!(out, "kind = \"level\"\nrequired = true\nquick = true\nlevels = [{}]", anchors.join(", "));
    item(out, number);
    out.push_str("facets = [\"FAC\"]\n");
}

fn yes_no(out: &mut String, number: usize, head: usize) {
    let (yes, no) = (text("Ha", "Да", "Yes", number), text("Yoʻq", "Нет", "No", number));
    let _ = writeln!(
        out,
        "kind = \"select_one\"\nrelevant = \"${{Q{head}}} > 0\"\nchoices = [{{ id = \"yes\", label = {yes}, score = 100 }}, \
         {{ id = \"no\", label = {no}, score = 0 }}]"
    );
    item(out, number);
}

fn several(out: &mut String, number: usize, head: usize) {
    let choices: Vec<String> = (0..6)
        .map(|choice| {
            let last = if choice == 5 { ", exclusive = true" } else { "" };
            format!("{{ id = \"c{choice}\", label = {}{last} }}", text("Javob", "Ответ", "Choice", choice))
        })
        .collect();
    let _ = writeln!(
        out,
        "kind = \"select_multiple\"\nrelevant = \"${{Q{}}} = 'yes'\"\nelse = \"c5\"\nchoices = [{}]\nscore = {{ cap = 3 }}",
        head + 1,
        choices.join(", ")
    );
    item(out, number);
}

fn decimal(out: &mut String, number: usize, head: usize) {
    let message = text("Oraliq", "Диапазон", "Range", number);
    let _ = writeln!(
        out,
        "kind = \"decimal\"\nrelevant = \"selected(${{Q{}}}, 'c1') or ${{Q{head}}} >= 3\"\nelse = 0\n\
         constraint = \". >= 0 and . <= 100\"\nconstraint_message = {message}\nscore = {{ worst = 0, best = 60 }}",
        head + 2
    );
    item(out, number);
}

fn integer(out: &mut String, number: usize, _: usize) {
    let message = text("Manfiy emas", "Не меньше нуля", "Not negative", number);
    let _ = writeln!(
        out,
        "kind = \"integer\"\nconstraint = \". >= 0\"\nconstraint_message = {message}\n\
         score = {{ worst = 0, best = 500, scale = \"log1p\" }}"
    );
    item(out, number);
}

fn shared(out: &mut String, _: usize, head: usize) {
    let _ = writeln!(
        out,
        "kind = \"select_one\"\nlist = \"shared\"\nchoice_filter = \"half = if(${{Q{}}} = 'yes', '1', '0')\"",
        head + 1
    );
}

fn text_or_date(out: &mut String, number: usize, _: usize) {
    out.push_str(if number.is_multiple_of(2) { "kind = \"text\"\nmultiline = true\n" } else { "kind = \"date\"\n" });
}

fn note(out: &mut String, _: usize, _: usize) {
    out.push_str("kind = \"note\"\n");
}

fn calculate(out: &mut String, _: usize, head: usize) {
    let _ = writeln!(
        out,
        "kind = \"calculate\"\ncalculation = \"round(coalesce(${{Q{}}}, 0) * 2 + count-selected(${{Q{}}}), 1)\"",
        head + 4,
        head + 2
    );
}

fn item(out: &mut String, number: usize) {
    let _ = writeln!(out, "area = \"A{}\"\nweight = {}", number % AREAS, 1 + number % 2);
}

/// A recommendation for every five items, a programme for every ten, and a check for every round.
fn advice(out: &mut String, questions: usize) {
    let items: Vec<usize> = (0..questions).filter(|number| number % KINDS.len() < 5).collect();
    for (number, group) in items.chunks(5).enumerate() {
        let names: Vec<String> = group.iter().map(|item| format!("\"Q{item}\"")).collect();
        let table = if number % 3 == 2 && group.len() > 1 { "programme" } else { "recommendation" };
        let body = text("Tavsiya", "Рекомендация", "Advice", number);
        let _ = writeln!(
            out,
            "\n[[{table}]]\nid = \"advice-{number}\"\nitems = [{}]\neffort = {}\nhorizon = \"3-12\"\naddressee = \"enterprise\"\n\
             title = {body}\nwhy = {body}\nfirst_step = {body}\nmeasure = {body}",
            names.join(", "),
            1 + number % 3
        );
    }
    for head in (0..questions.saturating_sub(4)).step_by(KINDS.len()) {
        let message = text("Mos emas", "Не сходится", "Does not fit", head);
        let _ = writeln!(
            out,
            "\n[[check]]\nid = \"check-{head}\"\nwhen = \"${{Q{}}} > 50 and ${{Q{head}}} = 0\"\nmessage = {message}",
            head + 3
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::questionnaire::read::read;

    #[test]
    fn every_size_is_a_valid_questionnaire() {
        for size in [0, 1, 7, 9, 26, 100, 333] {
            let (questionnaire, _) = read(&generated(size)).unwrap_or_else(|problems| panic!("{size}: {problems:#?}"));
            assert_eq!(questionnaire.questions.len(), size.max(AREAS));
        }
    }
}
