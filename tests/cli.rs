//! Every command as scripts and people call it: what is printed where, and the exit code.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fs;
use std::sync::Arc;

use jiff::Zoned;
use tashxis::engine::id::AssessmentId;
use tashxis::engine::interview::{Form, Interview};
use tashxis::engine::library::Library;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::text::Lang;
use tashxis::store::Identity;

#[path = "support/machine.rs"]
mod machine;

use machine::{Machine, answer, called, json, writer};

#[test]
fn help_and_version_are_answers_and_speak_the_readers_language() {
    let machine = Machine::new();
    machine.call(&["--help"]).with(0).says("Usage: tashxis").says("completions");
    machine.call(&["--lang", "ru", "--help"]).with(0).says("Использование: tashxis").says("Начать новую оценку");
    machine.call(&["list", "--lang=uz", "-h"]).with(0).says("Foydalanish: tashxis list");
    machine.call(&["list", "--lang=uz-cyrl", "-h"]).with(0).says("Фойдаланиш: tashxis list");
    machine.call(&["list", "--lang=uz-2026", "-h"]).with(0).says("Baholaş");
    machine.call(&["--version"]).with(0).says(env!("CARGO_PKG_VERSION"));
}

#[test]
fn the_language_is_asked_for_then_chosen_then_the_systems() {
    let machine = Machine::new();
    let list = |lang: &str, variables: &[(&str, &str)]| {
        let arguments = ["--lang", lang, "list"];
        let mut command = machine.command(if lang.is_empty() { &arguments[2..] } else { &arguments });
        command.envs(variables.iter().copied());
        called(&mut command).with(0).out
    };
    let (uz, ru, en) = ("Hozircha baholash yoʻq", "Оценок пока нет", "There are no assessments");
    assert!(list("", &[]).contains(en));
    assert!(list("", &[("LANG", "ru_RU.UTF-8")]).contains(ru));
    assert!(list("", &[("LANG", "ru_RU.UTF-8"), ("LC_MESSAGES", "uz_UZ.UTF-8")]).contains(uz));
    assert!(list("", &[("LANG", "uz_UZ@cyrillic")]).contains("Ҳозирча баҳолаш йўқ"));
    assert!(list("uz-Latn-x-2026", &[]).contains("Hozirça baholaş yöq"));
    assert!(list("", &[("LC_ALL", "en_US.UTF-8"), ("LC_MESSAGES", "uz_UZ.UTF-8")]).contains(en));
    assert!(list("", &[("LANG", "ru_RU.UTF-8"), ("TASHXIS_LANG", "uz")]).contains(uz));
    let mut store = writer(&machine.path("tashxis/tashxis.db"), Identity::default());
    store.keep_setting("lang", "ru").unwrap();
    assert!(list("", &[("TASHXIS_LANG", "uz")]).contains(ru), "while the setting is still in the log");
    drop(store);
    assert!(list("", &[("TASHXIS_LANG", "uz")]).contains(ru));
    assert!(list("uz", &[]).contains(uz));
}

#[test]
fn wrong_usage_is_told_from_other_failures() {
    let machine = Machine::new();
    let wrong: [&[&str]; 9] = [
        &["nope"],
        &["open"],
        &["export"],
        &["export", "--all", "abcd"],
        &["profile", "abcd", "--format", "docx"],
        &["profile", "abcd", "--force"],
        &["--lang", "fr", "list"],
        &["--theme", "pink", "list"],
        &["import"],
    ];
    for arguments in wrong {
        machine.call(arguments).with(2).complains("hint: tashxis --help lists the commands");
    }
    machine.call(&["--lang", "ru", "nope"]).with(2).complains("подсказка: команды перечисляет tashxis --help");
}

#[test]
fn without_a_terminal_the_program_works_line_by_line_and_says_so() {
    let machine = Machine::new();
    for arguments in [&[][..], &["new"], &["new", "--name", "Firm"]] {
        machine.call(arguments).with(0).says("Plain mode, line by line").says("Everything is saved");
    }
    machine.call(&["open", "abcd"]).with(2).complains("No assessment");
}

