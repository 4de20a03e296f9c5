stats-enterprises = Предприятий, каждое по одному разу
stats-repeated = Из них оценено несколько раз, учтена последняя завершённая оценка
stats-heat = Тепловая карта: предприятия и направления
stats-areas = направления
stats-form = форма
stats-date = завершена
heat-full = полная
heat-quick = краткая
stats-heat-legend = Штриховка по ступеням: { $bands }.
stats-heat-note = От высшего общего балла к низшему; место 5 % и место 95 % — границы 90 %-ного интервала места. Прочерк: для балла мало ответов.
stats-influence = Заданный вес и действительное влияние: направления на общий балл
stats-item-influence = Заданный вес и действительное влияние: показатели на своё направление
stats-weight = вес
stats-influence-share = влияние
stats-r-squared = r²
stats-influence-note = Влияние: доля направления в сумме всех r² с общим баллом (линейно; Паруоло, Сайсана и Салтелли, 2013). Влияние больше веса — предприятия сильнее различаются в этом направлении.
stats-influence-few = Считается, начиная с { $fewest } предприятий с общим баллом; сейчас их { $n }.

action-portfolio = Все предприятия: баллы по направлениям, места
short-portfolio = карта
action-places = Места по 20 000 расчётов; во время расчёта — остановить
short-places = точнее
action-turn = Обратный порядок
short-turn = обратно
action-narrow = Показать только отрасль или форму
short-narrow = только…
portfolio-title = Все предприятия
portfolio-count = { $count ->
    [one] { $count } предприятие
    [few] { $count } предприятия
   *[other] { $count } предприятий
}
portfolio-none = Пока не завершена ни одна оценка.
portfolio-none-how = Здесь все предприятия стоят рядом, каждое с последней завершённой оценкой. Чтобы завершить оценку, откройте её в списке, просмотрите ответы по F8 и нажмите там C.
portfolio-index = балл
portfolio-hint-column = порядок
portfolio-narrow = Показать только
portfolio-all = все предприятия
portfolio-only = Только: { $group }. Esc — показать все.
portfolio-hidden = Ещё столбцы слева и справа (←→): { $count }
portfolio-finished = завершена { $date }
portfolio-place = Место { $rank } из { $of } по общему баллу; 90 %-ный интервал { $low }–{ $high }
portfolio-place-alone = Место { $rank } из { $of } по общему баллу; D рассчитает интервал
portfolio-place-drawing = Место { $rank } из { $of } по общему баллу; интервал рассчитан на { $percent } %
portfolio-above = Выше следующего в { $share } расчётов
portfolio-no-index = Общего балла нет: мало ответов, поэтому нет и места
portfolio-spread = n{"\u00A0"}{ $n } · низший{"\u00A0"}{ $low } · квартили{"\u00A0"}{ $q25 },{"\u00A0"}{ $median },{"\u00A0"}{ $q75 } · высший{"\u00A0"}{ $high }
portfolio-no-scores = баллов пока нет
portfolio-band = { $band }: от { $from }
portfolio-repeated = Оценено несколько раз, учтена последняя: { $count }
portfolio-left-out = Не учтено, другая версия анкеты или повреждено: { $count }
portfolio-drawn = Интервалы мест получены по { $draws } расчётов
portfolio-drawn-already = Интервалы уже рассчитаны
