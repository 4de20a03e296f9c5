//! Words that the rules of spelling get wrong: loanwords with ц, ь, ъ or й that Latin Uzbek does not show.

/// Latin stems with their Cyrillic spelling, in the order of their bytes. A word that begins with a
/// stem is spelt so; of several stems the longest counts. A soft sign at the end of the Cyrillic
/// stands only where the stem is the whole word.
#[rustfmt::skip]
pub(super) const STEMS: &[(&str, &str)] = &[
    ("abzats", "абзац"), ("aksent", "акцент"), ("aksept", "акцепт"), ("aksioner", "акционер"), ("aksiya", "акция"),
    ("aksiyador", "акциядор"), ("aksiz", "акциз"), ("albom", "альбом"), ("alfa", "альфа"), ("alkogol", "алкоголь"),
    ("alternativ", "альтернатив"), ("alyans", "альянс"), ("ansambl", "ансамбль"), ("aprel", "апрель"),
    ("artel", "артель"), ("asfalt", "асфальт"), ("assotsi", "ассоци"), ("atelye", "ателье"), ("atseton", "ацетон"),
    ("auksion", "аукцион"), ("avtomobil", "автомобиль"), ("avtosisterna", "автоцистерна"),
    ("avtostansiya", "автостанция"), ("baryer", "барьер"), ("bazalt", "базальт"), ("benefitsiar", "бенефициар"),
    ("bilyard", "бильярд"), ("budjet", "бюджет"), ("bulvar", "бульвар"), ("bulyon", "бульон"),
    ("defitsit", "дефицит"), ("dekabr", "декабрь"), ("detal", "деталь"), ("detsimetr", "дециметр"),
    ("differensial", "дифференциал"), ("differensiatsiya", "дифференциация"), ("direksiya", "дирекция"),
    ("distansion", "дистанцион"), ("distansiya", "дистанция"), ("distribyutor", "дистрибьютор"),
    ("distsiplina", "дисциплина"), ("dizel", "дизель"), ("dosye", "досье"), ("dotsent", "доцент"),
    ("dvigatel", "двигатель"), ("ekssess", "эксцесс"), ("elektrostansiya", "электростанция"), ("emal", "эмаль"),
    ("emulsiya", "эмульсия"), ("fakultativ", "факультатив"), ("fakultet", "факультет"), ("farmatsevt", "фармацевт"),
    ("festival", "фестиваль"), ("fevral", "февраль"), ("film", "фильм"), ("filtr", "фильтр"), ("fraksiya", "фракция"),
    ("funksional", "функционал"), ("funksiya", "функция"), ("gerbitsid", "гербицид"),
    ("gidroelektrostansiya", "гидроэлектростанция"), ("gidrostansiya", "гидростанция"), ("gilza", "гильза"),
    ("glitserin", "глицерин"), ("gospital", "госпиталь"), ("impuls", "импульс"), ("inersion", "инерцион"),
    ("inersiya", "инерция"), ("infeksion", "инфекцион"), ("infeksiya", "инфекция"), ("insident", "инцидент"),
    ("inspeksiya", "инспекция"), ("instansiya", "инстанция"), ("instruksiya", "инструкция"),
    ("intelligensiya", "интеллигенция"), ("intervensiya", "интервенция"), ("intervyu", "интервью"),
    ("inventar", "инвентарь"), ("inyeksiya", "инъекция"), ("iyul", "июль"), ("iyun", "июнь"), ("kabel", "кабель"),
    ("kalendar", "календарь"), ("kalkul", "калькул"), ("kalsiy", "кальций"), ("kanselyariya", "канцелярия"),
    ("kanserogen", "канцероген"), ("kansler", "канцлер"), ("karyer", "карьер"), ("karyera", "карьера"),
    ("kobalt", "кобальт"), ("koeffitsiyent", "коэффициент"), ("kolleksiya", "коллекция"), ("kommersiya", "коммерция"),
    ("kompetensiya", "компетенция"), ("kompyuter", "компьютер"), ("konferensiya", "конференция"),
    ("konkurensiya", "конкуренция"), ("konsentr", "концентр"), ("konsepsiya", "концепция"), ("konsept", "концепт"),
    ("konsern", "концерн"), ("konsert", "концерт"), ("konsessioner", "концессионер"), ("konsessiya", "концессия"),
    ("konsorsium", "консорциум"), ("konstruksion", "конструкцион"), ("konstruksiya", "конструкция"),
    ("konsult", "консульт"), ("kontrol", "контроль"), ("konvensiya", "конвенция"), ("konveyer", "конвейер"),
    ("konyunktura", "конъюнктура"), ("korrupsion", "коррупцион"), ("korrupsiya", "коррупция"),
    ("kultivator", "культиватор"), ("kultur", "культур"), ("kuryer", "курьер"), ("kvitansiya", "квитанция"),
    ("leksiya", "лекция"), ("litsenz", "лиценз"), ("litsey", "лицей"), ("matritsa", "матрица"),
    ("mayonez", "майонез"), ("mayor", "майор"), ("mebel", "мебель"), ("medal", "медаль"), ("medalyon", "медальон"),
    ("meditsina", "медицина"), ("mikroprotsessor", "микропроцессор"), ("model", "модель"), ("modelyer", "модельер"),
    ("modul", "модуль"), ("motel", "мотель"), ("motosikl", "мотоцикл"), ("moʻjiza", "мўъжиза"),
    ("moʻtabar", "мўътабар"), ("moʻtadil", "мўътадил"), ("multi", "мульти"), ("munitsip", "муницип"),
    ("neft", "нефть"), ("nikel", "никель"), ("nol", "ноль"), ("noyabr", "ноябрь"), ("obyekt", "объект"),
    ("ofitser", "офицер"), ("ofitsial", "официал"), ("oktabr", "октябрь"), ("opsion", "опцион"), ("opsiya", "опция"),
    ("oriyentatsiya", "ориентация"), ("otel", "отель"), ("palto", "пальто"), ("panel", "панель"), ("parol", "пароль"),
    ("patsiyent", "пациент"), ("pavilyon", "павильон"), ("pech", "печь"), ("pechat", "печать"),
    ("pechenye", "печенье"), ("pestitsid", "пестицид"), ("pitsa", "пицца"), ("porsiya", "порция"),
    ("portfel", "портфель"), ("potensial", "потенциал"), ("poyabzal", "пойабзал"), ("preferensiya", "преференция"),
    ("premyer", "премьер"), ("prezumpsiya", "презумпция"), ("prinsip", "принцип"), ("produksiya", "продукция"),
    ("profil", "профиль"), ("proporsional", "пропорционал"), ("proporsiya", "пропорция"), ("protsedur", "процедур"),
    ("protsent", "процент"), ("protsentil", "процентиль"), ("protsess", "процесс"), ("provinsiya", "провинция"),
    ("puls", "пульс"), ("pult", "пульт"), ("pyesa", "пьеса"), ("radiostansiya", "радиостанция"), ("rayon", "район"),
    ("reaksion", "реакцион"), ("reaksiya", "реакция"), ("redaksion", "редакцион"), ("redaksiya", "редакция"),
    ("rels", "рельс"), ("relyef", "рельеф"), ("retsenz", "реценз"), ("retsept", "рецепт"), ("retsessiya", "рецессия"),
    ("rezidensiya", "резиденция"), ("rezultat", "результат"), ("rol", "роль"), ("royal", "рояль"), ("rul", "руль"),
    ("sanksiya", "санкция"), ("seksiya", "секция"), ("seleksion", "селекцион"), ("seleksiya", "селекция"),
    ("sellofan", "целлофан"), ("sellyuloza", "целлюлоза"), ("sement", "цемент"), ("sentabr", "сентябрь"),
    ("sentner", "центнер"), ("sentr", "центр"), ("senzura", "цензура"), ("sex", "цех"), ("sikl", "цикл"),
    ("silindr", "цилиндр"), ("sink", "цинк"), ("sirkulya", "циркуля"), ("sisterna", "цистерна"), ("sitata", "цитата"),
    ("sitrus", "цитрус"), ("sivilizatsiya", "цивилизация"), ("sotsi", "соци"), ("spektakl", "спектакль"),
    ("spets", "спец"), ("spiral", "спираль"), ("ssenariy", "сценарий"), ("stal", "сталь"), ("stansiya", "станция"),
    ("stil", "стиль"), ("subvensiya", "субвенция"), ("subyekt", "субъект"), ("sulf", "сульф"), ("syezd", "съезд"),
    ("syomka", "съёмка"), ("tekstil", "текстиль"), ("tendensiya", "тенденция"), ("tonnel", "тоннель"),
    ("traksiya", "тракция"), ("transaksiya", "трансакция"), ("tranzaksiya", "транзакция"), ("ts", "ц"),
    ("tunnel", "туннель"), ("ultimatum", "ультиматум"), ("ultra", "ультра"), ("vaksina", "вакцина"),
    ("ventil", "вентиль"), ("videokonferensiya", "видеоконференция"), ("vitse", "вице"), ("volt", "вольт"),
    ("yanvar", "январь"), ("yogurt", "йогурт"), ("york", "йорк"), ("yttb", "еттб"), ("yurisdiksiya", "юрисдикция"),
];

/// The names of the months in Latin, as they stand in dates.
pub(super) const MONTHS: [&str; 12] =
    ["yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr"];

/// The longest stem that a word in small letters begins with.
pub(super) fn beginning(word: &str) -> Option<(&'static str, &'static str)> {
    // Every stem of a word stands before the word itself, and they share their first letter.
    let first = word.chars().next()?;
    let end = STEMS.partition_point(|(stem, _)| *stem <= word);
    let before = STEMS.get(..end)?.iter().rev();
    before.take_while(|(stem, _)| stem.starts_with(first)).find(|(stem, _)| word.starts_with(stem)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_stand_in_order() {
        for pair in STEMS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{pair:?}");
        }
    }

    #[test]
    fn the_longest_stem_counts() {
        assert_eq!(beginning("aksiyadorlik"), Some(("aksiyador", "акциядор")));
        assert_eq!(beginning("aksiyalar"), Some(("aksiya", "акция")));
        assert_eq!(beginning("akademiya"), None);
        assert_eq!(beginning(""), None);
    }
}
