# Ifodalardagi xatolar: ularni soʻrovnoma muallifi oʻqiydi.

## Yozilishi
expr-empty = ifoda boʻsh
expr-too-long = ifoda uzunligi { $length } belgi, koʻpi bilan { $max } belgi oʻqiladi
expr-too-deep = bu yerda qavslar va funksiyalar { $max } qavatdan ham chuqurroq joylashgan
expr-unclosed-text = bu qoʻshtirnoqning jufti yoʻq
expr-unclosed-reference = “$” va “{"{"}” belgilari savolga havolani ochadi, lekin u “{"}"}” bilan yopilmagan
expr-empty-reference = jingalak qavslar orasida savol nomi yoʻq
expr-unexpected-character = “{ $text }” bu yerda hech narsani anglatmaydi
expr-path = bu yerda savollarga yoʻl koʻrsatib murojaat qilinmaydi
expr-expected-value = bu yerda qiymat kerak, lekin “{ $found }” turibdi
expr-expected-operator = bu yerda amal belgisi kerak, lekin “{ $found }” turibdi
expr-unexpected-end = ifoda qiymat kerak boʻlgan joyda tugab qolgan
expr-unclosed-parenthesis = bu qavs yopilmagan
expr-unopened-parenthesis = bu qavs ochilmagan

## Nomlar
expr-unknown-question = bu yerda oʻqish mumkin boʻlgan “{ $name }” savoli yoʻq: u mavjud emas yoki pastroqda turibdi
expr-unknown-name = “{ $name }” — jingalak qavsdagi savol ham, qoʻshtirnoqdagi matn ham emas
expr-unknown-function = “{ $name }” degan funksiya yoʻq
expr-unknown-area = bu yerda “{ $name }” yoʻnalishi yoʻq
expr-no-current = nuqta tekshirilayotgan javobni bildiradi va faqat cheklovda maʼnoga ega
expr-no-scores = “{ $function }” funksiyasi faqat tavsiyalarda, ballar hisoblangandan keyin ishlaydi
expr-not-offered-random = bu funksiya XLSFormda bor, bu yerda esa yoʻq: bir xil javoblar doim bir xil natija berishi kerak
expr-not-offered-nodes = bu funksiya XLSFormda bor, bu yerda esa yoʻq: takrorlanuvchi guruhlar ham, yoʻllar ham ishlatilmaydi
expr-not-offered-other = bu funksiya XLSFormda bor, bu yerda esa yoʻq

## Argumentlar
expr-too-few-arguments = “{ $function }” funksiyasiga kamida { $least } ta argument kerak, berilgani: { $given }
expr-too-many-arguments = { $most ->
    [0] “{ $function }” funksiyasi argument olmaydi, berilgani: { $given }
   *[other] “{ $function }” funksiyasi koʻpi bilan { $most } ta argument oladi, berilgani: { $given }
}
expr-unpaired-arguments = “{ $function }” funksiyasining oxirgi argumentlari juft-juft yoziladi; jami { $given } ta argumentdan bittasi juftsiz qoldi
expr-needs-question = “{ $function }” funksiyasiga bu yerda qiymat emas, savol kerak
expr-needs-choices = quyidagi savolning javob variantlari roʻyxati yoʻq: { $question }
expr-needs-area = “{ $function }” funksiyasiga bu yerda yoʻnalish nomi kerak
expr-bad-pattern = bu muntazam ifoda xato yozilgan
expr-pattern-too-big = bu muntazam ifoda juda katta
expr-bad-date = “{ $text }” sana emas
expr-bad-date-code = sana andozasida “{ $code }” hech narsani anglatmaydi

## Boʻlishi mumkin boʻlmagan holatlar
expr-unknown-choice = { $question } hech qachon “{ $choice }” qiymatini olmaydi
expr-unknown-status = “{ $status }” degan holat yoʻq
expr-out-of-reach = bu taqqoslashga { $question } olishi mumkin boʻlgan birorta ham qiymat mos kelmaydi
expr-number-with-text = son hech qachon “{ $text }” matniga teng boʻlmaydi
expr-date-with-text = sana hech qachon “{ $text }” matniga teng boʻlmaydi
expr-date-with-number = sana { $number } soni bilan taqqoslanmoqda, bu esa 1970-yil 1-yanvardan boshlab hisoblangan kunlar soni
expr-truth-with-text = rost yoki yolgʻon qiymat “{ $text }” matni bilan taqqoslanmoqda; boʻsh boʻlmagan har qanday matn rost hisoblanadi
expr-text-not-number = “{ $user }” sonlar bilan ishlaydi, “{ $text }” esa son emas
expr-choice-not-number = “{ $user }” sonlar bilan ishlaydi, { $question } variantlari orasida esa son yoʻq
expr-choices-not-number = “{ $user }” sonlar bilan ishlaydi, { $question } esa variantlar roʻyxati

## Maslahatlar
expr-hint-nearest = balki “{ $name }” demoqchi boʻlgandirsiz?
expr-hint-write = oʻrniga { $instead } deb yozing
expr-hint-values = mumkin boʻlgan qiymatlar: { $values }
expr-hint-date = sanani shunday yozing: date("2026-01-31")
expr-hint-date-codes = kodlar: %Y %y %m %n %b %d %e %a %H %h %M %S %3, foiz belgisi uchun esa %%
expr-hint-truth = true() yoki false() deb yozing yoki taqqoslashni olib tashlang
expr-hint-missing = javob bor-yoʻqligini bilish uchun != "" deb yozing
expr-hint-count-selected = count-selected() tanlangan variantlarni sanaydi, selected() esa bittasini tekshiradi
expr-hint-pattern = oldinga va orqaga qarash hamda teskari havolalar ishlamaydi
