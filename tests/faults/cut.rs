//! The files as a power cut leaves them: what was synced, and of the rest what chance has kept.

use std::collections::BTreeMap;
use std::path::Path;

use faultvfs::Op;

/// What a disk writes at once or not at all.
const SECTOR: usize = 512;

/// What the cut takes of everything written since the last sync of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Nothing: the system had written it by itself.
    Nothing,
    /// All of it.
    Everything,
    /// The last write is done in part.
    Torn,
    /// The older half: disks write in any order.
    Older,
    /// Each sector by chance.
    Random(u64),
    /// Each sector by chance, also of what two syncs before had promised.
    Lied,
}

/// Makes the files as they are after a cut behind so many operations. Returns how much had been promised by then.
pub fn leave(operations: &[Op], at: usize, loss: Loss, folder: &Path) -> usize {
    let (before, _) = operations.split_at(at);
    let mut promised = 0;
    let mut files: BTreeMap<&str, Kept> = BTreeMap::new();
    for operation in before {
        if let Op::Write { file, .. } | Op::Truncate { file, .. } | Op::Sync { file } = operation
            && !files.contains_key(file.as_str())
            && let Some(mut new) = files.remove(format!("{file}.new").as_str())
        {
            // Made beside its place, synced and renamed by the program itself, which the layer does not see.
            new.sync(Loss::Nothing);
            files.insert(file, new);
        }
        match operation {
            Op::Mark(promise) => promised = *promise,
            Op::Write { file, .. } | Op::Truncate { file, .. } => {
                let kept = files.entry(file).or_default();
                kept.gone = false;
                kept.waiting.push(operation);
            }
            Op::Sync { file } => files.entry(file).or_default().sync(loss),
            Op::Delete { file } => {
                let kept = files.entry(file).or_default();
                kept.sync(loss);
                kept.gone = true;
                if !file.ends_with("-wal") {
                    // The deletion of a journal is synced: what comes under its name is another file.
                    *kept = Kept { gone: true, ..Kept::default() };
                }
            }
        }
    }
    let mut chance = Sectors(at as u64 ^ if let Loss::Random(seed) = loss { seed << 32 } else { 0 });
    for (name, kept) in files {
        // The names of deleted logs are not synced: one may be there again.
        if kept.gone && !(name.ends_with("-wal") && loss == Loss::Everything) {
            continue;
        }
        std::fs::write(folder.join(name), kept.after(loss, &mut chance)).expect("a file");
    }
    promised
}

/// One file: what is safe, and what waits to be.
#[derive(Default)]
struct Kept<'a> {
    safe: Vec<u8>,
    /// Before each of the last syncs, which a liar may have ignored.
    earlier: Vec<&'a Op>,
    waiting: Vec<&'a Op>,
    gone: bool,
}

impl Kept<'_> {
    fn sync(&mut self, loss: Loss) {
        let waited = std::mem::take(&mut self.waiting);
        let settled = if loss == Loss::Lied { std::mem::replace(&mut self.earlier, waited) } else { waited };
        for operation in settled {
            apply(&mut self.safe, operation, |_| true);
        }
    }

    fn after(self, loss: Loss, chance: &mut Sectors) -> Vec<u8> {
        let mut content = self.safe;
        let count = self.waiting.len();
        for op in self.earlier {
            apply(&mut content, op, |_| chance.keeps());
        }
        for (n, op) in self.waiting.into_iter().enumerate() {
            match loss {
                Loss::Nothing => apply(&mut content, op, |_| true),
                Loss::Everything => {}
                Loss::Torn if n + 1 < count => apply(&mut content, op, |_| true),
                Loss::Torn => {
                    let torn = chance.next() as usize % 9;
                    apply(&mut content, op, |sector| sector < torn);
                }
                Loss::Older if n < count / 2 => {}
                Loss::Older => apply(&mut content, op, |_| true),
                Loss::Random(_) | Loss::Lied => apply(&mut content, op, |_| chance.keeps()),
            }
        }
        content
    }
}

/// Does an operation to a file, but for the sectors (of the operation, from 0) that are lost.
fn apply(content: &mut Vec<u8>, operation: &Op, mut keeps: impl FnMut(usize) -> bool) {
    match operation {
        Op::Truncate { size, .. } if keeps(0) => content.resize(*size, 0),
        Op::Write { at, bytes, .. } => {
            let mut from = *at;
            let end = at + bytes.len();
            for sector in 0.. {
                if from >= end {
                    return;
                }
                let to = (from / SECTOR * SECTOR + SECTOR).min(end);
                if keeps(sector) {
                    content.resize(content.len().max(to), 0);
                    content[from..to].copy_from_slice(&bytes[from - at..to - at]);
                }
                from = to;
            }
        }
        _ => {}
    }
}

/// Chance by a seed (SplitMix64).
struct Sectors(u64);

impl Sectors {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    fn keeps(&mut self) -> bool {
        self.next().is_multiple_of(2)
    }
}
