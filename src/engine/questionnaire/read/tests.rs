use super::*;
use crate::engine::questionnaire::sample::SAMPLE;

#[test]
fn the_sample_is_read_whole() {
    let (questionnaire, warnings) = read(SAMPLE).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(questionnaire.questions.len(), 18);
    assert_eq!(questionnaire.find("INT1").map(|ix| questionnaire.questions[ix].kind.name()), Some("decimal"));
}
