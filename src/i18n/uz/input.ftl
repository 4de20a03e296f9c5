# Kiritilgan matn savolga mos emas: nima notoʻgʻri va nima toʻgʻri boʻlar edi.
input-no-such-choice = “{ $value }” javob variantlari orasida yoʻq. Roʻyxatdan tanlang.
input-exclusive-choice = Bu variant faqat yolgʻiz tanlanadi. Uning yoki qolganlarining belgisini olib tashlang.
input-no-such-level = “{ $value }” daraja emas. 0 dan { $top } gacha boʻlgan son kiriting.
input-no-integer = “{ $value }” butun son emas. Faqat raqam kiriting, masalan: 120.
input-too-large = Juda katta son: { $value }.
input-no-number = “{ $value }” son emas. Masalan, 12,5 yoki 12.5 deb kiriting.
input-text-too-long = Matn juda uzun. Eng koʻpi: { $most } ta belgi.
input-no-date = “{ $value }” sana emas. Kun, oy va yilni kiriting: 23.11.2026.
input-not-answerable = Bu oʻqish uchun matn, unga javob berilmaydi.
input-wrong-kind = “{ $value }” bu savolga mos emas.
input-paste-cut = Matn juda uzun: uning dastlabki { $most } belgisi olindi.
