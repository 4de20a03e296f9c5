# Andozalar: tashkilotning oʻz nomidan hisobotlar.
template-colour = “{ $value }” — rang emas.
template-colour-hint = # belgisi va oltita oʻn oltilik raqam bilan yozing, masalan { $example }
template-pale = “{ $value }” rangi oq qogʻozda oʻqilmaydi.
template-pale-hint = toʻqroq rang oling: oq bilan farqi kamida 4,5 boʻlsin
template-no-logo = { $file } logotipini oʻqib boʻlmadi: { $cause }.
template-large-logo = { $file } logotipi { $most } KiB dan katta.
template-other-logo = { $file } logotipi SVG ham, PNG ham emas.
template-broken = { $path } andozasidan foydalanib boʻlmaydi.
template-hint = andozaning kalitlari docs/report-template.md faylida tushuntirilgan
template-only-pages = Andoza faqat html, pdf va md uchun, { $format } uchun emas.
cli-arg-template = Shu fayldagi nom, logotip, rang va matnlar bilan chiqarish; u boʻlmasa — sozlamalar papkasidagi template.toml