#[test]
fn the_list_shows_ids_that_can_be_used() {
    let machine = Machine::new();
    machine.call(&["list"]).with(0).says("There are no assessments. Begin one with: tashxis new");
    let ids = ["Buxoro Non", "Оқтош\u{1b}[31m Сут"].map(|name| machine.assessment(name));
    let list = machine.call(&["list"]).with(0).says("Buxoro Non").says("sample 1.2.0").out;
    assert_eq!(list.lines().count(), 3);
    for (line, id) in list.lines().skip(1).zip(ids.iter().rev()) {
        let short = line.split_whitespace().next().unwrap();
        assert!(id.ends_with(short), "{short} {id}");
        machine.call(&["profile", short]).with(0);
        machine.call(&["profile", &id[..id.len() - 2]]).with(0);
        machine.call(&["profile", &id.to_uppercase()]).with(0);
    }
    let listed = json(&machine.call(&["list", "--json"]).with(0).out);
    assert_eq!(listed["format"], "tashxis-list/1");
    assert_eq!(listed["assessments"][1]["id"], ids[0]);
}

#[test]
fn the_archive_is_listed_when_asked() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let mut store = writer(&machine.path("tashxis/tashxis.db"), Identity::default());
    store.archive(AssessmentId(id.parse().unwrap()), true).unwrap();
    drop(store);
    machine.call(&["list"]).with(0).says("There are no assessments");
    machine.call(&["list", "--archived"]).with(0).says("Buxoro Non").says("archived");
    machine.call(&["profile", &id]).with(0);
}

#[test]
fn ids_that_fit_none_or_several_are_explained() {
    let machine = Machine::new();
    let ids = ["One", "Two"].map(|name| machine.assessment(name));
    let hint = "hint: tashxis list shows the ids";
    machine.call(&["profile", "ab"]).with(2).complains("“ab” is too short").complains(hint);
    machine.call(&["profile", "zzzz"]).with(2).complains("begins or ends with “zzzz”").complains(hint);
    let common: String = ids[0].chars().zip(ids[1].chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
    assert!(common.len() >= 4, "made in the same moment");
    let several = machine.call(&["history", &common]).with(2).complains("fits several assessments");
    several.complains("(One)").complains("(Two)").complains("hint: write more of the id");
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_reading() {
    let machine = Machine::new();
    for arguments in [&["list"][..], &["profile", "abcd"], &["export", "--all"], &["verify"], &["backup", "copy.db"]] {
        let mut all = vec!["--db", "typo.db"];
        all.extend(arguments);
        machine
            .call(&all)
            .with(2)
            .complains("There is no database typo.db")
            .complains("hint: check the name after --db");
    }
    assert!(!machine.path("typo.db").exists());
    fs::write(machine.path("text.db"), "no database at all, but some text that is long enough").unwrap();
    machine.call(&["--db", "text.db", "list"]).with(3).complains("is not a database");
    machine.call(&["--db", "/proc/nowhere/x.db", "import", "x.json"]).with(3).complains("/proc/nowhere");
}

#[test]
fn a_profile_is_text_or_json_and_replaces_nothing_unasked() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let text = machine.call(&["profile", &id]).with(0).says("Buxoro Non").out;
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    machine.call(&["profile", &id, "--lang", "ru"]).with(0).says("Связанность");
    let profile = json(&machine.call(&["profile", &id, "--format", "json"]).with(0).out);
    assert_eq!(
        (profile["format"].as_str(), profile["assessment"]["id"].as_str()),
        (Some("tashxis-profile/1"), Some(&*id))
    );
    machine.call(&["profile", &id, "-o", "out.txt"]).with(0).says("Written: out.txt");
    fs::write(machine.path("out.txt"), "mine").unwrap();
    let refused = machine.call(&["profile", &id, "-o", "out.txt"]).with(2);
    refused.complains("out.txt exists already").complains("--force");
    assert_eq!(fs::read_to_string(machine.path("out.txt")).unwrap(), "mine");
    machine.call(&["profile", &id, "-o", "out.txt", "--force"]).with(0);
    assert!(fs::read_to_string(machine.path("out.txt")).unwrap().contains("Buxoro Non"));
    machine.call(&["profile", &id, "-o", "no/folder/out.txt"]).with(3).complains("no/folder/out.txt cannot be written");
    assert_eq!(machine.call(&["profile", &id, "-o", "-"]).with(0).out.lines().count(), text.lines().count());
}

#[test]
fn a_profile_is_written_as_a_page_and_in_a_folder_by_the_name_of_the_enterprise() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro/Non: \"A\"\u{1b}[2J");
    let page = machine.call(&["profile", &id, "--format", "html"]).with(0).says("<!DOCTYPE html>").out;
    machine.call(&["profile", &id, "--format", "md", "--short"]).with(0).says("# Buxoro/Non");
    // The ending of the file says the format, unless it is said.
    machine.call(&["profile", &id, "-o", "a.html"]).with(0);
    machine.call(&["profile", &id, "--format", "json", "-o", "b.html"]).with(0);
    assert_eq!(fs::read_to_string(machine.path("a.html")).unwrap().lines().next(), page.lines().next());
    assert!(fs::read_to_string(machine.path("b.html")).unwrap().starts_with('{'));
    fs::create_dir(machine.path("folder")).unwrap();
    let written = "folder/Buxoro-Non- -A-[2J.html";
    machine.call(&["profile", &id, "--format", "html", "-o", "folder"]).with(0).says(written);
    assert!(fs::read_to_string(machine.path(written)).unwrap().contains("Buxoro/Non: &quot;A&quot;"));
    machine.call(&["profile", &id, "--format", "html", "-o", "folder"]).with(2).complains("exists already");
    machine.call(&["profile", &id, "--format", "html", "-o", "folder", "--force"]).with(0);
    assert_eq!(fs::read_dir(machine.path("folder")).unwrap().count(), 1);
}

