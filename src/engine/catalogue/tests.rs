use super::*;
use crate::engine::questionnaire::builtin::BUILTIN as QUESTIONNAIRES;

#[test]
fn smoke() {
    match read(BUILTIN) {
        Ok((_, warnings)) => assert!(warnings.is_empty(), "{warnings:#?}"),
        Err(problems) => panic!(
            "{:#?}",
            problems.iter().map(|p| (&BUILTIN[p.span.clone()], &p.message, &p.hint)).collect::<Vec<_>>()
        ),
    }
    let q = crate::engine::questionnaire::read::read(QUESTIONNAIRES[0].text);
    match q {
        Ok((_, warnings)) => assert!(warnings.is_empty(), "{warnings:#?}"),
        Err(problems) => panic!("{problems:#?}"),
    }
}
