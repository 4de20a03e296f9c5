//! The spelling of words, what is left alone, and capitals, case by case.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (latin, expected) in cases {
        assert_eq!(cyrillic(latin), *expected, "{latin}");
    }
}

#[test]
fn rules_are_applied_in_their_order() {
    check(&[
        ("Isʼhoq", "Исҳоқ"),
        ("asʼhob", "асҳоб"),
        ("yoʻq", "йўқ"),
        ("yoʻnalish", "йўналиш"),
        ("yogʻoch", "ёғоч"),
        ("ishchi", "ишчи"),
        ("tanga", "танга"),
        ("investitsiya", "инвестиция"),
        ("innovatsion", "инновацион"),
        ("ketsa", "кетса"),
        ("otsiz", "отсиз"),
        ("yetti", "етти"),
        ("qayerda", "қаерда"),
        ("tayyor", "тайёр"),
        ("loyiha", "лойиҳа"),
        ("eksport", "экспорт"),
        ("poeziya", "поэзия"),
        ("kelajak", "келажак"),
        ("maʼno", "маъно"),
        ("eʼtibor", "эътибор"),
        ("oʻzbek", "ўзбек"),
        ("yoʻl", "йўл"),
        ("boʻgʻin", "бўғин"),
    ]);
}

#[test]
fn loanwords_that_no_rule_gets_right_are_exceptions() {
    check(&[
        ("litsenziya", "лицензия"),
        ("kompetensiyalar", "компетенциялар"),
        ("konsepsiya", "концепция"),
        ("funksiyasi", "функцияси"),
        ("aksiya", "акция"),
        ("aksiyadorlik", "акциядорлик"),
        ("protsentlar", "процентлар"),
        ("protsentil", "процентиль"),
        ("farmatsevtika", "фармацевтика"),
        ("potensial", "потенциал"),
        ("konferensiya", "конференция"),
        ("tendensiya", "тенденция"),
        ("sertifikat", "сертификат"),
        ("sex", "цех"),
        ("sexga", "цехга"),
        ("obyekt", "объект"),
        ("subyekti", "субъекти"),
        ("koeffitsiyenti", "коэффициенти"),
        ("rayon", "район"),
        ("poyabzal", "пойабзал"),
        ("distribyutor", "дистрибьютор"),
        ("kompyuter", "компьютер"),
        ("konsultatsiya", "консультация"),
        ("spetsifikatsiya", "спецификация"),
    ]);
}

#[test]
fn a_final_soft_sign_drops_before_a_suffix() {
    check(&[
        ("oktabr", "октябрь"),
        ("oktabrda", "октябрда"),
        ("iyul", "июль"),
        ("model", "модель"),
        ("modellar", "моделлар"),
        ("profil", "профиль"),
        ("profilning", "профилнинг"),
        ("neft-gaz", "нефть-газ"),
        ("neftchi", "нефтчи"),
        ("mebel", "мебель"),
        ("parol", "пароль"),
        ("spiral", "спираль"),
    ]);
}

#[test]
fn capitals_stay_where_they_are() {
    check(&[
        ("Shahar", "Шаҳар"),
        ("SHAHAR", "ШАҲАР"),
        ("Yoʻnalish", "Йўналиш"),
        ("YOʻNALISH", "ЙЎНАЛИШ"),
        ("MAʼLUMOT", "МАЪЛУМОТ"),
        ("Aʼlo", "Аъло"),
        ("Sex", "Цех"),
        ("SEX", "ЦЕХ"),
        ("Innovatsiya", "Инновация"),
        ("INNOVATSIYA", "ИННОВАЦИЯ"),
        ("Yevropa", "Европа"),
        ("MChJ", "МЧЖ"),
        ("MCHJ", "МЧЖ"),
        ("YaTT", "ЯТТ"),
        ("AQSH", "АҚШ"),
        ("AQSh", "АҚШ"),
        ("OʻzR", "ЎзР"),
        ("EIZ", "ЭИЗ"),
        ("XIK", "ХИК"),
        ("U keldi.", "У келди."),
    ]);
}

#[test]
fn what_is_not_uzbek_is_left_alone() {
    for kept in [
        "https://lex.uz/docs/7954065",
        "lex.uz",
        "wbgrants.uz",
        "subsidiya.mf.uz/ariza",
        "rahbar@korxona.uz",
        "innovation-ecosystem.toml",
        "questionnaires/format.schema.json",
        "{INF5}",
        "{ $name }",
        "{ NUMBER($sum) }",
        "[[band]]",
        "select_one",
        "log1p",
        "--db",
        "tashxis check",
        "ERP",
        "IoT",
        "PDF",
        "R&D",
        "CNC",
        "ISO",
        "XLSForm",
        "GitHub",
        "know-how",
        "Windows",
        "spin-off",
        "Ctrl+Z",
        "Shift+Tab",
        "F5",
        "Enter",
        "PgDn",
        "Esc",
        "Space",
        "Del",
        "Home",
        "XXI",
        "IV",
        "A",
        "AAA",
        "k",
        "ташхис",
    ] {
        assert_eq!(cyrillic(kept), kept);
        assert_eq!(reformed(kept), kept);
    }
}

