//! How this machine is used: in which role, by whom, and what the program does by itself.
//!
//! Kept as settings of the library; a setting that was never chosen has its default here and nowhere else.

use jiff::SignedDuration;

use super::Desk;
use crate::engine::library::Library;

/// Who holds the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// An interviewer asks somebody of the enterprise.
    Interview,
    /// The enterprise answers by itself.
    SelfAssessment,
}

impl Mode {
    /// Every mode with its name in settings and the key of what is said of it.
    pub const ALL: [(Self, &str, &str); 2] = [
        (Self::Interview, "interview", "role-interview"),
        (Self::SelfAssessment, "self-assessment", "role-self-assessment"),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == name).map(|(mode, ..)| mode)
    }

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(mode, ..)| *mode == self).map_or("", |(_, name, _)| name)
    }

    /// The key of what is said of it.
    pub fn label(self) -> &'static str {
        Self::ALL.into_iter().find(|(mode, ..)| *mode == self).map_or("", |(.., label)| label)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Interview => Self::SelfAssessment,
            Self::SelfAssessment => Self::Interview,
        }
    }
}

/// How this machine is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The role; `None` until it has been chosen.
    pub mode: Option<Mode>,
    /// Whose name stands with every answer taken down in an interview.
    pub interviewer: String,
    /// Whether a digit picks and goes on; `None` leaves it to the role.
    pub digit_goes_on: Option<bool>,
    /// Whether questions on one scale share a screen as a table; `None` is yes.
    pub tables: Option<bool>,
    /// Whether the profile so far stands beside the question; `None` leaves it to the role.
    pub pane: Option<bool>,
    /// Whether it is recorded how long which question was shown; `None` is yes.
    pub records: Option<bool>,
    /// After how many minutes without a key the screen is locked; 0 is never.
    pub lock: u16,
}

/// The names of the settings.
const MODE: &str = "role";
const INTERVIEWER: &str = "interviewer";
const DIGIT_GOES_ON: &str = "digit-goes-on";
const TABLES: &str = "batteries-as-tables";
const PANE: &str = "profile-beside";
const RECORDS: &str = "records-time";
const LOCK: &str = "lock-after";

/// What there is to choose for the lock, in minutes; 0 is never.
pub const LOCKS: [u16; 5] = [0, 2, 5, 10, 30];
/// When the screen is locked if nothing was chosen, and the answers are behind a passphrase.
const USUAL_LOCK: u16 = 10;

impl Preferences {
    /// What has been chosen on this machine.
    pub fn read(library: &dyn Library) -> Self {
        let setting = |name| library.setting(name).ok().flatten();
        Self {
            mode: setting(MODE).and_then(|name| Mode::named(&name)),
            interviewer: setting(INTERVIEWER).unwrap_or_default(),
            digit_goes_on: setting(DIGIT_GOES_ON).map(|value| value == ON),
            tables: setting(TABLES).map(|value| value == ON),
            pane: setting(PANE).map(|value| value == ON),
            records: setting(RECORDS).map(|value| value == ON),
            lock: setting(LOCK).and_then(|minutes| minutes.parse().ok()).unwrap_or(if library.is_encrypted() {
                USUAL_LOCK
            } else {
                0
            }),
        }
    }

    /// Whether an interviewer asks.
    pub fn interviews(&self) -> bool {
        self.mode == Some(Mode::Interview)
    }

    /// Whether a digit picks and goes on. Interviewers know the questions; who answers alone reads on.
    pub fn digit_goes_on(&self) -> bool {
        self.digit_goes_on.unwrap_or_else(|| self.interviews())
    }

    /// Whether questions on one scale share a screen as a table, where there is room.
    pub fn tables(&self) -> bool {
        self.tables.unwrap_or(true)
    }

    /// Whether the profile so far stands beside the question, where there is room. An interviewer must not be led
    /// by it, nor lead anybody; who answers alone sees what comes of it.
    pub fn pane(&self) -> bool {
        self.pane.unwrap_or(self.mode == Some(Mode::SelfAssessment))
    }

    /// Whether it is recorded how long which question was shown.
    pub fn records(&self) -> bool {
        self.records.unwrap_or(true)
    }

    /// How long nobody presses a key before the screen is locked; `None` is never.
    pub fn lock_after(&self) -> Option<SignedDuration> {
        (self.lock > 0).then(|| SignedDuration::from_mins(self.lock.into()))
    }

    /// The name that is written with every answer: nobody's in a self-assessment.
    pub fn signature(&self) -> &str {
        if self.interviews() { &self.interviewer } else { "" }
    }
}

const ON: &str = "on";
const OFF: &str = "off";

impl Desk {
    /// Takes a role, and remembers it.
    pub fn set_mode(&mut self, mode: Mode) {
        self.preferences.mode = Some(mode);
        self.keep_setting(MODE, mode.name());
        self.sign();
    }

    /// Takes the interviewer's name, and remembers it.
    pub fn set_interviewer(&mut self, name: &str) {
        name.trim().clone_into(&mut self.preferences.interviewer);
        self.keep_setting(INTERVIEWER, name.trim());
        self.sign();
    }

    /// Lets a digit pick and go on, or only pick, and remembers it.
    pub fn set_digit_goes_on(&mut self, on: bool) {
        self.preferences.digit_goes_on = Some(on);
        self.keep_setting(DIGIT_GOES_ON, if on { ON } else { OFF });
    }

    /// Shows questions on one scale as a table, or each by itself, and remembers it.
    pub fn set_tables(&mut self, on: bool) {
        self.preferences.tables = Some(on);
        self.keep_setting(TABLES, if on { ON } else { OFF });
    }

    /// Shows the profile so far beside the question, or not, and remembers it.
    pub fn set_pane(&mut self, on: bool) {
        self.preferences.pane = Some(on);
        self.keep_setting(PANE, if on { ON } else { OFF });
    }

    /// Records how long which question is shown, or nothing of it, and remembers that.
    pub fn set_records(&mut self, on: bool) {
        self.preferences.records = Some(on);
        self.keep_setting(RECORDS, if on { ON } else { OFF });
    }

    /// Locks the screen after so many minutes without a key, and remembers it; 0 is never.
    pub fn set_lock(&mut self, minutes: u16) {
        self.preferences.lock = minutes;
        self.keep_setting(LOCK, &minutes.to_string());
    }

    /// Writes whoever interviews now with every answer that follows.
    pub fn sign(&mut self) {
        let signature = self.preferences.signature().to_owned();
        self.real_library().identify(&signature);
    }

    /// Keeps every preference once more: the library is another one now.
    pub(super) fn keep_preferences(&mut self) {
        let Preferences { mode, interviewer, digit_goes_on, tables, pane, records, lock } = self.preferences.clone();
        if let Some(mode) = mode {
            self.set_mode(mode);
        }
        if !interviewer.is_empty() {
            self.set_interviewer(&interviewer);
        }
        if let Some(on) = digit_goes_on {
            self.set_digit_goes_on(on);
        }
        if let Some(on) = tables {
            self.set_tables(on);
        }
        if let Some(on) = pane {
            self.set_pane(on);
        }
        if let Some(on) = records {
            self.set_records(on);
        }
        self.set_lock(lock);
        self.keep_setting("lang", self.lang().tag());
    }
}
