//! Questionnaires that come back filled in.

use super::*;
use std::io::{Cursor, Write};
use tashxis::engine::text::Finding;
use tashxis::spreadsheet::{Filled, Grid, Kind, judged};

/// The parts of a workbook, in the order in which the bytes give them.
const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
];

/// What stands in a part that the bytes do not give.
const USUAL: [&str; 6] = [
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>"#,
    r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>"#,
    r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>"#,
    r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
];

/// The first byte says what the others are: a text with separators, a workbook, or the parts of one, each ending
/// at a byte 255, so that a fuzzer need not pack.
pub fn spreadsheet(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let grid = match first % 3 {
        0 => Grid::read(rest, Kind::Csv),
        1 => Grid::read(rest, Kind::Xlsx),
        _ => Grid::read(&packed(rest), Kind::Xlsx),
    };
    let grid = match grid {
        Ok(grid) => grid,
        Err(message) => {
            drop(say(0, &message));
            return;
        }
    };
    let judgement = Filled::read(&grid).and_then(|filled| judged(&filled, &SAMPLE, moment(), Lang::Uz));
    match judgement {
        Ok(sound) => assert!(!sound.events.is_empty(), "nothing was filled in"),
        Err(findings) => {
            assert!(!findings.is_empty(), "refused without a reason");
            for Finding { place, message } in &findings {
                drop((say(1, place), say(2, message)));
            }
        }
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut given = bytes.split(|byte| *byte == 255);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, usual) in PARTS.iter().zip(USUAL) {
        let part = given.next().filter(|part| !part.is_empty()).unwrap_or(usual.as_bytes());
        zip.start_file(*name, stored).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