#[test]
fn a_template_is_taken_from_a_file_or_the_configuration_and_its_mistakes_are_told_with_their_places() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let good =
        "format = 1\nlanguages = [\"en\"]\nsender = { en = \"Chamber\" }\nlogo = \"logo.svg\"\naccent = \"#7a1f2b\"\n";
    fs::write(machine.path("t.toml"), good).unwrap();
    let page = |template: &str| machine.call(&["profile", &id, "--format", "html", "--template", template]);
    page("t.toml").with(1).complains("t.toml:4:8").complains("logo.svg cannot be read").complains("cannot be used");
    fs::write(machine.path("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    let svg = fs::read_to_string(machine.path("logo.svg")).unwrap();
    for (bytes, code) in [(512 << 10, 0), ((512 << 10) + 1, 1)] {
        fs::write(machine.path("logo.svg"), format!("{svg}{}", "\n".repeat(bytes - svg.len()))).unwrap();
        page("t.toml").with(code);
    }
    page("t.toml").with(1).complains("t.toml:4:8").complains("512");
    fs::write(machine.path("logo.svg"), svg).unwrap();
    page("t.toml").with(0).says("class=\"sender\">Chamber</p>").says("data:image/svg+xml;base64,");
    fs::write(machine.path("pale.toml"), good.replace("#7a1f2b", "#ffff00")).unwrap();
    page("pale.toml").with(1).complains("pale.toml:5:10").complains("cannot be read on white paper");
    fs::write(machine.path("typo.toml"), good.replace("sender", "sendr")).unwrap();
    page("typo.toml").with(1).complains("typo.toml:3:1");
    page("none.toml").with(2).complains("none.toml");
    // A template that would be left out is refused.
    machine.call(&["profile", &id, "--format", "xlsx", "--template", "t.toml"]).with(2).complains("only for html");
    // The user's own is taken unasked; a broken one is left out with a warning.
    fs::create_dir_all(machine.path(".config/tashxis")).unwrap();
    fs::write(machine.path(".config/tashxis/template.toml"), good.replace("logo =", "# ")).unwrap();
    machine.call(&["profile", &id, "--format", "html"]).with(0).says("Chamber");
    fs::write(machine.path(".config/tashxis/template.toml"), "format = ").unwrap();
    let plain = machine.call(&["profile", &id, "--format", "html"]).with(0).complains("template.toml");
    assert!(!plain.out.contains("Chamber"));
}

/// Closes an assessment of the sample with enough answers for an overall score.
fn close(machine: &Machine, enterprise: &str, level: &str) -> String {
    let id = machine.assessment(enterprise);
    let path = machine.path("tashxis").join("tashxis.db");
    let mut store = writer(&path, Identity { device: "laptop".to_owned(), interviewer: String::new() });
    let record = store.open(id.parse().map(AssessmentId).unwrap()).unwrap();
    let questionnaire = Arc::new(read(&record.questionnaire_text).unwrap().0);
    let mut interview = Interview::replay(questionnaire, Form::Full, Zoned::now(), &record.events).unwrap();
    let answers = [("F8", "yes"), ("INF1", level), ("INF2", "none"), ("INT1", "30"), ("INT2", "1")];
    for (question, typed) in answers.into_iter().chain([("CLU1", "talks"), ("REG1", "2"), ("SKL1", "50")]) {
        answer(&mut store, &mut interview, record.summary.id, question, typed);
    }
    interview.set_closed(true, Lang::En, store.journal(record.summary.id).as_mut()).unwrap();
    id
}

#[test]
fn an_enterprise_stands_among_peers_only_where_there_are_five() {
    let machine = Machine::new();
    let id = close(&machine, "Own", "2");
    for (firm, level) in ["A", "B", "C", "D"].into_iter().zip(["0", "1", "3", "4"]) {
        close(&machine, firm, level);
    }
    let rows = |text: &str| json(text)["benchmark"].as_array().unwrap().clone();
    let few = rows(&machine.call(&["stats", "benchmark", &id, "--json"]).with(0).out);
    assert!(few.iter().all(|row| row["median"].is_null()), "{few:?}");
    close(&machine, "E", "1");
    let five = rows(&machine.call(&["stats", "benchmark", &id, "--json"]).with(0).out);
    let index = five.iter().find(|row| row["area"] == "index").unwrap();
    let scores = json(&machine.call(&["stats", "--json"]).with(0).out)["ranking"].as_array().unwrap().clone();
    let of = |firm: &str| scores.iter().find(|row| row["firm"] == firm).unwrap()["index"].as_f64().unwrap();
    // Others at levels 0, 1, 1, 3, 4: the third of five is the median, and the outermost are told with it.
    let told = |key: &str| index[key].as_f64().unwrap();
    for (got, expected) in [("median", "B"), ("low", "A"), ("high", "D"), ("own", "Own")] {
        assert!((told(got) - of(expected)).abs() < 1e-9, "{got}: {index}");
    }
    assert_eq!((&index["n"], &index["percentile"]), (&5.into(), &serde_json::Value::Null));
    machine.call(&["stats", "benchmark", &id, "--lang", "uz"]).with(0).says("Boshqa korxonalar orasida: Own");
}

#[test]
fn a_profile_tells_what_others_reached() {
    let machine = Machine::new();
    let id = close(&machine, "Own", "2");
    let profile = |arguments: &[&str]| machine.call(&[&["profile", &id][..], arguments].concat());
    let alone = profile(&[]).with(0).out;
    assert!(!alone.contains("Among other enterprises"), "{alone}");
    for (firm, level) in ["A", "B", "C", "D", "E"].into_iter().zip(["0", "1", "3", "4", "1"]) {
        close(&machine, firm, level);
    }
    let text = profile(&[]).with(0).says("Among other enterprises").says("Peers: 5 enterprises assessed");
    text.says("▼ median of peers");
    let peers = json(&profile(&["--format", "json"]).with(0).out)["peers"].clone();
    let stats = json(&machine.call(&["stats", "benchmark", &id, "--json"]).with(0).out)["benchmark"].clone();
    for (told, row) in peers["figures"].as_array().unwrap().iter().zip(stats.as_array().unwrap()) {
        assert_eq!([&told["area"], &told["median"], &told["own"]], [&row["area"], &row["median"], &row["own"]]);
    }
    assert_eq!((&peers["class"], &peers["n"]), (&"all".into(), &5.into()));
}

#[test]
fn a_published_table_stands_beside_the_peers() {
    let machine = Machine::new();
    let id = close(&machine, "Own", "2");
    let table = "# Ten plants, 2025\narea,n,q25,median,q75\nINF,10,20,33.5,90\nindex,4,1,2,3\n";
    fs::write(machine.path("table.csv"), table).unwrap();
    let named = machine.call(&["profile", &id, "--reference", "table.csv"]).with(0);
    named.says("Compared with a published table").says("Ten plants, 2025").says("▼ median of a published table");
    let parsed = json(&machine.call(&["profile", &id, "--reference", "table.csv", "--format", "json"]).with(0).out);
    let figures = parsed["reference"]["figures"].as_array().unwrap();
    let row = |area: &str| figures.iter().find(|row| row["area"] == area).unwrap();
    assert_eq!((&row("INF")["median"], &row("INF")["quarter"]), (&33.5.into(), &2.into()));
    // Of a handful nothing is told.
    assert_eq!((&row("index")["median"], &row("index")["n"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    let stats = json(&machine.call(&["stats", "benchmark", &id, "--reference", "table.csv", "--json"]).with(0).out);
    assert_eq!(stats["published"][1]["q75"], 90.0);

    fs::write(machine.path("broken.csv"), "area,n,q25,median,q75\nINF,10,20,x,90\n").unwrap();
    let broken = machine.call(&["profile", &id, "--reference", "broken.csv"]).with(1);
    broken.complains("broken.csv, line 2, column median: `x` is not a number").complains("areas: INF, INT");
    let russian = machine.call(&["stats", "benchmark", &id, "--reference", "broken.csv", "--lang", "ru"]).with(1);
    russian.complains("broken.csv, строка 2, столбец median");

    // The user's own table is taken without being named; a broken one is left out with a warning.
    let folder = machine.path("tashxis").join("references");
    fs::create_dir(&folder).unwrap();
    fs::copy(machine.path("table.csv"), folder.join("sample.csv")).unwrap();
    machine.call(&["profile", &id]).with(0).says("Ten plants, 2025");
    fs::copy(machine.path("broken.csv"), folder.join("sample.csv")).unwrap();
    let warned = machine.call(&["profile", &id]).with(0).complains("sample.csv, line 2");
    assert!(!warned.out.contains("published table"), "{}", warned.out);
}

#[test]
fn a_roadmap_is_filled_shown_and_carried_into_reports() {
    let machine = Machine::new();
    let id = close(&machine, "Own", "0");
    let roadmap = |arguments: &[&str]| machine.call(&[&["roadmap", &id][..], arguments].concat());
    let offered = json(&machine.call(&["profile", &id, "--format", "json"]).with(0).out);
    let first = offered["recommendations"][0]["id"].as_str().unwrap();
    let filled = ["--pick", first, "--owner", "Chief engineer", "--due", "2027-03-01", "--status", "under_way"];
    roadmap(&filled).with(0).says("Chief engineer");
    let plan = json(&roadmap(&["--json"]).with(0).out);
    assert!(plan.to_string().contains("2027-03-01"), "{plan}");
    roadmap(&["--format", "csv"]).with(0).says("Chief engineer");
    let parsed = json(&machine.call(&["profile", &id, "--format", "json"]).with(0).out);
    let action = &parsed["roadmap"].to_string();
    assert!(["Chief engineer", "2027-03-01", "under_way", first].iter().all(|part| action.contains(part)), "{action}");
    machine.call(&["profile", &id]).with(0).says("Chief engineer");
    roadmap(&["--pick", "no-such"]).with(2).complains("no-such").complains(first);
    roadmap(&["--remove", first]).with(0);
    roadmap(&["--remove", first]).with(2).complains(first);
    let parsed = json(&machine.call(&["profile", &id, "--format", "json"]).with(0).out);
    assert!(!parsed["roadmap"].to_string().contains("Chief engineer"), "{parsed}");
}

#[test]
fn statistics_count_closed_assessments_in_three_formats() {
    let machine = Machine::new();
    machine.assessment("Open");
    machine.call(&["stats"]).with(1).complains("There is no finished assessment");
    close(&machine, "Buxoro Non", "1");
    close(&machine, "Oqtosh Sut", "4");
    let text = machine.call(&["stats"]).with(0).says("Enterprises, each counted once: 2").says("still missing: 28");
    let text = text.says("Oqtosh Sut").out;
    assert!(text.find("Oqtosh Sut").unwrap() < text.find("Buxoro Non").unwrap(), "{text}");
    machine.call(&["stats", "--lang", "ru"]).with(0).says("Предприятий, каждое по одному разу: 2");
    let parsed = json(&machine.call(&["stats", "--json"]).with(0).out);
    assert_eq!((&parsed["format"], &parsed["enterprises"]), (&"tashxis-stats/2".into(), &2.into()));
    let (first, second) = (&parsed["ranking"][0]["index"], &parsed["ranking"][1]["index"]);
    let mean = parsed["distribution"][0]["mean"].as_f64().unwrap();
    let by_hand = f64::midpoint(first.as_f64().unwrap(), second.as_f64().unwrap());
    assert!((mean - by_hand).abs() < 1e-9, "{parsed}");
    let inf1 = parsed["items"].as_array().unwrap().iter().find(|item| item["item"] == "INF1").unwrap();
    assert_eq!((&inf1["n"], &inf1["seconds"]), (&2.into(), &1.8.into()));
    let csv = machine.call(&["stats", "--format", "csv"]).with(0).says("ranking,1,firm,Oqtosh Sut\n").out;
    assert!(csv.starts_with("table,row,column,value\nfacts,1,enterprises,2\n"), "{csv}");
    machine.call(&["stats", "-q", "other"]).with(1).complains("other").complains("sample");
}

#[test]
fn an_enterprise_assessed_twice_counts_once_with_its_latest_assessment() {
    let machine = Machine::new();
    close(&machine, "Buxoro Non", "1");
    close(&machine, "Oqtosh Sut", "2");
    // The same name, spelled with other spaces and letters.
    close(&machine, "buxoro  non", "4");
    machine.call(&["stats"]).with(0).says("the latest finished assessment counts: 1");
    let parsed = json(&machine.call(&["stats", "--json"]).with(0).out);
    assert_eq!((&parsed["enterprises"], &parsed["repeated"]), (&2.into(), &1.into()));
    let heat = parsed["heat"].as_array().unwrap();
    let firms: Vec<&str> = heat.iter().filter_map(|row| row["firm"].as_str()).collect();
    assert_eq!(firms, ["buxoro  non", "Oqtosh Sut"]);
    let infrastructure = &parsed["distribution"].as_array().unwrap()[1];
    assert_eq!(infrastructure["n"], 2);
}

#[test]
fn the_heat_map_holds_each_enterprise_with_its_place_and_areas() {
    let machine = Machine::new();
    close(&machine, "Buxoro Non", "1");
    close(&machine, "Oqtosh Sut", "4");
    let parsed = json(&machine.call(&["stats", "--json"]).with(0).out);
    let (heat, ranking) = (parsed["heat"].as_array().unwrap(), parsed["ranking"].as_array().unwrap());
    for (row, place) in heat.iter().zip(ranking) {
        for key in ["rank", "firm", "index", "rank_low", "rank_high"] {
            let (one, other) = (&row[key], &place[key]);
            assert!(one == other || one.as_f64() == other.as_f64(), "{key}: {row} {place}");
        }
        assert_eq!(row["form"], "full");
    }
    let [best, worst] = [0, 1].map(|at| heat[at]["areas"]["INF"].as_f64().unwrap());
    assert!(best > worst, "{heat:?}");
    machine.call(&["stats", "--format", "csv"]).with(0).says("heat,1,firm,Oqtosh Sut\n").says("heat,2,areas.INF,");
    for lang in ["uz", "uz-Cyrl", "ru", "en"] {
        let text = machine.call(&["stats", "--lang", lang]).with(0).out;
        assert!(text.contains("INF") && text.contains('░') && text.contains('█'), "{text}");
    }
}

#[test]
fn every_number_is_explained_by_what_it_is_made_of() {
    let machine = Machine::new();
    let id = close(&machine, "Buxoro Non", "3");
    machine.call(&["explain", &id]).with(0).says("How it comes about: Overall score").says("geometric");
    machine.call(&["explain", &id, "inf", "--lang", "ru"]).with(0).says("Пересчитано").says("INF1");
    machine.call(&["explain", &id, "INF1"]).with(0).says("100·level/top").says("Score: 75.00");
    machine.call(&["explain", &id, "KEX"]).with(0).says("plain mean");
    machine.call(&["explain", &id, "nothing"]).with(1).complains("nothing").complains("INF");
    // The index from its terms alone, and an area from its items alone.
    let parsed = json(&machine.call(&["explain", &id, "--json"]).with(0).out);
    let terms = parsed["areas"].as_array().unwrap().iter();
    let sum: f64 = terms.filter_map(|area| area["term"].as_f64()).sum();
    assert!((sum.exp() - parsed["score"].as_f64().unwrap()).abs() < 1e-9, "{parsed}");
    let parsed = json(&machine.call(&["explain", &id, "INF", "--json"]).with(0).out);
    let items = parsed["items"].as_array().unwrap().iter();
    let sum: f64 = items.filter_map(|item| item["points"].as_f64()).sum();
    assert!((sum - parsed["score"].as_f64().unwrap()).abs() < 1e-9, "{parsed}");
}

#[test]
fn draws_and_seed_are_chosen_and_the_same_seed_gives_the_same() {
    let machine = Machine::new();
    let id = close(&machine, "Buxoro Non", "3");
    let simulated = |more: &[&str]| {
        let parsed = json(&machine.call(&[&["profile", &id, "--format", "json"], more].concat()).with(0).out);
        (parsed["simulation"].clone(), parsed["index"]["uncertainty"].clone(), parsed["omission"].clone())
    };
    let (usual, first, omission) = simulated(&[]);
    assert_eq!((&usual["draws"], &usual["seed"]), (&2000.into(), &2026.into()));
    assert!(omission["change"].as_f64().unwrap().abs() > 0.0, "{omission}");
    let (many, of_many, _) = simulated(&["--draws", "20000", "--seed", "7"]);
    assert_eq!((&many["draws"], &many["seed"]), (&20_000.into(), &7.into()));
    assert_ne!(of_many, first);
    assert_eq!(simulated(&["--draws", "20000", "--seed", "7"]).1, of_many);
    machine.call(&["profile", &id, "--draws", "20000"]).with(0).says("20,000 simulations").says("Without one item");
    machine.call(&["profile", &id, "--draws", "0"]).with(2);
}

#[test]
fn the_doubts_about_one_assessment_are_split() {
    let machine = Machine::new();
    let open = machine.assessment("Open");
    machine.call(&["stats", "sensitivity", &open]).with(1).complains("no overall score");
    let id = close(&machine, "Buxoro Non", "1");
    machine.call(&["stats", "sensitivity", &id]).with(0).says("unsure answers").says("Draws: 2000");
    let parsed = json(&machine.call(&["stats", "sensitivity", &id, "--json"]).with(0).out);
    let total = |name: &str| {
        let factors = parsed["factors"].as_array().unwrap();
        factors.iter().find(|it| it["factor"] == name).unwrap()["total"].as_f64().unwrap()
    };
    assert!(total("answers") > total("item_weights"), "{parsed}");
    machine.call(&["stats", "sensitivity", &id, "--format", "csv"]).with(0).says("factors,1,factor,area_weights");
    machine.call(&["stats", "sensitivity", "zzzz"]).with(2).complains("zzzz");
}

#[test]
fn an_export_comes_back_byte_for_byte() {
    let (here, there) = (Machine::new(), Machine::new());
    let ids = ["Buxoro Non", "Оқтош Сут"].map(|name| here.assessment(name));
    let out = here.call(&["export", "--all"]).with(0).out;
    here.call(&["export", "--all", "-o", "all.json"]).with(0);
    assert_eq!(fs::read_to_string(here.path("all.json")).unwrap(), out);
    let file = here.path("all.json");
    let file = file.to_str().unwrap();
    there.call(&["import", file]).with(0).says("new 2, continued 0, here already 0");
    there.call(&["import", file]).with(0).says("new 0, continued 0, here already 2");
    assert_eq!(there.call(&["export", "--all"]).with(0).out, out);
    let one = there.call(&["export", &ids[1]]).with(0).out;
    assert!(one.contains("Оқтош Сут") && !one.contains("Buxoro Non"));
    there.call(&["verify"]).with(0).says("is in order. Assessments: 2.");
}

#[test]
fn an_import_lists_every_problem_and_takes_in_nothing() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    let good = machine.call(&["export", "--all"]).with(0).out;
    let other = Machine::new();
    fs::write(other.path("noise.json"), "\u{1b}]0;noise\u{7} {{{").unwrap();
    other
        .call(&["import", "noise.json"])
        .with(1)
        .complains("error: noise.json: file")
        .complains("nothing was imported");
    let bad = good.replace("\"level\": 1", "\"level\": 77").replace("Buxoro Non", "Another");
    fs::write(other.path("bad.json"), bad).unwrap();
    let listed = other.call(&["import", "bad.json"]).with(1).complains("assessment no. 1").err;
    assert!(listed.lines().count() >= 3, "{listed}");
    other.call(&["list"]).with(0).says("There are no assessments");
    other.call(&["import", "nowhere.json"]).with(2).complains("nowhere.json cannot be read");
    fs::write(other.path("good.json"), good).unwrap();
    other.call(&["import", "noise.json", "good.json"]).with(1).says("new 1");
}

#[test]
fn a_history_tells_every_change() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let history = machine.call(&["history", &id]).with(0).says("begun: Buxoro Non").says("open → Buxoro Non");
    let history = history.says("D. Karimova").says("INF1").says("open → 1").out;
    assert_eq!(history.lines().count(), 4);
}

#[test]
fn backups_are_whole_and_replace_nothing() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    machine.call(&["backup", "copy.db"]).with(0).says("copy.db");
    machine.call(&["--db", "copy.db", "profile", &id]).with(0).says("Buxoro Non");
    machine.call(&["--db", "copy.db", "verify"]).with(0);
    machine.call(&["backup", "copy.db"]).with(2).complains("exists already");
    machine.call(&["backup", "no/folder/copy.db"]).with(3);
}

#[test]
fn a_changed_database_does_not_pass_verification() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    let path = machine.path("tashxis/tashxis.db");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("UPDATE answer SET answer = '{}'").unwrap();
    drop(connection);
    machine.call(&["verify"]).with(1).complains("is not the one in the history").complains("hint: do not delete it");
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let machine = Machine::new();
    machine.call(&["man"]).with(0).says(".TH tashxis 1").says("stats").says("\\-\\-db");
    machine.call(&["man", "stats", "benchmark"]).with(0).says(".TH tashxis-stats-benchmark 1").says("reference");
    machine.call(&["man", "profile", "--lang", "ru"]).with(0).says("Вывести диагностический профиль");
    machine.call(&["man", "profil"]).with(2).complains("There is no command `profil`").complains("profile");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tashxis"));
    command.args(["profile", &id]).env("XDG_DATA_HOME", machine.home.path()).env("HOME", machine.home.path());
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
