# Soʻrovnoma tushuntiradigan soʻzlar.
action-terms = Shu savoldagi soʻzlarni tushuntirish
short-terms = soʻzlar
dialog-glossary = Soʻzlarning maʼnosi
glossary-here = Shu savolda
glossary-all = Barcha soʻzlar
glossary-none = Bu soʻrovnoma soʻzlarni tushuntirmaydi.
plain-do-terms = shu savoldagi soʻzlarning maʼnosi; { "/g" } dan keyin yozilgan soʻz tushuntiriladi
plain-term = { $name }: { $text }
plain-terms = Mos soʻz topilmadi. Quyidagi soʻzlar tushuntiriladi ({ "/g" } va soʻz): { $names }
