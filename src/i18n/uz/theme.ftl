# Tanlanadigan koʻrinishlar va foydalanuvchining oʻz fayli.
theme-high-contrast = Yuqori kontrast
theme-colour-blind = Hamma farqlay oladigan ranglar
theme-own = Oʻzimniki, theme.toml faylidan
theme-unknown-colour = “{ $value }” degan rang yoʻq.
theme-known-colours = #rrggbb yoki mana shu nomlardan birini yozing: { $names }
theme-broken = { $path } koʻrinish faylida xatolar bor, u ishlatilmadi.
theme-no-file = { $path } koʻrinish fayli yoʻq.
theme-no-file-hint = uni qanday yozish docs/themes.md da aytilgan
