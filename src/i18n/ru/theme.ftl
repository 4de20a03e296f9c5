# Оформление на выбор и собственный файл оформления.
theme-high-contrast = Высокая контрастность
theme-colour-blind = Цвета, которые различают все
theme-own = Своё, из theme.toml
theme-unknown-colour = «{ $value }» — не цвет.
theme-known-colours = Напишите #rrggbb или одно из названий: { $names }
theme-broken = В файле оформления { $path } есть ошибки, он не используется.
theme-no-file = Файла оформления { $path } нет.
theme-no-file-hint = как его написать, сказано в docs/themes.md