#[test]
fn what_is_left_alone_may_stand_in_a_sentence() {
    check(&[
        ("ISO 9001 boʻyicha sertifikat", "ISO 9001 бўйича сертификат"),
        ("ERPda yuritiladi", "ERPда юритилади"),
        ("IoTga ulangan IT-boʻlim", "IoTга уланган IT-бўлим"),
        ("Shartlarni lex.uz saytida tekshiring.", "Шартларни lex.uz сайтида текширинг."),
        ("Hisobot (lex.uz): koʻring", "Ҳисобот (lex.uz): кўринг"),
        ("Oxirgi savol: {INF5} ta.", "Охирги савол: {INF5} та."),
        ("Saqlash uchun Ctrl+S ni bosing", "Сақлаш учун Ctrl+S ни босинг"),
        ("Endi tabiiy mahsulot", "Энди табиий маҳсулот"),
        ("spin-off kompaniya", "spin-off компания"),
        ("25·k ballda k-darajaga", "25·k баллда k-даражага"),
        ("Uni tekshiring: tashxis check FAYL.", "Уни текширинг: tashxis check ФАЙЛ."),
        ("tashxis yangi", "ташхис янги"),
        ("batafsil: tashxis BUYRUQ --help, tashxis --help", "батафсил: tashxis БУЙРУҚ --help, tashxis --help"),
        ("usiz ham ishlaydi: tashxis export --all", "усиз ҳам ишлайди: tashxis export --all"),
        ("Ranglar: dark (toʻq fon) yoki mono", "Ранглар: dark (тўқ фон) ёки mono"),
        ("koʻrsatib boʻlmaydi (TERM={ $terminal })", "кўрсатиб бўлмайди (TERM={ $terminal })"),
        ("kalit = qiymat", "калит = қиймат"),
        ("Til: uz-Latn-x-2026 yoki ru", "Тил: uz-Latn-x-2026 ёки ru"),
        ("5ta 12,5 mln soʻm", "5та 12,5 млн сўм"),
        ("kun.oy.yil", "кун.ой.йил"),
        ("oʻn { ochiq qavs", "ўн { очиқ қавс"),
        ("", ""),
    ]);
}

#[test]
fn years_and_days_of_months_have_no_hyphen_in_cyrillic() {
    check(&[
        ("2026-yil 23-noyabr", "2026 йил 23 ноябрь"),
        ("2022–2026-yillarda", "2022–2026 йилларда"),
        ("5-oktabrdan", "5 октябрдан"),
        ("3-bosqich, 2-yil", "3-босқич, 2-йил"),
    ]);
    assert_eq!(reformed("2026-yil 23-noyabr"), "2026-yil 23-noyabr");
}

#[test]
fn the_apostrophes_people_type_are_understood() {
    for typed in ["oʻzbek", "o'zbek", "o‘zbek", "o’zbek", "o`zbek", "oʼzbek"] {
        assert_eq!(cyrillic(typed), "ўзбек", "{typed}");
        assert_eq!(reformed(typed), "özbek", "{typed}");
    }
    check(&[("ma'no", "маъно"), ("ma’no", "маъно"), ("‘blog’ va 'log'", "‘блог’ ва 'log'")]);
}

#[test]
fn the_reformed_alphabet_has_four_letters_more() {
    let cases = [
        ("Oʻzbekcha", "Özbekça"),
        ("OʻZBEKCHA", "ÖZBEKÇA"),
        ("yogʻoch", "yoğoç"),
        ("ishchi", "işçi"),
        ("Shahar", "Şahar"),
        ("SHAHAR", "ŞAHAR"),
        ("Isʼhoq", "Isʼhoq"),
        ("asʼhob", "asʼhob"),
        ("maʼno", "maʼno"),
        ("tanga", "tanga"),
        ("MChJ", "MÇJ"),
        ("2026-yil", "2026-yil"),
        ("Shift tugmasi", "Shift tugmasi"),
        ("tashxis check FAYL", "tashxis check FAYL"),
    ];
    for (latin, expected) in cases {
        assert_eq!(reformed(latin), expected, "{latin}");
    }
}

proptest! {
    #[test]
    fn any_text_is_spelt_without_loss_of_its_marks(text in r"[a-zA-Zʻʼ'’{}\[\]$ 0-9.,;:@/“”«»\n-]{0,60}") {
        let marks = |text: &str| text.chars().filter(|c| matches!(c, '{' | '}' | '.' | ',' | '\n' | '“')).count();
        prop_assert_eq!(marks(&cyrillic(&text)), marks(&text));
        prop_assert_eq!(marks(&reformed(&text)), marks(&text));
    }

    #[test]
    fn what_is_derived_is_not_derived_again(text in "[a-zʻʼ ]{0,40}") {
        let once = cyrillic(&text);
        prop_assert_eq!(cyrillic(&once), once);
    }
}
