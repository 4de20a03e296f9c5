# Soʻrovnomaning qogʻozdagi shakli.
form-enterprise = Korxona
form-date = Sana
form-interviewer = Soʻrov oʻtkazuvchi
form-foot = { $id }, versiya: { $version } ({ $hash }), { $program }
form-rule-one = ○ – bitta javobni belgilang.
form-rule-several = ☐ – toʻgʻri keladiganlarining hammasini belgilang.
form-rule-level = Javoblar 0 dan boshlab raqamlangan boʻlsa, toʻliq toʻgʻri keladiganlaridan eng yuqorisini belgilang.
form-rule-none = Bilmasangiz, javob berishni istamasangiz yoki savol sizga taalluqli boʻlmasa, javob oʻrniga shuni yozing.
form-rule-required = * – javob yoki javob yoʻqligining sababi kerak.
form-rule-quick = ● – qisqa shaklga kiradi.
form-rule-routing = → – savol qachon berilishini koʻrsatadi. Shart bajarilmasa, keyingi savolga oʻting.
form-guidance = Soʻrov oʻtkazuvchiga: { $text }
form-date-space = …… . …… . ………… (kun, oy, yil)
form-alone = faqat bir oʻzi belgilanadi
form-offered = { $condition }

# Savollar tartibi.
form-only-if = Faqat { $condition } beriladi.
form-section-only-if = Bu boʻlim faqat { $condition } toʻldiriladi.
form-required-if = { $condition } javob berish majburiy.
form-else = Aks holda javob shunday hisoblanadi: { $value }.
form-filter = Qaysi javoblarni tanlash mumkinligi shu savollarga bogʻliq: { $questions } ({ $condition })

# Savol haqidagi shartlar.
form-quoted = “{ $text }”
form-or = { $some } yoki { $last }
form-and = { $some } va { $last }
form-not-value = { $value }
form-neither = { $some } yoki { $last }
form-answered = { $question }-savolga javob berilgan boʻlsa
form-not-answered = { $question }-savolga javob berilmagan boʻlsa
form-is = { $question }-savolga { $values } deb javob berilgan boʻlsa
form-is-not = { $question }-savolga { $values } deb javob berilmagan boʻlsa
form-ticked = { $question }-savolda { $values } belgilangan boʻlsa
form-not-ticked = { $question }-savolda { $values } belgilanmagan boʻlsa
form-some-ticked = { $question }-savolda kamida bitta javob belgilangan boʻlsa
form-none-ticked = { $question }-savolda hech qanday javob belgilanmagan boʻlsa
form-number = { $question }-savolga javob { $order ->
    [less] { $number } dan kam
    [at-most] { $number } yoki undan kam
    [more] { $number } dan koʻp
    [at-least] { $number } yoki undan koʻp
   *[equal] { $number }
} boʻlsa
form-number-not = { $question }-savolga javob { $order ->
    [less] { $number } dan kam
    [at-most] { $number } yoki undan kam
    [more] { $number } dan koʻp
    [at-least] { $number } yoki undan koʻp
   *[equal] { $number }
} boʻlmasa
form-level = { $question }-savoldagi daraja { $order ->
    [less] { $number } dan past
    [at-most] { $number } yoki undan past
    [more] { $number } dan yuqori
    [at-least] { $number } yoki undan yuqori
   *[equal] { $number }
} boʻlsa
form-level-not = { $question }-savoldagi daraja { $order ->
    [less] { $number } dan past
    [at-most] { $number } yoki undan past
    [more] { $number } dan yuqori
    [at-least] { $number } yoki undan yuqori
   *[equal] { $number }
} boʻlmasa
form-count = { $question }-savolda belgilangan javoblar soni { $order ->
    [less] { $number } dan kam
    [at-most] { $number } yoki undan kam
    [more] { $number } dan koʻp
    [at-least] { $number } yoki undan koʻp
   *[equal] { $number }
} boʻlsa
form-count-not = { $question }-savolda belgilangan javoblar soni { $order ->
    [less] { $number } dan kam
    [at-most] { $number } yoki undan kam
    [more] { $number } dan koʻp
    [at-least] { $number } yoki undan koʻp
   *[equal] { $number }
} boʻlmasa
form-code = { $code } sharti bajarilsa
