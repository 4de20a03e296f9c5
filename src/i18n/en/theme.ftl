# Looks to choose, and the user's own theme file.
theme-high-contrast = High contrast
theme-colour-blind = Colours everybody can tell apart
theme-own = My own, from theme.toml
theme-unknown-colour = “{ $value }” is no colour.
theme-known-colours = Write #rrggbb or one of: { $names }
theme-broken = The theme file { $path } has errors and was left out.
theme-no-file = There is no theme file { $path }.
theme-no-file-hint = docs/themes.md says how to write one
