//! Themes: legible, told apart without colour, shown by any terminal, and of one's own.

use super::colour::shown;
use super::*;

/// How bright a colour is, as WCAG has it.
fn luminance(parts: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = parts.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast_of(looks: &Looks, role: Role) -> f64 {
    let (letters, ground) = looks.ground();
    let style = looks.style(role);
    let [one, other] =
        [style.fg.unwrap_or(letters), style.bg.unwrap_or(ground)].map(|it| luminance(shown(it).unwrap()));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn themes_with_a_ground_of_their_own_are_legible_at_every_depth() {
    for (theme, least) in [(Theme::Contrast, 7.0), (Theme::Safe, 4.5)] {
        for depth in [Depth::True, Depth::Indexed, Depth::Sixteen] {
            for (role, name) in Role::ALL {
                let found = contrast_of(&theme.looks(depth), role);
                assert!(found >= least, "{theme:?} {depth:?} {name}: {found:.1}");
            }
        }
    }
}

#[test]
fn terminals_without_all_colours_get_the_nearest_and_never_bright_black() {
    for depth in [Depth::Indexed, Depth::Sixteen] {
        for (theme, _) in Theme::ALL {
            for (role, name) in Role::ALL {
                let style = theme.looks(depth).style(role);
                let is_shown = |colour: Option<Color>| !matches!(colour, Some(Color::Rgb(..) | Color::DarkGray));
                assert!(is_shown(style.fg) && is_shown(style.bg), "{theme:?} {depth:?} {name}: {style:?}");
            }
        }
    }
    assert_eq!(Theme::Contrast.looks(Depth::Sixteen).style(Role::Attention).fg, Some(Color::LightYellow));
    assert_eq!(Theme::Safe.looks(Depth::Indexed).style(Role::Problem).fg, Some(Color::Indexed(166)));
}

#[test]
fn the_number_of_colours_follows_the_surroundings() {
    assert_eq!(Depth::of("truecolor", "xterm-256color"), Depth::True);
    assert_eq!(Depth::of("24bit", ""), Depth::True);
    assert_eq!(Depth::of("", "xterm-direct"), Depth::True);
    assert_eq!(Depth::of("", "screen-256color"), Depth::Indexed);
    assert_eq!(Depth::of("", "linux"), Depth::Sixteen);
}

#[test]
fn without_colours_there_are_none() {
    for (role, _) in Role::ALL {
        let style = Theme::Mono.looks(Depth::True).style(role);
        assert_eq!((style.fg, style.bg), (None, None));
    }
}

#[test]
fn a_theme_of_ones_own_changes_what_it_names() {
    let text = "base = \"light\"\ntext = { fg = \"#101010\", bg = \"#ffffe0\" }\n\
                problem = { fg = \"bright-magenta\", underline = true, bold = false }\n";
    assert!(is_one(text));
    let looks = read(text, Depth::True).unwrap();
    assert_eq!(looks.ground(), (Color::Rgb(16, 16, 16), Color::Rgb(255, 255, 224)));
    let problem = looks.style(Role::Problem);
    assert_eq!(problem.fg, Some(Color::LightMagenta));
    assert!(problem.add_modifier.contains(Modifier::UNDERLINED) && !problem.add_modifier.contains(Modifier::BOLD));
    assert_eq!(looks.style(Role::Key), Theme::Light.looks(Depth::True).style(Role::Key));
    assert!(looks.style(Role::Selected).add_modifier.contains(Modifier::REVERSED));
}

#[test]
fn problems_of_a_theme_have_their_place() {
    let text = "base = \"darkk\"\ntitel = { bold = true }\nkey = { fg = \"bleu\", bg = \"#12345\", bold = 1 }\n";
    let problems = read(text, Depth::True).unwrap_err();
    let found: Vec<_> = problems.iter().map(|it| (it.message.key, text.get(it.span.clone()).unwrap())).collect();
    assert_eq!(
        found,
        [
            ("check-not-one-of", "\"darkk\""),
            ("check-unknown-key", "titel"),
            ("theme-unknown-colour", "\"bleu\""),
            ("theme-unknown-colour", "\"#12345\""),
            ("check-wrong-type", "1"),
        ]
    );
    assert!(read("base = ", Depth::True).is_err());
}

#[test]
fn the_theme_of_the_documentation_is_a_good_one() {
    let page = include_str!("../../../docs/themes.md");
    let text = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let looks = read(text, Depth::True).unwrap();
    for (role, name) in Role::ALL {
        assert!(text.contains(name), "the documentation shows `{name}`");
        assert!(contrast_of(&looks, role) >= 3.0 || role == Role::Key, "{name}");
    }
}
